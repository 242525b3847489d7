"""The child: a process that reads files which came in, with little memory and time, and says what they are.

What it is given on stdin is one document, what it says on stdout a line for each file, in their order, and a
first one when it is ready. Whatever happens to it, the server lives on.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from drafter.errors import Cause, DrafterError
from drafter.intake.bounds import limit
from drafter.jobs.sorting import FileKind
from drafter.jobs.trial import Incoming, Trial

READY = "ready"


def main() -> None:
    """Read the files that stdin names."""
    out, sys.stdout = sys.stdout, sys.stderr  # what a library prints is no answer
    given = json.load(sys.stdin)
    trial = Trial(Path(given["root"]))
    limit(given["memory"], given["seconds"] * (1 + len(given["files"])))
    _say(out, {"state": READY})
    for each in given["files"]:
        kind = None if each["kind"] is None else FileKind(each["kind"])
        try:
            found = trial.of(
                Incoming(Path(each["path"]), each["name"], kind, each["agency"], each["returned"])
            )
        except MemoryError:
            sys.exit(1)  # what is left of this process is not to be trusted with the next file
        failure = None if found.failure is None else _told(found.failure)
        _say(out, {"kind": found.kind, "failure": failure})


def _say(out: TextIO, line: Mapping[str, object]) -> None:
    out.write(json.dumps(line) + "\n")
    out.flush()


def _told(failure: DrafterError) -> Mapping[str, object]:
    facts = {
        name: {"cause": fact} if isinstance(fact, Cause) else fact if isinstance(fact, int) else str(fact)
        for name, fact in failure.facts.items()
    }
    return {"code": failure.code, "facts": facts}


def failure_of(told: Mapping[str, Any], name: str) -> DrafterError:
    """The failure that the child told of the file `name`."""
    facts = {
        key: Cause(fact["cause"]) if isinstance(fact, dict) else fact for key, fact in told["facts"].items()
    }
    kind = next((each for each in _kinds(DrafterError) if each.code == told["code"]), DrafterError)
    return kind(name, **facts)


def _kinds(kind: type[DrafterError]) -> Iterator[type[DrafterError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _kinds(below)


if __name__ == "__main__":
    main()
