"""Routes: one module for each page; each has `ROUTES`, and its templates are named after it."""
