"""The views of a seller's result, one module per concern."""
