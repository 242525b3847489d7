"""Run by the Python that has UNO: reads jobs from stdin, one JSON a line, answers with the texts.

    python3 office_bridge.py PROFILE_FOLDER

A job is {"path", "view"}; the answer is the texts by kind of story, or {"error"}.
Imports nothing of the project: that Python does not have it.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

uno: Any = importlib.import_module("uno")

_COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}
_KINDS = ("body", "footnotes", "endnotes", "frames", "shapes", "headers")


def start(profile: Path) -> tuple[subprocess.Popen[bytes], Any]:
    """The program and its component context."""
    pipe = f"drafter{os.getpid()}"
    command = [
        "soffice",
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
    ]
    process = subprocess.Popen(
        [*command, f"--accept=pipe,name={pipe};urp;"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return process, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.1)
    process.kill()
    raise SystemExit("LibreOffice does not answer")


def stop(process: subprocess.Popen[bytes], context: Any) -> None:
    """Asked to go it clears up after itself; ended from outside it leaves its pipe behind."""
    manager = context.ServiceManager
    if manager is not None:
        manager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.terminate()
        process.wait()


def enumerated(container: Any) -> Iterator[Any]:
    every = container.createEnumeration()
    while every.hasMoreElements():
        yield every.nextElement()


def indexed(container: Any) -> Iterator[Any]:
    return (container.getByIndex(place) for place in range(container.getCount()))


def named(container: Any) -> Iterator[Any]:
    return (container.getByName(name) for name in container.getElementNames())


def texts_of(text: Any) -> Iterator[str]:
    """The paragraphs of a text, those in tables too."""
    for one in enumerated(text):
        if one.supportsService("com.sun.star.text.TextTable"):
            for cell in one.getCellNames():
                yield from texts_of(one.getCellByName(cell))
        else:
            yield one.getString()


def shapes_of(shapes: Any) -> Iterator[str]:
    """What stands in drawn shapes, grouped ones too: a text box of Word is one of them, and no frame."""
    for shape in indexed(shapes):
        if shape.supportsService("com.sun.star.drawing.GroupShape"):
            yield from shapes_of(shape)
        elif shape.supportsService("com.sun.star.drawing.Text"):
            yield shape.getString()


def headers_of(document: Any) -> Iterator[str]:
    """Headers and footers of the page styles in use: those of even and of first pages where they differ."""
    for style in named(document.getStyleFamilies().getByName("PageStyles")):
        for kind in ("Header", "Footer"):
            if not style.isInUse() or not style.getPropertyValue(f"{kind}IsOn"):
                continue
            yield from texts_of(style.getPropertyValue(f"{kind}Text"))
            if not style.getPropertyValue(f"{kind}IsShared"):
                yield from texts_of(style.getPropertyValue(f"{kind}TextLeft"))
            if not style.getPropertyValue("FirstIsShared"):
                yield from texts_of(style.getPropertyValue(f"{kind}TextFirst"))


def stories(document: Any) -> dict[str, list[str]]:
    found = (
        texts_of(document.getText()),
        (text for note in indexed(document.getFootnotes()) for text in texts_of(note)),
        (text for note in indexed(document.getEndnotes()) for text in texts_of(note)),
        (text for frame in named(document.getTextFrames()) for text in texts_of(frame)),
        shapes_of(document.getDrawPage()),
        headers_of(document),
    )
    return {kind: list(texts) for kind, texts in zip(_KINDS, found, strict=True)}


def answer(job: dict[str, str], context: Any) -> dict[str, Any]:
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    hidden = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["path"]), "_blank", 0, (hidden,))
    if document is None:
        return {"error": "cannot be opened"}
    try:
        frame = document.getCurrentController().getFrame()
        dispatcher.executeDispatch(frame, _COMMANDS[job["view"]], "", 0, ())
        return {**stories(document)}
    finally:
        document.close(True)


def answered(job: dict[str, str], context: Any) -> dict[str, Any]:
    """One file that cannot be read does not end the work."""
    try:
        return answer(job, context)
    except uno.getClass("com.sun.star.uno.Exception") as error:
        return {"error": str(error)}


def main() -> None:
    process, context = start(Path(sys.argv[1]))
    try:
        for line in sys.stdin:
            print(json.dumps(answered(json.loads(line), context)), flush=True)
    finally:
        stop(process, context)


if __name__ == "__main__":
    main()
