"""Bringing: what only deleted words need (pictures, links, styles, lists) taken over from the old package."""
