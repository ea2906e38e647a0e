"""Digesting: what is kept of one document for later comparison."""
