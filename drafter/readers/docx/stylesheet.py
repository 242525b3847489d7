"""The style sheet: styles by id, each with those that it is based on."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.opc import Element

from .names import W_BASED_ON, W_DEFAULT, W_DOC_DEFAULTS, W_STYLE, W_STYLE_ID, W_TYPE, W_VAL, is_on

_MOST = 20  # styles in a chain: Word itself allows ten or so; a loop ends here


class StyleSheet:
    """The part of styles of a package, or none."""

    def __init__(self, root: Element | None) -> None:
        self._by_id: dict[str, Element] = {}
        self._default: str | None = None  # the paragraph style of what names none
        self.defaults = None if root is None else root.find(W_DOC_DEFAULTS)
        for style in root.iter(W_STYLE) if root is not None else ():
            style_id = style.get(W_STYLE_ID, "")
            self._by_id[style_id] = style
            if style.get(W_TYPE) == "paragraph" and is_on(style.get(W_DEFAULT, "0")):
                self._default = style_id

    def __iter__(self) -> Iterator[Element]:
        return iter(self._by_id.values())

    def __contains__(self, style_id: str | None) -> bool:
        return style_id in self._by_id

    def known(self, style_id: str | None) -> str | None:
        """The style of a paragraph: the default one where it names none, or one that is not there."""
        return style_id if style_id in self._by_id else self._default

    def chain(self, style_id: str | None) -> list[Element]:
        """A style and those it is based on, itself first; none for an unknown one."""
        found: list[Element] = []
        while style_id in self._by_id and len(found) < _MOST:
            style = self._by_id[style_id or ""]
            found.append(style)
            based = style.find(W_BASED_ON)
            style_id = None if based is None else based.get(W_VAL)
        return found
