"""Run by the Python that has UNO: edits tables in LibreOffice as a person would, and saves them.

    python3 table_editor.py PROFILE_FOLDER

Reads jobs from stdin, one JSON a line: {"path", "steps", "saves"}. A step is ["put", row, column, text],
["delete", row] or, in a sheet, ["sort", column]; rows and columns count from 0, the header being row 0.
"saves" are [path, filter] one after the other, each opened again from the last. Answers with {} or {"error"}.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

_spec = importlib.util.spec_from_file_location("office_bridge", Path(__file__).with_name("office_bridge.py"))
assert _spec is not None and _spec.loader is not None
bridge: Any = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(bridge)


def value(name: str, what: object) -> Any:
    made = bridge.uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, what
    return made


def opened(desktop: Any, path: str) -> Any:
    return desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, (value("Hidden", True),))


def answers(document: Any) -> Any:
    """The table of answers in a text: the one with most rows."""
    return max(bridge.named(document.getTextTables()), key=lambda table: table.getRows().getCount())


def edit_text(document: Any, step: list[Any]) -> None:
    table = answers(document)
    match step:
        case ["put", row, column, text]:
            table.getCellByName(f"{chr(65 + column)}{row + 1}").setString(text)
        case ["delete", row]:
            table.getRows().removeByIndex(row, 1)


def edit_sheet(document: Any, step: list[Any]) -> None:
    sheet = document.getSheets().getByIndex(0)
    match step:
        case ["put", row, column, text]:
            sheet.getCellByPosition(column, row).setString(text)
        case ["delete", row]:
            sheet.getRows().removeByIndex(row, 1)
        case ["sort", column]:
            cursor = sheet.createCursor()
            cursor.gotoEndOfUsedArea(False)
            last = cursor.getRangeAddress()
            field = bridge.uno.createUnoStruct("com.sun.star.table.TableSortField")
            field.Field, field.IsAscending = column, False
            fields = bridge.uno.Any("[]com.sun.star.table.TableSortField", (field,))
            cells = sheet.getCellRangeByPosition(0, 1, last.EndColumn, last.EndRow)
            bridge.uno.invoke(cells, "sort", ((value("SortFields", fields), value("ContainsHeader", False)),))


def done(desktop: Any, job: dict[str, Any]) -> None:
    document = opened(desktop, job["path"])
    edit = edit_text if document.supportsService("com.sun.star.text.TextDocument") else edit_sheet
    for step in job["steps"]:
        edit(document, step)
    for path, kind in job["saves"]:
        document.storeAsURL(Path(path).as_uri(), (value("FilterName", kind),))
        document.close(True)
        document = opened(desktop, path)
    document.close(True)


def main() -> None:
    process, context = bridge.start(Path(sys.argv[1]))
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    try:
        for line in sys.stdin:
            try:
                done(desktop, json.loads(line))
                answer: dict[str, str] = {}
            except Exception as error:  # whatever LibreOffice refuses is told to the test
                answer = {"error": f"{type(error).__name__}: {error}"}
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()
    finally:
        bridge.stop(process, context)


if __name__ == "__main__":
    main()
