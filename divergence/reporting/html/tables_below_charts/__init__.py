"""Tables below charts: the numbers that a figure shows, each with its way to the sentences."""
