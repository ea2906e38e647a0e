"""Ages of persons count nobody; counts that stand where an age might stand still count."""

from __future__ import annotations

import pytest

from divergence.text.annotate import annotate
from divergence.text.figures.quantities import extract


def numbers(text: str) -> list[float]:
    return [figure.low for figure in extract(annotate(text))]


@pytest.mark.parametrize(
    "text",
    [
        # Behind a name.
        "Edda Voss, 38, was killed on Friday.",
        "Voss, 38, and Kranz, 61, were injured.",
        "Edda Voss, 38, Milo Kranz, 61, and Ute Brandt, 19, were killed.",
        "The dead were Edda Voss, 38; Milo Kranz, 61; and Ute Brandt, 19.",
        "Dr. E. B. Voss, 38, Jan van der Aal, 52, and Sgt. Luz de la Vega, 33, were killed.",
        "Gen. Milo A. Kranz, 63, was captured.",
        "Police said Milo Kranz Jr., 41, of Belm, was killed.",
        "Mr. Kranz, 61, and his wife, Ilse, 59, were killed.",
        "Hamid al-Nasri, 27, and Omar bin Said, 30, were arrested.",
        "O'Dowd, 44, was arrested on Sunday.",
        "Edda Voss, thirty-eight, was killed.",
        "Milo Kranz, then 61, was wounded in the raid.",
        "Kranz, 61 at the time, was wounded.",
        "The flood killed Ilse, 9, Jan, 7, and Ute, 4.",
        "The killing of Edda Voss, 38, shocked the town.",
        # In brackets and dashes.
        "Milo Kranz (61) was killed on Friday.",
        "Killed were Edda Voss (38), Milo Kranz (61) and Ute Brandt (19).",
        "Voss (aged 38) and Kranz (aged 61) were injured.",
        "The judge – 61 – was killed.",
        # Beside a place, and not said of it.
        "In Belm, Edda Voss, 38, was killed.",
        "On May 3, Kranz, 61, was killed.",
        "BELM (AP) — Edda Voss, 38, was killed.",
        "The mayor of Belm, 61, was killed.",
        "Edda Voss, from Belm, 38, was killed.",
        "The rebels killed a teacher in Belm, 38, on Monday.",
        # Behind a noun.
        "The nurse, 38, was injured.",
        "A cyclist, about 50, was killed.",
        "A toddler, 2, and her mother, 29, were injured.",
        "A father of two, 41, was killed.",
        # Headlines.
        "Teacher, 38, killed in crash",
        "Boy, 6, and girl, 9, missing after flood",
        "MAN, 23, KILLED IN BELM",
        "Edda Voss, 38, killed in Belm blast",
        "Edda Voss dead at 88",
        # Said of a person.
        "Voss, who was 38, was killed.",
        "He was just 41 when he was killed.",
        "Kranz, who had turned 61 in May, was killed.",
        "They were 7 and 9 and were killed together.",
        "Kranz died at 61.",
        # Labeled.
        "Edda Voss, aged 38, was killed.",
        "She was killed at the age of 38.",
        "Children ages 3, 5 and 7 were killed.",
        "The 38-year-old was killed.",
        "Ute Brandt, a 19-year-old student, was injured.",
        "The 19- and 23-year-old brothers were killed.",
        "A woman of 71 was injured.",
        "Men over 60 were evacuated.",
    ],
)
def test_the_age_of_a_person_is_no_figure(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        # Behind a place or a day.
        ("In Belm, 41 were killed.", [41]),
        ("In Belm, 41, including two children, were killed.", [41, 2]),
        ("In New Belm, 41, all of them miners, were killed.", [41]),
        ("On Sunday, 41, most of them children, were killed.", [41]),
        ("In the mayor's town, 41, many of them children, were killed.", [41]),
        ("In a school in Belm, 41, all pupils, were killed.", [41]),
        ("People were killed in Norland (41) and Sudmark (38).", [41, 38]),
        ("BELM — Forty-one, including two children, were killed.", [41, 2]),
        # Behind a body, a group or a total.
        ("The company, 41 of whose workers were killed, closed.", [41]),
        ("Edda Voss, 41 of whose workers were killed, resigned.", [41]),
        ("The crew, 41, was rescued.", [41]),
        ("The passengers, 41, were rescued.", [41]),
        ("Of the soldiers, 41, or half, were killed.", [41]),
        ("The highest daily toll, 41, was killed in Belm.", [41]),
        # Said of a total.
        ("The death toll in Belm was 41.", [41]),
        ("The number of dead was 41.", [41]),
        ("Officials put the number killed at 41.", [41]),
        # Before what is counted, in a list with names.
        ("The blast killed Voss, 41 soldiers and a nurse.", [41]),
        ("The driver, 41 passengers and a guard were killed.", [41]),
        ("According to Edda Voss, 41 people were killed.", [41]),
        ("According to Voss, 41, including two children, were killed.", [41, 2]),
        ("The rebels, 41 fighters in all, were killed.", [41]),
        ("They were 41 people and all were killed.", [41]),
        ("More than 40 children were killed.", [40]),
        # An age and a count side by side.
        ("The rebels killed Milo Kranz, 63, and wounded 12 soldiers.", [12]),
        ("Three brothers, aged 7, 9 and 12, were killed.", [3]),
        ("Two women, 41 and 52, were killed.", [2]),
        ("Two 41-year-olds were killed.", [2]),
        ("Seven children under 12 were killed.", [7]),
        ("According to Edda Voss, 38, three men were killed.", [3]),
    ],
)
def test_a_count_where_an_age_might_stand_is_a_figure(text: str, counted: list[float]) -> None:
    assert numbers(text) == counted
