"""When, where and in whose name figures are given."""
