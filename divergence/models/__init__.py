"""Models: trained weights, their cards, and the small code that applies them."""
