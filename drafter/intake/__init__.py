"""Intake: the one room that touches the files that come in; folders → paths in order → Sources.

It owns which files of a folder count, and the limits under which one is read. What a file holds is for
the readers to say. It may import `errors`, `model`, `opc`, and of `language` the natural order of names.
"""

from .files import read_source, source_of
from .folders import Listing, Refused, listing

__all__ = ["Listing", "Refused", "listing", "read_source", "source_of"]
