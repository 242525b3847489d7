"""Intake: the one room that touches the files that come in; folders, archives, mails → Sources in order.

PDFs and pictures become pages here, in a child process (`intake.paper`); readers make sense of those. It
owns which files of a folder count, the limits under which one is read, and what lies in a file in which
several were sent. What a file says is for the readers to say. It may import `errors`, `model`, `opc`, `mail`,
and of `language` the natural order of names and how they are spelled.
"""

from .archives import document_in
from .containers import CONTAINERS, Member, is_message, looks_packed, unpacked
from .files import read_source, source_of
from .folders import Listing, Refused, listing

__all__ = [
    "CONTAINERS",
    "Listing",
    "Member",
    "Refused",
    "document_in",
    "is_message",
    "listing",
    "looks_packed",
    "read_source",
    "source_of",
    "unpacked",
]
