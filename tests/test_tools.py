"""Tools for an assistant: the same documents as the commands print, and nothing written unless allowed."""

import json
import sys
from pathlib import Path

import anyio
import pytest
from mcp import ClientSession, StdioServerParameters, stdio_client

from drafter.model import Disposition
from drafter.tools.tools import ToolFailure, ToolOptions, Tools
from tests.commands import SAMPLE, part, told


def tools(root: Path, *, write: bool = False) -> Tools:
    return Tools(ToolOptions(root, "vi", "Chuyên viên A", write))


def ask(made: Tools, name: str, **given: object) -> dict[str, object]:
    (function,) = (function for each, function, _ in made.named() if each == name)
    return json.loads(function(**given))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["outline", "targets", "tasks", "comments", "link"])
def test_a_tool_answers_with_the_document_that_the_command_prints(name: str) -> None:
    assert ask(tools(SAMPLE), name) == json.loads(told(name, "--json").stdout)


@pytest.mark.slow
def test_two_drafts_are_compared_by_their_numbers() -> None:
    assert ask(tools(SAMPLE), "diff", old="2", new="3") == json.loads(told("diff", "2", "3", "--json").stdout)


def test_nothing_is_decided_unless_the_person_allows_it() -> None:
    assert {name for name, _, _ in tools(SAMPLE).named()}.isdisjoint({"decide", "undo"})


@pytest.mark.slow
def test_reading_leaves_no_trace_in_the_workspace(tmp_path: Path) -> None:
    folder = part(tmp_path)
    before = sorted(folder.rglob("*"))
    for name in ("comments", "link", "evidence", "table", "log"):
        ask(tools(folder), name)
    with pytest.raises(ToolFailure):
        ask(tools(folder), "show", number=1)
    assert sorted(folder.rglob("*")) == before


@pytest.mark.slow
def test_what_is_decided_is_there_and_can_be_taken_back(tmp_path: Path) -> None:
    made = tools(part(tmp_path), write=True)
    ask(made, "comments")
    ask(made, "decide", numbers=[1], disposition=Disposition.NOTED)
    assert ask(made, "show", number=1)["decision"]["disposition"] == "noted"
    ask(made, "undo", numbers=[1])
    assert ask(made, "show", number=1)["decision"]["disposition"] == "pending"


def test_a_refusal_is_the_one_line_that_people_read() -> None:
    with pytest.raises(ToolFailure, match="9"):
        ask(tools(SAMPLE), "outline", draft="9")


@pytest.mark.slow
def test_an_assistant_meets_the_tools_over_standard_input_and_output(tmp_path: Path) -> None:
    folder = part(tmp_path)

    async def meet() -> None:
        command = StdioServerParameters(
            command=sys.executable, args=["-m", "drafter", "-C", str(folder), "--lang", "en", "mcp"]
        )
        async with stdio_client(command) as (read, write), ClientSession(read, write) as session:
            await session.initialize()
            found = {tool.name: tool for tool in (await session.list_tools()).tools}
            assert "outline" in found and "decide" not in found
            assert all(tool.annotations.read_only_hint for tool in found.values())
            answer = await session.call_tool("outline", {"draft": "3"})
            assert not answer.is_error
            assert json.loads(answer.content[0].text)["draft"]["number"] == 3
            refused = await session.call_tool("outline", {"draft": "9"})
            assert refused.is_error and "9" in refused.content[0].text

    anyio.run(meet)
