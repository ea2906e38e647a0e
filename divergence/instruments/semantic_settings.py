"""The settings of the ``semantic`` extra."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SemanticConfig:
    """The encoder of the ``semantic`` extra: a name on the model hub, or a folder.

    ``heads`` is a folder with heads of your own for it; empty means those of the package. Folders
    count from the folder of the configuration file.
    """

    model: str
    heads: str = ""
