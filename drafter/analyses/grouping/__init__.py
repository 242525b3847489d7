"""Grouping: what very many people said → issues, each what one place is told in nearly one wording.

First words that are equal but for letter case, spaces and marks at the ends (`saying_key`), then those that a
sketch of their words takes for alike (`sketches`), every pair of which is held against rules (`same`): what
is nearly equal and means something else (80 % and 90 %, "bổ sung" and "không bổ sung") is never one issue.
"""

from .issues import issues
from .keys import saying_key

__all__ = ["issues", "saying_key"]
