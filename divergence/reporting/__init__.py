"""Reporting: from a comparison to pages, pictures and a machine-readable file."""
