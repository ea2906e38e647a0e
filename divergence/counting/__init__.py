"""Counting: what a feature declares, and its counts, which add up."""
