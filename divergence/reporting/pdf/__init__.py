"""The report as a PDF, and the layout of its sheets."""
