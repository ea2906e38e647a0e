"""Features: each module finds one kind of evidence in one document and declares its measures."""
