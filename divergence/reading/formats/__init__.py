"""Formats: one kind of file each, from bytes to drafts."""
