"""Analyses: model values → model values; no files, no clock, no network."""
