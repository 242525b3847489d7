"""Charts: values → small pictures in SVG, in pages and, drawn as PNG, in documents.

A picture stands alone: it names its own colours, which keep a contrast of 3 to 1 on white and on the dark
ground of a page; a style sheet may set others by the classes `fill-…`. It needs no script, no style
attribute and no font of its own. What is written in it is escaped: the result is `Markup`. A picture says
nothing that is not told in words beside it; `title` names it for those who do not see it.
"""

from .bars import Bar, BarPart, grouped_bars, stacked_bar, stacked_bars
from .marks import StripMark, strip
from .slope import SlopeLine, SlopePoint, slope
from .svg import TONES, tone

__all__ = [
    "TONES", "Bar", "BarPart", "SlopeLine", "SlopePoint", "StripMark",
    "grouped_bars", "slope", "stacked_bar", "stacked_bars", "strip", "tone",
]  # fmt: skip
