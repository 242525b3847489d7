"""Citations: what a cited place is in a draft."""
