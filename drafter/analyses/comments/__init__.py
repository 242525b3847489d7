"""Comments: a comment file in neutral form → letters with atomic comments."""

from .apart import as_first_read, known_draft, told_apart
from .copy_letters import reviewer
from .covers import cover_of
from .letters import letters
from .repeated import told_once

__all__ = ["as_first_read", "cover_of", "known_draft", "letters", "reviewer", "told_apart", "told_once"]
