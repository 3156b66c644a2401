"""A seller's result: submitted, shown, explained, kept, taken away, deleted."""
