"""Measuring: from evidence to counts that add up, and to a table of numbers."""
