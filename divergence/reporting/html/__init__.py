"""The report as a page: one self-contained file, with a reader of the articles inside."""
