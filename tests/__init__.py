"""Tests of drafter, its benchmarks and the sources of the sample workspace."""
