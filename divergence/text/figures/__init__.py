"""Figures: numbers, and what they count, when and for whom."""
