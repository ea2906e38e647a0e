import math

import pytest

from divergence.errors import UsageError
from divergence.measuring.measure import measure, value
from divergence.types import Article, Side

SIDES = (Side("Norland", ("Norland", "Norlanders")), Side("Sudia", ("Sudia", "Sudians")))


def test_value_and_table_give_the_same_number():
    text = "The council may close the bridge. “It might be unsafe,” said Ada Lin."
    table = measure([text, Article("x", "Post", text)], features=["hedging"])
    frame = table.to_frame()
    for voice, name in (("all", "hedging.rate"), ("quoted", "hedging.rate|quoted")):
        assert value(text, "hedging.rate", voice=voice) == frame[name][0] == frame[name][1]
    assert frame["article"].tolist() == ["text-1", "x"]


def test_empty_text_is_undefined():
    assert math.isnan(value("", "hedging.rate"))


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("hedging.rat", {}, "did you mean 'hedging.rate'"),
        ("hedging.rate", {"voice": "everyone"}, "unknown voice"),
        ("hedging.rate", {"side": "Norland"}, "not taken per side"),
        ("agency.agent_share", {"sides": SIDES}, "name one with side"),
        ("agency.agent_share", {"sides": SIDES, "side": "Nordland"}, "did you mean 'Norland'"),
        ("agency.agent_share", {"side": "Norland"}, "no sides were given"),
    ],
)
def test_wrong_calls_say_what_to_do(name, options, words):
    from divergence.features.registry import all_features

    known = {each.name for feature in all_features() for each in feature.measures}
    if name.startswith("agency") and name not in known:
        sided = [m.name for f in all_features() for m in f.measures if m.per_side]
        name = sided[0]
    with pytest.raises(UsageError, match=words):
        value("Norland attacked Sudia.", name, **options)


def test_a_single_text_is_not_a_collection_of_letters():
    with pytest.raises(UsageError, match="several texts"):
        measure("It may rain.")


def test_an_alias_of_two_sides_is_refused_and_not_given_to_one():
    with pytest.raises(UsageError, match="'Norland' is given to both 'Norland' and 'Sudia'"):
        measure(["Norland won."], sides=[SIDES[0], Side("Sudia", ("Sudia", "Norland"))])


def test_no_features_are_refused_and_not_an_empty_table():
    with pytest.raises(UsageError, match="features is empty; name at least one"):
        measure(["It may rain."], features=[])


def test_one_of_a_kind_is_not_several():
    assert repr(measure(["It may rain."], features=["hedging"])).startswith(
        "<FeatureTable: 1 text,"
    )


def test_documents_with_other_sides_are_refused():
    from divergence.text.annotate import annotate

    texts = [annotate("Norland won.", sides=SIDES), annotate("Norland won.", sides=SIDES[:1])]
    with pytest.raises(UsageError, match="same sides"):
        measure(texts)


def test_no_texts_give_an_empty_table_with_columns():
    table = measure([], features=["hedging"])
    assert len(table) == 0
    assert "hedging.rate" in table.to_frame().columns
