"""The comparison that the gallery draws: six sample articles, read, measured and compared once.

Run the scripts in the folder ``docs/gallery``.
"""

from pathlib import Path

import divergence
from divergence.config import load_config

ROOT = Path(__file__).resolve().parents[2]

config = load_config(ROOT / "config.toml", ROOT, ROOT)
corpus = divergence.read(ROOT / "seeds")
table = divergence.measure(corpus, sides=config.sides)
comparison = divergence.compare(table)
