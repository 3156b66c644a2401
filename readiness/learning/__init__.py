"""Tutorials: what there is to learn from, and which of it suits one seller. Plain Python, no Django."""
