"""Entities: whom and what a text names."""
