"""Words compared: keyness, shifts, labels."""
