"""Who is compared with whom."""

from divergence.comparing.parties import THE_OTHERS, compared_pairs


def test_two_sources_are_one_pair_and_one_is_none():
    assert [pair.names for pair in compared_pairs(["Echo", "Post"], None)] == [("Echo", "Post")]
    assert list(compared_pairs(["Echo"], None)) == []


def test_each_of_several_is_held_against_all_the_others():
    pairs = list(compared_pairs(["Echo", "Post", "Times"], None))
    assert [pair.names for pair in pairs] == [
        ("Echo", THE_OTHERS),
        ("Post", THE_OTHERS),
        ("Times", THE_OTHERS),
    ]
    assert all(pair.reference is None for pair in pairs)


def test_a_chosen_reference_is_held_against_nobody():
    assert list(compared_pairs(["Echo", "Post", "Times"], "Post")) == [
        (0, 1, ("Echo", "Post")),
        (2, 1, ("Times", "Post")),
    ]
    assert [pair.names for pair in compared_pairs(["Echo", "Post"], "Echo")] == [("Post", "Echo")]
