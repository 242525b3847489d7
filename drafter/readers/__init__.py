"""Readers: files → model values, with notices; nothing is decided here."""
