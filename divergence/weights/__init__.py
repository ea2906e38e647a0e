"""Weights: trained numbers and their model cards, no code (see the room ``instruments``)."""

from pathlib import Path

WEIGHTS_FOLDER = Path(__file__).parent
