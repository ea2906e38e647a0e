"""What figures count, as short noun phrases: the counted noun, and what around it belongs to it."""
