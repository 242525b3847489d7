"""Finishing: once the words stand, comments are hung, bars drawn, parts put in their order."""
