"""Comments: a comment file in neutral form → letters with atomic comments."""

from .copy_letters import reviewer
from .keys import told_apart
from .letters import letters
from .repeated import told_once

__all__ = ["letters", "reviewer", "told_apart", "told_once"]
