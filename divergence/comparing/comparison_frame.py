"""A comparison as one tidy pandas frame, for notebooks."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from divergence.comparing.comparison import Comparison


def to_frame(comparison: Comparison) -> pd.DataFrame:
    """Return estimates and contrasts of a comparison, one a row."""
    import pandas as pd

    column_of = {column.name: column for column in comparison.columns}
    rows = []
    for kind, items in (("estimate", comparison.estimates), ("contrast", comparison.contrasts)):
        for item in items:
            cells = {field.name: getattr(item, field.name) for field in fields(item)}
            column = column_of[item.column]
            rows.append(
                {
                    **cells,
                    "caution": item.caution,
                    "kind": kind,
                    "reference": cells.get("reference", ""),
                    "value": cells.get("value", cells.get("difference")),
                    "family": column.family,
                    "feature": column.feature,
                    "title": column.title,
                    "side": column.side or "",
                    "unit": column.unit,
                }
            )
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    frame.attrs["units"] = {column.name: column.unit for column in comparison.columns}
    return frame


COLUMNS = (
    "kind",
    "source",
    "reference",
    "column",
    "family",
    "feature",
    "title",
    "side",
    "unit",
    "voice",
    "value",
    "low",
    "high",
    "numerator",
    "denominator",
    "n_articles",
    "n_evidence",
    "basis",
    "strength",
    "p",
    "q",
    "caution",
)
