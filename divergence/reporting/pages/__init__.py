"""The pages of a report, one topic a file: each takes the desk and gives a page, or None."""
