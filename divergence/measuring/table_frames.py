"""A feature table as pandas frames, wide or tidy, and as Parquet, with units in the metadata."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from divergence.counting.reasons import undefined
from divergence.counting.tally import (
    DENOMINATOR,
    NUMERATOR,
    VOICE_CHOICES,
    Floats,
    ratios,
    scales,
    with_all,
)
from divergence.errors import UsageError
from divergence.measuring.table import TEXT_FIELDS, identity, units
from divergence.measuring.writing import described, replacing

if TYPE_CHECKING:
    import pandas as pd

    from divergence.counting.columns import Column
    from divergence.measuring.table import FeatureTable

TIDY = (
    "article", "source", "feature", "measure", "side", "voice", "value", "numerator",
    "denominator", "unit", "reason",
)  # fmt: skip
_ORDER = (("", "all"), ("|reporter", "reporter"), ("|quoted", "quoted"))


def wide(table: FeatureTable) -> pd.DataFrame:
    """Return one row a text; see :meth:`FeatureTable.to_frame`."""
    import pandas as pd

    cells: dict[str, object] = {}
    if table.index is None:
        named = [identity(tally) for tally in table.tallies]
        cells = {
            name: pd.Series([article[name] for article in named], dtype=str) for name in TEXT_FIELDS
        }
    cells["words"] = np.array([tally.n_words for tally in table.tallies], dtype=np.int64)
    numbers = ratios(_counts(table), scales(table.columns))
    for at, column in enumerate(table.columns):
        for ending, voice in _ORDER:
            cells[f"{column.name}{ending}"] = numbers[:, at, VOICE_CHOICES.index(voice)]
    frame = pd.DataFrame(cells, index=table.index)
    frame.attrs.update(_attributes(table))
    return frame


def tidy(table: FeatureTable) -> pd.DataFrame:
    """Return one row a number; see :meth:`FeatureTable.to_tidy`."""
    import pandas as pd

    counts = _counts(table)
    numbers = ratios(counts, scales(table.columns))
    n_texts, n_columns, n_voices = numbers.shape
    n_numbers = n_columns * n_voices
    articles = [tally.article for tally in table.tallies]

    def by_text(values: list[str]) -> list[str]:
        return [value for value in values for _ in range(n_numbers)]

    def by_column(values: list[str]) -> list[str]:
        once = [value for value in values for _ in range(n_voices)]
        return once * len(table)

    frame = pd.DataFrame(
        {
            "article": pd.Series(by_text([article.id for article in articles]), dtype=str),
            "source": pd.Series(by_text([article.source for article in articles]), dtype=str),
            "feature": pd.Series(by_column([c.feature for c in table.columns]), dtype=str),
            "measure": pd.Series(by_column([_measure(c) for c in table.columns]), dtype=str),
            "side": pd.Series(by_column([c.side or "" for c in table.columns]), dtype=str),
            "voice": pd.Series(list(VOICE_CHOICES) * (n_texts * n_columns), dtype=str),
            "value": numbers.ravel(),
            "numerator": counts[..., NUMERATOR].ravel(),
            "denominator": counts[..., DENOMINATOR].ravel(),
            "unit": pd.Series(by_column([c.unit for c in table.columns]), dtype=str),
            "reason": pd.Series(_reasons(table, numbers), dtype=str),
        },
        columns=list(TIDY),
    )
    if table.index is not None:
        frame.index = table.index.repeat(n_numbers)
    frame.attrs.update(_attributes(table))
    return frame


def write_parquet(table: FeatureTable, path: Path) -> Path:
    """Write the wide frame; see :meth:`FeatureTable.to_parquet`."""
    if path.suffix.lower() != ".parquet":
        raise UsageError(f"{path}: to_parquet writes .parquet files; name one")
    with replacing(path) as temporary:
        import pyarrow as pa
        import pyarrow.parquet as pq

        frame = wide(table)
        made = pa.Table.from_pandas(frame)
        known = dict(made.schema.metadata or {})
        # The key under which pandas itself keeps attrs, so that it finds them again.
        known[b"PANDAS_ATTRS"] = json.dumps(frame.attrs).encode()
        schema = described(made.schema, units(table.columns)).with_metadata(known)
        pq.write_table(made.cast(schema), temporary)
    return path


def _counts(table: FeatureTable) -> Floats:
    """Sums of every text: texts, columns, voices with all, numerator and denominator."""
    sums = np.zeros((len(table), len(table.columns), 2, 2))
    for at, tally in enumerate(table.tallies):
        sums[at] = tally.counts.sum(axis=0)
    return with_all(sums)


def _attributes(table: FeatureTable) -> dict[str, object]:
    return {
        "units": table.units,
        "versions": {feature.name: feature.version for feature in table.features},
    }


def _measure(column: Column) -> str:
    return column.name.removesuffix(f"[{column.side}]") if column.side else column.name


def _reasons(table: FeatureTable, numbers: Floats) -> list[str]:
    whole = table.reasons or ("",) * len(table)
    why = [[undefined(c.per, voice) for voice in VOICE_CHOICES] for c in table.columns]
    return [
        (reason or why[column][voice]) if isnan else ""
        for reason, row in zip(whole, np.isnan(numbers).tolist(), strict=True)
        for column, cells in enumerate(row)
        for voice, isnan in enumerate(cells)
    ]
