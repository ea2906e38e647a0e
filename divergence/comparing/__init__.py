"""Comparing: everything that needs more than one document."""
