"""The workspace: a folder with drafts/ and comments/; joins readers and analyses, reads each file once.

A file that cannot be used is given to `report` and left out; the others are processed.
"""

from .reading import DRAFT_SUFFIXES
from .redlines import Workspace

__all__ = ["DRAFT_SUFFIXES", "Workspace"]
