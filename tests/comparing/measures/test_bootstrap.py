import math

import numpy as np
import pytest

from divergence.comparing.articles_by_source import by_source
from divergence.comparing.measures.bootstrap import percentile_interval, replicates, stream_keys
from divergence.comparing.measures.rare_count_intervals import none_seen, wilson
from divergence.comparing.random_draws import block_length, draw_blocks, generator


@pytest.fixture
def columns(column):
    return [column("f.rate"), column("f.share", "evidence")]


def test_articles_are_resampled_whole(one_tally, columns):
    first = one_tally("A", "x", [[[1, 10], [0, 0]], [[1, 2], [0, 0]]], columns)
    second = one_tally("A", "y", [[[100, 1000], [0, 0]], [[0, 1], [0, 0]]], columns)
    (group,) = by_source([first, second])
    samples = replicates(group, rounds=200, seed=1)
    drawn = {tuple(row) for row in samples[:, 0, 0].tolist()}
    assert drawn == {(2.0, 20.0), (101.0, 1010.0), (200.0, 2000.0)}
    assert (samples[:, :, 2] == samples[:, :, 0] + samples[:, :, 1]).all()


def test_blocks_keep_neighbors_together_and_the_length_of_the_text(one_tally, column):
    place = [column("f.rate")]
    counts = [[[[2.0**number, 1], [0, 0]]] for number in range(27)]
    (group,) = by_source([one_tally("A", "x", counts, place)])
    assert group.basis == "sentences"
    samples = replicates(group, rounds=50, seed=3)[:, 0, 2]
    assert (samples[:, 1] == 27).all()
    assert block_length(27) == 3
    # Nine blocks of three in a row: no round can hold every sentence once unless blocks tile.
    assert len(np.unique(samples[:, 0])) > 40


def test_blocks_are_circular_so_that_every_sentence_is_drawn_as_often():
    drawn = draw_blocks(np.random.default_rng(5), 27, 4000)
    assert drawn.mean(axis=0) == pytest.approx(np.ones(27), abs=0.1)


def test_one_sentence_is_not_resampled(one_tally, column):
    (group,) = by_source([one_tally("A", "x", [[[[1, 5], [0, 0]]]], [column("f.rate")])])
    assert group.basis == "none"
    assert (replicates(group, rounds=3, seed=0)[:, 0, 0] == [1, 5]).all()


def test_streams_depend_on_content_and_copies_differ(one_tally, column):
    counts = [[[[1, 5], [0, 0]]], [[[0, 5], [0, 0]]]]
    made = [one_tally(name, "x", counts, [column("f.rate")]) for name in ("A", "B")]
    first, second = by_source(made)
    assert first.key == second.key
    assert len(set(stream_keys([first, second]))) == 2


def test_generators_are_the_same_everywhere():
    assert generator(7, "a").integers(1000, size=3).tolist() == [939, 287, 248]
    assert generator(7, "a").random() != generator(7, "b").random()


def test_percentile_interval_mirrors_exactly():
    samples = np.random.default_rng(0).normal(size=(999, 4))
    low, high = percentile_interval(samples)
    mirrored = percentile_interval(-samples)
    assert (mirrored[0] == -high).all()
    assert (mirrored[1] == -low).all()


def test_interval_needs_half_of_the_rounds():
    samples = np.full((100, 2), np.nan)
    samples[:49, 0] = 1.0
    samples[:50, 1] = np.arange(50)
    low, high = percentile_interval(samples)
    assert math.isnan(low[0])
    assert math.isnan(high[0])
    assert (low[1], high[1]) == (1.0, 48.0)


def test_wilson_against_published_values():
    # Brown, Cai & DasGupta (2001): 95% Wilson interval; 9 of 10, by hand.
    low, high = wilson(9, 10)
    assert low == pytest.approx(0.59585, abs=1e-5)
    assert high == pytest.approx(0.98212, abs=1e-5)
    assert wilson(0, 5).low == 0.0
    assert wilson(5, 5).high == 1.0
    assert math.isnan(wilson(0, 0).low)


def test_rule_of_three():
    assert none_seen(1000, 100).high == pytest.approx(0.3)
    assert math.isnan(none_seen(0).high)
