"""Office files: pages, letterhead, portrait and landscape."""
