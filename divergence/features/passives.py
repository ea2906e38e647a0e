"""Passives: actions told from the side of those who undergo them, with and without an agent.

The passive puts the affected party first and may leave out who acted ("220 soldiers were killed").
Henley, Miller and Beazley 1995 found it more in news of rape and murder than elsewhere; men, not
women, who read of violence against women in the passive saw less harm in it and less responsibility
for it. Trew 1979 and Fowler 1991 made passives a staple of press analysis.
"""

from __future__ import annotations

from collections.abc import Sequence

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.text.annotate import as_document
from divergence.text.entities.side_heads import side_heads
from divergence.types import Article, Document, Evidence, Side

__all__ = ["FEATURE", "agentless_share", "find", "share"]

PASSIVE = ("agentless", "with_agent")


def find(text: str | Article | Document, *, sides: Sequence[Side] = ()) -> list[Evidence]:
    """Return one span for every clause in which somebody is acted upon, with that party's side.

    Parameters
    ----------
    text : str, Article or Document
        Where to look.
    sides : sequence of Side, optional
        The sides to look for; a Document brings its own.

    Returns
    -------
    list of Evidence
        In text order: ``active``, ``with_agent`` or ``agentless``, with the side acted upon.

    Examples
    --------
    >>> [e.category for e in find("Ten men were killed. Police saw it.")]
    ['agentless', 'active']
    """
    document = as_document(text, sides=sides)
    side_of = side_heads(document)
    spans = []
    for clause in document.clauses:
        if not clause.patients:
            continue
        category = "active"
        if clause.passive:
            category = "with_agent" if clause.agents else "agentless"
        first, last = min(clause.patients[0], clause.verb), max(clause.patients[0], clause.verb)
        spans.append(
            Evidence(
                "passives",
                category,
                document.syntax.starts[first],
                document.syntax.ends[last],
                document.sentence_of[clause.verb],
                document.voices[clause.verb],
                next((side_of[party] for party in clause.patients if party in side_of), None),
            )
        )
    return spans


FEATURE = Feature(
    name="passives",
    version=3,
    family="agency",
    claim="Counts passive clauses, and those that leave out who acted.",
    reference="Trew 1979; Fowler 1991; Henley, Miller and Beazley 1995",
    misfires=(
        "States read as actions ('the shop was closed'); an agent named in the sentence before"
        " still counts as left out."
    ),
    find=find,
    measures=(
        Measure(
            name="passives.share",
            title="Passive clauses",
            unit="share of clauses with somebody acted upon",
            direction="higher: more is told from the side of the affected",
            per="evidence",
            of=PASSIVE,
            bounds=(0.0, 1.0),
            undefined="no clause acts upon anybody",
            note=(
                'Reduced relatives count ("the bridge built by engineers"). As good as the parse.'
            ),
            example=("The navy sank the ship. The crew were saved by fishermen.", 0.5),
        ),
        Measure(
            name="passives.agentless",
            title="Agentless passives",
            unit="share of passives",
            direction="higher: more passives leave out who acted",
            per="evidence",
            of=("agentless",),
            among=PASSIVE,
            bounds=(0.0, 1.0),
            undefined="there is no passive",
            note="The agent may stand in another sentence; nothing here says that it was hidden.",
            example=("Ten men were killed. The crew were saved by fishermen.", 0.5),
        ),
        Measure(
            name="passives.unnamed",
            title="Acted upon by nobody named",
            unit="share of clauses in which the side is acted upon",
            direction="higher: what happens to the side more often has no named author",
            per="side_evidence",
            of=("agentless",),
            per_side=True,
            bounds=(0.0, 1.0),
            undefined="the side is not acted upon",
        ),
    ),
)
share = FEATURE.reader("share")
agentless_share = FEATURE.reader("agentless", name="agentless_share")
