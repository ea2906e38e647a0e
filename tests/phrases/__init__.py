"""Tests of the catalogue of phrases, and of the report that speaks by it."""
