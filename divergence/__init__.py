"""divergence shows how several newsrooms tell one event differently."""

__version__ = "0.1.0"
