"""Plots: each file draws one result on an Axes and computes nothing."""
