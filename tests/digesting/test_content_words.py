"""What a sentence says beyond names, titles and speakers."""

import pytest

from divergence.digesting.assertions import assertions
from divergence.text.annotate import annotate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Ada Lin demanded an inquiry.", "demanded inquiry"),
        ("At least 40 barns were flooded, Mayor Ada Lin said.", "least 40 barns flooded"),
        ("The school in Tarn was closed on Monday, Ada Lin said.", "school Tarn closed"),
        (
            "Old barns burned in Tarn, Lindmark and West Orm.",
            "Old barns burned Tarn Lindmark West Orm",
        ),
        ("Ada Lin, the chairwoman, accused the company of neglect.", "accused company neglect"),
        ("The commander, Bo Rask, refused to answer calls.", "refused answer calls"),
    ],
)
def test_names_titles_and_plain_telling_are_left_out(text: str, expected: str) -> None:
    assert assertions(annotate(text))[0].substance == expected


@pytest.mark.parametrize("text", ["Ada Lin said so.", "Tarn."])
def test_a_sentence_of_names_has_no_substance(text: str) -> None:
    assert assertions(annotate(text))[0].substance == ""
