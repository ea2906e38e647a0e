"""Accounts of one event, labelled by readers: what the program says, and how often rightly."""
