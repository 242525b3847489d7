"""What every failure is."""

from __future__ import annotations

from os import PathLike, fspath
from typing import ClassVar


class DrafterError(Exception):
    """Nothing can be used of `path`. Raised by readers, writers and the workspace."""

    code: ClassVar[str] = "unusable"
    exit_code: ClassVar[int] = 3
    http_status: ClassVar[int] = 422
    of_file: ClassVar[bool] = True  # False: `path` has no fault, and the sentence does not begin with it

    def __init__(self, path: str | PathLike[str], **facts: object) -> None:
        self.path = fspath(path)
        self.facts = facts
        super().__init__(self.path, facts)

    def at(self, path: str) -> DrafterError:
        """The same failure, the file named as `path`."""
        return type(self)(path, **self.facts)

    def __reduce__(self) -> tuple[object, ...]:
        """Facts are named: it comes back from another process as it was."""
        return _again, (type(self), self.path, self.facts)

    def __str__(self) -> str:
        return f"{self.path}: {self.code} {self.facts or ''}".rstrip()


def _again(kind: type[DrafterError], path: str, facts: dict[str, object]) -> DrafterError:
    return kind(path, **facts)
