"""Merging: stories of the new draft rewritten so that their marks lead there from the old one."""
