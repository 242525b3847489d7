"""Workspace: a folder with drafts/ and comments/, and what follows from its files, each computed once.

The room owns which files a workspace is made of and when they are read again (`folder`, `inputs`), the memory
of what was computed (`memo`), the stages from a file to links and evidence (`stages`), and the view that one
job has of them (`Workspace`). A file that cannot be used is given to `report` and left out; the others are
processed. It may import all rooms below it.
"""

from .bounds import Bounds
from .decided import now
from .known import as_now
from .stages import Stages
from .workspace import Workspace

__all__ = ["Bounds", "Stages", "Workspace", "as_now", "now"]
