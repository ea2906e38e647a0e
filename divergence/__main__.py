"""``python -m divergence`` is the command line."""

from divergence.cli import main

main()
