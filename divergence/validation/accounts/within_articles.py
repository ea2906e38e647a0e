"""What is right in one article: its speech and its figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from divergence.validation.accounts.counts import Found, Parts, share
from divergence.validation.accounts.entries import FigureEntry, SpeechEntry
from divergence.validation.accounts.matching import figure_pairs, same_value, speech_pairs
from divergence.validation.accounts.same_wording import (
    same_circumstance,
    same_speaker,
    same_subject,
    stem,
)

UNKNOWN = "unknown"
# Lengths of time may be labelled or not: given where nobody labelled one, they are no error.
UNITS_OF_TIME = frozenset("second minute hour day week month year decade".split())
# "more than 30" and "at least 30" are one bound, and so are "about 30" and "30".
BOUNDS = {
    "exact": "point",
    "about": "point",
    "range": "range",
    "at least": "above",
    "more than": "above",
    "at most": "below",
    "less than": "below",
}

SpeechTest = Callable[[SpeechEntry, SpeechEntry], bool]
FigureTest = Callable[[FigureEntry, FigureEntry], bool]

SPEECH_TESTS: dict[str, SpeechTest] = {
    "form": lambda label, entry: label.form == entry.form,
    "stance": lambda label, entry: label.stance == entry.stance,
}
FIGURE_TESTS: dict[str, FigureTest] = {
    "bound": lambda label, entry: BOUNDS.get(label.bound) == BOUNDS.get(entry.bound),
    "unit": lambda label, entry: stem(label.unit) == stem(entry.unit),
    "subject": lambda label, entry: same_subject(label.subject, entry.subject),
    "claimant": lambda label, entry: same_speaker(label.claimant, entry.claimant),
    "time": lambda label, entry: same_circumstance(label.time, entry.time),
    "place": lambda label, entry: same_circumstance(label.place, entry.place),
}


def speech_parts(
    labelled: Sequence[SpeechEntry], predicted: Sequence[SpeechEntry], *, sides: bool
) -> Parts:
    """Count whose words are found and how they are given; ``sides`` says whether there are any."""
    pairs = [
        (labelled[pair.labelled], predicted[pair.predicted])
        for pair in speech_pairs(labelled, predicted)
    ]
    persons = [pair for pair in pairs if pair[0].speaker_kind == "person"]
    return {
        **Found(len(pairs), len(predicted), len(labelled)).parts("speech"),
        "speaker": share(_right_speaker(*pair) for pair in pairs),
        "speaker_person": share(same_speaker(a.speaker, b.speaker) for a, b in persons),
        "side": share(a.side == b.side for a, b in pairs if sides),
        **{name: share(test(*pair) for pair in pairs) for name, test in SPEECH_TESTS.items()},
    }


def _right_speaker(label: SpeechEntry, entry: SpeechEntry) -> bool:
    if label.speaker == UNKNOWN:
        return entry.speaker == UNKNOWN
    return same_speaker(label.speaker, entry.speaker)


def figure_parts(labelled: Sequence[FigureEntry], predicted: Sequence[FigureEntry]) -> Parts:
    """Count which figures have the right value, and what of those is right besides."""
    pairs = figure_pairs(labelled, predicted)
    right = [
        pair for pair in pairs if same_value(labelled[pair.labelled], predicted[pair.predicted])
    ]
    paired = {pair.predicted for pair in pairs}
    optional = sum(entry.unit in UNITS_OF_TIME for entry in labelled)
    needless = sum(
        entry.unit in UNITS_OF_TIME
        for number, entry in enumerate(predicted)
        if number not in paired
    )
    optional_right = sum(labelled[pair.labelled].unit in UNITS_OF_TIME for pair in right)
    counts = Found(len(right), len(predicted) - needless, len(labelled) - optional + optional_right)
    both = [(labelled[pair.labelled], predicted[pair.predicted]) for pair in right]
    return {
        **counts.parts("figures"),
        **{name: share(test(*pair) for pair in both) for name, test in FIGURE_TESTS.items()},
    }
