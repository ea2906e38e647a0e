"""Draws by a seed and a key, and the sums of what was drawn."""

import numpy as np

from divergence.comparing.random_draws import draw_articles, drawn_sums, generator, permutations


def test_a_draw_depends_on_the_seed_and_the_keys():
    def first(seed, *keys):
        return draw_articles(generator(seed, *keys), 5, 3).tolist()

    assert first(1, "a", "b") == first(1, "a", "b")
    assert first(1, "a", "b") != first(2, "a", "b")
    assert first(1, "a", "b") != first(1, "ab")


def test_units_are_summed_as_often_as_they_were_drawn():
    units = np.array([[[1.0, 10.0]], [[2.0, 20.0]]])
    draws = np.array([[2.0, 0.0], [1.0, 1.0], [0.0, 2.0]])
    assert drawn_sums(draws, units).tolist() == [[[2, 20]], [[3, 30]], [[4, 40]]]


def test_a_permutation_holds_every_unit_once():
    rounds = permutations(generator(0, "deal"), 6, 20)
    assert (np.sort(rounds, axis=1) == np.arange(6)).all()
    assert len(np.unique(rounds, axis=0)) > 1
