"""Fuzzing: files as accidents or attackers leave them, through the commands, in bounded time and memory.

`case(seed)` makes one damaged file of an official, sample or redline file, of a letter, an edited table, a
database or settings; equal seeds give equal files. A child process without network runs the commands on it
and watches: exit 0 or 3, no defect, at most 10 s and 1 GB, nothing written outside the output folder, every
input as it was. `python -m tests.fuzz --seeds 0-999` runs a thousand and says what failed, shrunk.
"""
