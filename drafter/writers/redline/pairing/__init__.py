"""Pairing: which block of one draft continues which of the other, and which word within them."""
