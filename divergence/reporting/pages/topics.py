"""Topics that are measures and nothing else: certainty, sentiment, agency, frames."""

from __future__ import annotations

from divergence.phrases import say
from divergence.reporting.pages import shared_blocks
from divergence.reporting.report import Block, Page, Paragraph, Sentence
from divergence.reporting.report_context import ReportContext

PER_SIDE = ("sentiment", "agency")


def page(context: ReportContext, family: str) -> Page | None:
    """Return the page of a family, or None where it has no measures and no sides are missing."""
    columns = context.family(family)
    heading = say(f"heading.{family}")
    if not columns:
        if family in PER_SIDE and not context.comparison.sides and context.info.features:
            said = Paragraph((Sentence(say("caution.no_sides")),), kind="body")
            return Page(family, heading, (said,))
        return None
    blocks: list[Block] = [shared_blocks.lead(context, columns, family)]
    blocks += shared_blocks.measures(context, columns, family)
    return Page(family, heading, tuple(blocks))
