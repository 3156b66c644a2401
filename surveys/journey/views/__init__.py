"""The views of the seller's pages, one module per page."""
