"""Fields: of `PAGE`, `REF …` and their like only the result is printed, never the instruction."""

from __future__ import annotations

from lxml import etree

from .names import W_FLD_CHAR, W_FLD_TYPE, W_P


class Fields:
    """The complex fields that are open while a story is read (ECMA-376 17.16.18).

    They nest, and their instruction or result may run on into further paragraphs. `hide` is true
    inside an instruction: what stands there is not printed, results of inner fields included.
    """

    __slots__ = ("_depth", "_story", "_unprinted")

    def __init__(self) -> None:
        self._depth = 0
        self._unprinted: list[int] = []  # depths of the fields that are open and whose result has not begun
        self._story: _Story | None = None

    @property
    def hide(self) -> bool:
        return bool(self._unprinted)

    def turn(self, char: etree._Element) -> None:
        """Take in a `w:fldChar`."""
        kind = char.get(W_FLD_TYPE)
        if kind == "begin":
            self._unprinted.append(self._depth)
            self._depth += 1
        elif kind in ("separate", "end") and self._depth:
            if self.hide and self._unprinted[-1] == self._depth - 1:
                self._unprinted.pop()
            self._depth -= kind == "end"

    def leave(self, p: etree._Element) -> None:
        """At the end of paragraph `p`: an instruction that nothing ends must hide nothing after it."""
        if self.hide and not self._of(p).ends(p, self._depth - self._unprinted[0]):
            self._unprinted = []

    def _of(self, p: etree._Element) -> _Story:
        root = p.getroottree().getroot()
        if self._story is None or self._story.root is not root:
            self._story = _Story(root)
        return self._story


class _Story:
    """Where the fields of a part begin and end, looked through once for all of its paragraphs."""

    __slots__ = ("_after", "_last", "root")

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        # Paragraph → how many signs of fields stand before its end, and how many more of them begin than end.
        self._after: dict[etree._Element, tuple[int, int]] = {}
        self._last: dict[int, int] = {}  # such a difference → the last sign there that ends an instruction
        count = height = 0
        for event, element in etree.iterwalk(root, events=("start", "end"), tag=(W_P, W_FLD_CHAR)):
            if element.tag == W_P:
                if event == "end":
                    self._after[element] = count, height
            elif event == "start":
                kind = element.get(W_FLD_TYPE)
                if kind in ("separate", "end"):
                    self._last[height] = count
                height += (kind == "begin") - (kind == "end")
                count += 1

    def ends(self, p: etree._Element, depth: int) -> bool:
        """Whether the outermost of `depth` fields that are open behind `p` has its instruction ended there.

        That is where as many more have ended than begun since, but for itself; the difference changes by one
        at a time, so that it is enough to know the last place of each.
        """
        count, height = self._after[p]
        return self._last.get(height - depth + 1, -1) >= count
