"""Speakers: who is given words, by name, by role, or by nobody the text names.

Counts attributions, not words. Stories with unnamed sources are believed less (Sternadori and
Thorson 2009), and journalists dispute when a source may go unnamed (Carlson 2011, On the Condition
of Anonymity).
"""

from __future__ import annotations

from collections.abc import Sequence

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.features.token_evidence import evidence_at
from divergence.text.annotate import as_document
from divergence.types import Article, Document, Evidence, Side

__all__ = ["FEATURE", "find", "named_share", "unknown_share"]

KINDS = ("named", "role", "unknown")


def find(text: str | Article | Document, *, sides: Sequence[Side] = ()) -> list[Evidence]:
    """Return one span for every attribution: its speaker's phrase, or its cue or content.

    Parameters
    ----------
    text : str, Article or Document
        Where to look.
    sides : sequence of Side, optional
        The sides to look for; a Document brings its own.

    Returns
    -------
    list of Evidence
        In text order; the category is the kind of speaker.

    Examples
    --------
    >>> [e.category for e in find('"We are ready," Ada Lin said.')]
    ['named']
    """
    document = as_document(text, sides=sides)
    return [
        evidence_at(
            document,
            "speakers",
            attribution.speaker.kind,
            attribution.speaker.tokens or attribution.cue or attribution.content[0],
            side=attribution.speaker.side,
        )
        for attribution in document.attributions
    ]


def _share(
    name: str,
    title: str,
    of: tuple[str, ...],
    direction: str,
    *,
    note: str = "",
    example: tuple[str, float] | None = None,
) -> Measure:
    return Measure(
        name=f"speakers.{name}",
        title=title,
        unit="share of attributions",
        direction=direction,
        per="evidence",
        of=of,
        bounds=(0.0, 1.0),
        undefined="nothing is attributed",
        note=note,
        example=example,
    )


FEATURE = Feature(
    name="speakers",
    version=5,
    family="voices",
    claim="Counts who is given words: named people and bodies, roles, or nobody in particular.",
    reference="Carlson 2011; Sternadori and Thorson 2009",
    misfires=(
        "A pronoun is traced only where its antecedent is plain, so unknown speakers are partly the"
        " instrument's; a surname that two people bear may be nobody's."
    ),
    find=find,
    measures=(
        _share(
            "named",
            "Named speakers",
            ("named",),
            "higher: more content has a source with a name",
            note=(
                'Institutions count as named ("the Ministry of Defense"), and so do pronouns that '
                "are traced to a name. Not to be trusted where most speakers are pronouns that "
                "could not be traced: read ``unknown_share`` first."
            ),
            example=("Ada Lin said the bridge was open. Officials said it was closed.", 0.5),
        ),
        _share(
            "role", "Speakers by role", ("role",), "higher: more unnamed officials and analysts"
        ),
        _share(
            "unknown",
            "Unknown speakers",
            ("unknown",),
            "higher: more content without a source",
            note=(
                'Mixes two things: texts that hide their source ("it is believed") and pronouns '
                "that the instrument did not trace."
            ),
            example=("They said the bridge was open.", 1.0),
        ),
        Measure(
            name="speakers.side",
            title="Attributions to speakers of the side",
            unit="share of attributions",
            direction="higher: the side's speakers are given words more often",
            per="evidence",
            per_side=True,
            bounds=(0.0, 1.0),
            undefined="nothing is attributed",
        ),
    ),
)
named_share = FEATURE.reader("named", name="named_share")
unknown_share = FEATURE.reader("unknown", name="unknown_share")
