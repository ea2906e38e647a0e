"""Claims compared: statements, figures, conflicts, omissions."""
