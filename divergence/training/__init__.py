"""Training: rebuild the weights that ship in the package from labelled files."""
