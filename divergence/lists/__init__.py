"""Lists: word lists of one's own, and the features that they become."""
