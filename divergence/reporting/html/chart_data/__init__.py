"""From a figure or a table to the numbers in it, and from each number to its sentences."""
