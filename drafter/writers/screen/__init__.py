"""Screen: what the commands print for people, as tables and lines of a terminal."""
