"""Comments: a comment file in neutral form → letters with atomic comments."""

from .copy_letters import reviewer
from .covers import cover_of
from .keys import told_apart
from .letters import letters
from .repeated import told_once

__all__ = ["cover_of", "letters", "reviewer", "told_apart", "told_once"]
