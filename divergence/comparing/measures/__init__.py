"""Measures compared: estimates, contrasts, divergence, periods."""
