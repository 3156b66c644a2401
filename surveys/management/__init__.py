"""Commands of the asking side."""
