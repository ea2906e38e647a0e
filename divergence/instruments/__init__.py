"""Instruments: the small code that runs trained weights."""
