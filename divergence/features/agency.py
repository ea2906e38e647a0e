"""Agency: how often each side acts, and how often it is acted upon.

Taken from the parse: the subject of an active verb and the "by" phrase of a passive act; the object
and the passive subject are acted upon (Trew 1979; van Leeuwen 1996 on activation and passivation;
Sap and others 2017 on the power of verbs). Cue verbs are left out, because speaking is counted with
the voices, and so are verbs of being and having. Who dies or suffers is acted upon, and so is who
is harmed in a noun ("the attack on the North", "her death").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from divergence.counting.declaration import Measure
from divergence.counting.feature import Feature
from divergence.lexicons.harm import ALSO_ACTS, UNDERGOING, UNDERGOING_WITH
from divergence.text.annotate import as_document
from divergence.text.entities.side_heads import side_heads
from divergence.text.nominal_harm import nominal_harm
from divergence.types import Article, Clause, Document, Evidence, Side

__all__ = ["FEATURE", "agent_share", "find"]

_STATES = frozenset("be have seem remain appear become belong contain consist need".split())


def find(text: str | Article | Document, *, sides: Sequence[Side] = ()) -> list[Evidence]:
    """Return one span for every verb and side that acts or is acted upon, verb and party.

    Parameters
    ----------
    text : str, Article or Document
        Where to look.
    sides : sequence of Side, optional
        The sides to look for; a Document brings its own.

    Returns
    -------
    list of Evidence
        In text order: ``agent`` for the side that acts, ``patient`` for the side acted upon.

    Examples
    --------
    >>> from divergence.types import Side
    >>> north = [Side("North", ("North", "Northern"))]
    >>> [e.category for e in find("Northern troops shelled the town.", sides=north)]
    ['agent']
    """
    document = as_document(text, sides=sides)
    side_of = side_heads(document)
    if not document.mentions:
        return []
    speaking = {
        token for a in document.attributions if a.cue is not None for token in range(*a.cue)
    }
    spans: list[Evidence] = []
    for clause in document.clauses:
        if clause.verb in speaking or document.syntax.lemmas[clause.verb] in _STATES:
            continue
        active = "patient" if _undergoes(document, clause) else "agent"
        spans.extend(_parties(document, clause, active, side_of))
    # The possessor of a noun is no actor of a clause: "Norland's defeat".
    beside_nouns = {mention.head: mention.side for mention in document.mentions} | dict(side_of)
    for clause in nominal_harm(document):
        spans.extend(_parties(document, clause, "agent", beside_nouns))
    return sorted(spans, key=lambda span: (span.start, span.end))


def _parties(
    document: Document, clause: Clause, active: str, side_of: Mapping[int, str]
) -> Iterator[Evidence]:
    """The sides that act or are acted upon in a clause."""
    for category, parties in ((active, clause.agents), ("patient", clause.patients)):
        for party in parties:
            if party in side_of:
                first, last = sorted((party, clause.verb))
                yield Evidence(
                    "agency",
                    category,
                    document.syntax.starts[first],
                    document.syntax.ends[last],
                    document.sentence_of[clause.verb],
                    document.voices[clause.verb],
                    side_of[party],
                )


def _undergoes(document: Document, clause: Clause) -> bool:
    """Whether something happens to the subject of a clause."""
    syntax = document.syntax
    lemma = syntax.lemmas[clause.verb]
    if clause.passive:
        return False
    if lemma in UNDERGOING:
        return lemma not in ALSO_ACTS or not clause.patients
    with_these = UNDERGOING_WITH.get(lemma)
    if with_these is None:
        return False
    beside = (*clause.patients, *document.children[clause.verb])
    return any(
        syntax.lemmas[token].lower() in with_these
        for child in beside
        for token in (child, *document.children[child])
        if syntax.relations[token] in {"obj", "obl", "case", "xcomp", "advmod"}
    )


FEATURE = Feature(
    name="agency",
    version=3,
    family="agency",
    claim="Counts the clauses in which each side acts against those in which it is acted upon.",
    reference="Trew 1979; van Leeuwen 1996; Sap and others 2017",
    misfires=(
        "Action in nouns is seen where they name harm ('the attack on'); retreating and facing"
        " count as acting."
    ),
    find=find,
    measures=(
        Measure(
            name="agency.agent",
            title="Acting",
            unit="share of the side's roles in clauses",
            direction="higher: the side acts rather than is acted upon",
            per="side_evidence",
            of=("agent",),
            per_side=True,
            bounds=(0.0, 1.0),
            undefined="the side neither acts nor is acted upon",
            note=(
                'Grammar, not guilt: "Northern troops retreated" counts as acting. Harm in '
                'nouns ("the attack on the North") counts, other nouns do not.'
            ),
            example=("Northern troops shelled the town. Guerrillas attacked Northern troops.", 0.5),
        ),
        Measure(
            name="agency.patient",
            title="Acted upon",
            unit="per 100 sentences",
            direction="higher: the side is acted upon more often",
            per="sentences",
            of=("patient",),
            scale=100.0,
            per_side=True,
        ),
    ),
)
agent_share = FEATURE.side_reader("agent", name="agent_share")
