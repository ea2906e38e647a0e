"""Text: from an article to words, sentences, syntax, quotations, attributions and mentions."""
