"""Grouping: what very many people said → issues, each what one place is told in nearly one wording.

Words are equal but for letter case, spaces and marks at the ends (`saying_key`).
"""

from .issues import issues
from .keys import saying_key

__all__ = ["issues", "saying_key"]
