"""Comments: a comment file in neutral form → letters with atomic comments."""

from .keys import told_apart
from .letters import letters, reviewer

__all__ = ["letters", "reviewer", "told_apart"]
