"""Training the heads of the semantic extra on an encoder."""
