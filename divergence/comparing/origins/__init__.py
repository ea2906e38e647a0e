"""Origins: near-duplicates, shared passages, shared accounts."""
