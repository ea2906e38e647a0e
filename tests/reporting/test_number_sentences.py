import math
from dataclasses import replace

from divergence.comparing.cautions import because
from divergence.comparing.measures.measure_results import Contrast, Estimate
from divergence.counting.columns import Column
from divergence.displays.contrast_selection import clear
from divergence.features.registry import all_features
from divergence.phrases import spoken
from divergence.plots.party_names import list_of
from divergence.reporting import number_sentences
from divergence.reporting.number_sentences import and_more

HEDGES = Column(
    "hedging.rate",
    "hedging",
    "certainty",
    "Hedges",
    "per 100 words",
    "higher: more hedged",
    None,
    (0.0, math.inf),
    "",
)
SHARE = replace(HEDGES, name="new.share", title="Odd words", unit="share of sentences")
CLEAR = Contrast("A", "B", "hedging.rate", "reporter", 2.0, 0.5, 3.5, 1.3, 0.01, 0.02, ())
UNSURE = replace(CLEAR, low=-0.5, high=4.5, strength=0.8)


def estimate(source, value):
    return Estimate(source, "hedging.rate", "reporter", value, 0, 9, 5, 100, 3, 7, "articles", ())


def test_a_clear_difference_is_said_with_values_unit_interval_and_n():
    said = number_sentences.difference(CLEAR, HEDGES, estimate("A", 3.0), estimate("B", 1.0))
    assert said == (
        "A hedges more often than B: 3 against 1 per 100 words, in the reporter's own words "
        "(difference 2, 95% interval 0.50 to 3.50; 7 and 7 places in the text)."
    )


def test_a_wide_interval_hedges_the_sentence():
    said = number_sentences.difference(UNSURE, HEDGES, estimate("A", 3.0), estimate("B", 1.0))
    assert said.startswith("A may hedge more often than B")
    assert "95% interval −0.50 to 4.50 includes zero" in said


def test_the_higher_source_is_named_first_whatever_the_sign():
    turned = replace(CLEAR, source="B", reference="A", difference=-2.0, low=-3.5, high=-0.5)
    first = number_sentences.difference(CLEAR, HEDGES, estimate("A", 3.0), estimate("B", 1.0))
    assert (
        number_sentences.difference(turned, HEDGES, estimate("B", 1.0), estimate("A", 3.0)) == first
    )


def test_the_others_are_many():
    many = replace(CLEAR, reference="the others", difference=-2.0, low=-3.5, high=-0.5)
    assert number_sentences.headline(many, HEDGES) == "The others hedge more often than A"


def test_a_single_value_is_given_to_the_source_it_belongs_to():
    many = replace(CLEAR, reference="the others", difference=-2.0, low=-3.5, high=-0.5)
    assert number_sentences.difference(many, HEDGES, estimate("A", 3.0), None) == (
        "The others hedge more often than A, in the reporter's own words "
        "(A: 3 per 100 words; difference 2, 95% interval 0.50 to 3.50; 7 places in the text)."
    )


def test_scales_are_said_with_a_typographic_minus():
    units = {measure.unit for feature in all_features() for measure in feature.measures}
    assert set(spoken().declared) <= units
    assert number_sentences.given(-0.25, "mean of P(positive) - P(negative), -1 to 1") == (
        "−0.25 on a scale from −1 to 1"
    )
    assert number_sentences.given(0.5, "log-odds, -2 to 2") == "0.50 log-odds, −2 to 2"


def test_an_unknown_measure_is_named_and_shares_differ_by_points():
    odd = replace(CLEAR, column="new.share", difference=0.2, low=0.1, high=0.3)
    said = number_sentences.difference(odd, SHARE, None, None)
    assert "A has a higher value than B on “Odd words”" in said
    assert "difference 20 percentage points, 95% interval 10 to 30" in said


def test_without_an_interval_nothing_is_claimed():
    bare = replace(CLEAR, low=math.nan, high=math.nan, strength=math.nan)
    said = number_sentences.difference(bare, HEDGES, None, None)
    assert "may" in said
    assert "No interval is defined" in said
    assert "nan" not in said


def test_no_variation_is_not_certainty():
    assert not clear(replace(CLEAR, low=2.0, high=2.0, strength=math.nan))


def test_undefined_values_say_why():
    undefined = replace(estimate("A", math.nan), cautions=(because("no_words"),))
    said = number_sentences.value(undefined, HEDGES)
    assert "not defined (undefined: no words in this voice)" in said
    assert "nan" not in said


def test_lists_end_in_and_more():
    assert list_of(["A"]) == "A"
    assert list_of(["A", "B", "C"]) == "A, B and C"
    assert list_of(list("ABCDEFGH"), most=4) == "A, B, C and 5 more"
    assert and_more(0, "source") == ""
    assert and_more(12, "source") == "… and 12 more sources in report.json."


def test_little_text_hedges_a_clear_difference():
    said = number_sentences.difference(
        CLEAR, HEDGES, estimate("A", 3.0), estimate("B", 1.0), weak=True
    )
    assert said.startswith("A may hedge more often than B")
    assert said.endswith("It rests on little text.")


def test_sentences_of_measures_are_complete_and_new_measures_need_none():
    known = {measure.name for feature in all_features() for measure in feature.measures}
    said = {key.removeprefix("more.") for key in spoken().phrases if key.startswith("more.")}
    named = {key.rpartition(".")[0] for key in said}
    # A measure of a new feature is told by "otherwise", so that adding it stays one file.
    assert "hedging.rate" in named
    assert named <= {*known, "otherwise", "counted"}
    assert said == {f"{name}.{form}" for name in named for form in ("one", "several", "may")}


def test_a_list_of_one_s_own_is_told_by_its_title():
    flood = replace(HEDGES, name="flood.rate", feature="flood", title="Flood")
    assert number_sentences.headline(CLEAR, flood) == "A uses “Flood” more often than B"
    weight = replace(flood, unit="weight per 100 words")
    assert number_sentences.headline(CLEAR, weight) == "A has a higher value than B on “Flood”"
