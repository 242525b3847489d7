"""Writers: model values → files, whole or not at all."""
