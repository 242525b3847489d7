"""From the schema of every released drafter to the newest, in steps; Alembic takes them.

A step that has been released is never changed. Each is run whole or not at all.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

FOLDER = Path(__file__).parent


def _config() -> Config:
    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return made


def known() -> frozenset[str]:
    """The versions that this drafter can open."""
    scripts = ScriptDirectory.from_config(_config())
    return frozenset(script.revision for script in scripts.walk_revisions())


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the database of `connection` up to date, within its transaction."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)
