"""Topics that are measures and nothing else: certainty, sentiment, agency, frames."""

from __future__ import annotations

from divergence.reporting import words
from divergence.reporting.desk import Desk
from divergence.reporting.pages import parts
from divergence.reporting.report import Block, Page, Sentence, Words

PER_SIDE = ("sentiment", "agency")


def page(desk: Desk, family: str) -> Page | None:
    """Return the page of a family, or None where it has no measures and no sides are missing.

    Parameters
    ----------
    desk : Desk
        The material of the report.
    family : str
        A family of features.

    Returns
    -------
    Page or None
        Claims of the instruments, the strongest contrasts, the measures as small multiples.
    """
    columns = desk.family(family)
    heading = words.HEADINGS[family]
    if not columns:
        if family in PER_SIDE and not desk.comparison.sides and desk.info.features:
            said = Words((Sentence(words.NO_SIDES),), kind="body")
            return Page(family, heading, (said,))
        return None
    features = {column.feature for column in columns}
    claims = tuple(
        Sentence(feature.claim) for feature in desk.info.features if feature.name in features
    )
    blocks: list[Block] = [parts.lead(desk, columns, family)]
    blocks += parts.measures(desk, columns, family)
    if claims:
        blocks.append(Words(claims, kind="small", heading="What is claimed"))
    return Page(family, heading, tuple(blocks))
