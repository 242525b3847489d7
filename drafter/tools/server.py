"""The tools over standard input and output; no port is opened."""

from __future__ import annotations

from mcp.server import MCPServer
from mcp.types import ToolAnnotations

from drafter import __version__
from drafter.wording.messages import say

from .tools import ToolOptions, Tools


def serve_tools(options: ToolOptions) -> None:
    """Answer until the assistant closes its end."""
    made(options).run("stdio")


def made(options: ToolOptions) -> MCPServer:
    """The server with a tool for each job that is allowed."""
    server = MCPServer(
        "drafter",
        version=__version__,
        instructions=say("tools.how" if options.write else "tools.how.reading", options.lang),
        log_level="ERROR",
    )
    for name, function, writes in Tools(options).named():
        server.add_tool(
            function,
            name=name,
            description=say(f"tools.{name}", options.lang),
            annotations=ToolAnnotations(
                read_only_hint=not writes, destructive_hint=False, open_world_hint=False
            ),
            structured_output=False,
        )
    return server
