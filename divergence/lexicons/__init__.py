"""Lexicons: word lists as data files, each with its source and licence."""
