"""Attributions: who is given which words, by which cue."""
