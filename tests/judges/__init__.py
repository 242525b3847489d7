"""Judges of redlines that know nothing of the program that wrote them."""
