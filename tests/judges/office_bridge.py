"""Run by the Python that has UNO: reads jobs from stdin, one JSON a line, answers with the texts.

    python3 office_bridge.py PROFILE_FOLDER

Imports nothing of the project: that Python does not have it.
"""

import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

_COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def hidden():
    value = PropertyValue()
    value.Name, value.Value = "Hidden", True
    return value


def start(profile):
    """The program and its component context."""
    pipe = f"drafter{os.getpid()}"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--nologo"]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"], **quiet)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return process, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def texts_of(text, out):
    """The paragraphs of a text, those in tables too."""
    every = text.createEnumeration()
    while every.hasMoreElements():
        one = every.nextElement()
        if one.supportsService("com.sun.star.text.TextTable"):
            for cell in one.getCellNames():
                texts_of(one.getCellByName(cell), out)
        else:
            out.append(one.getString())


def headers_of(document, out):
    styles = document.getStyleFamilies().getByName("PageStyles")
    for name in styles.getElementNames():
        style = styles.getByName(name)
        if style.isInUse():
            for kind in ("Header", "Footer"):
                if style.getPropertyValue(f"{kind}IsOn"):
                    texts_of(style.getPropertyValue(f"{kind}Text"), out)


def stories(document):
    found = {kind: [] for kind in ("body", "footnotes", "endnotes", "frames", "headers")}
    texts_of(document.getText(), found["body"])
    for kind, notes in (("footnotes", document.getFootnotes()), ("endnotes", document.getEndnotes())):
        for place in range(notes.getCount()):
            texts_of(notes.getByIndex(place), found[kind])
    frames = document.getTextFrames()
    for name in frames.getElementNames():
        texts_of(frames.getByName(name), found["frames"])
    headers_of(document, found["headers"])
    return found


def answer(job, context):
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["path"]), "_blank", 0, (hidden(),))
    if document is None:
        return {"error": "cannot be opened"}
    try:
        frame = document.getCurrentController().getFrame()
        dispatcher.executeDispatch(frame, _COMMANDS[job["view"]], "", 0, ())
        return stories(document)
    finally:
        document.close(True)


def main():
    process, context = start(sys.argv[1])
    try:
        for line in sys.stdin:
            print(json.dumps(answer(json.loads(line), context)), flush=True)
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
