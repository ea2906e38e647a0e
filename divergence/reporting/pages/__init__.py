"""The pages of a report, one topic a file: each takes the context and gives a page, or None."""
