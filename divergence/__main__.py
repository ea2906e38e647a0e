"""``python -m divergence`` is the command line."""

from narrative_divergence import main

main()
