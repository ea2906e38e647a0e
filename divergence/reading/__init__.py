"""Reading: from a path to articles, and to the reasons why an input was not used."""

from divergence.reading.folder import iter_read, read

__all__ = ["iter_read", "read"]
