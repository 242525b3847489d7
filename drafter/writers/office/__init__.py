"""Office files: pages, letterhead, grids, sheets and the parts they are packed from. Needs the base alone."""
