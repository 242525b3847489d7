"""HTML: self-contained pages."""
