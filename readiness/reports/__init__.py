"""What staff see: protected tables about groups of sellers, never a seller's record."""
