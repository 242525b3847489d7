"""A drafter of tomorrow, for tests: its schema has a step more, so that today's databases are older ones."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from drafter.store import migrations, opening

NEXT = "9002"
_STEP = f'''
"""Comments are put into a table of another shape, to which decisions and history refer; all are rewritten."""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "{NEXT}", "{opening.HEAD}"

def upgrade() -> None:
    with op.batch_alter_table("comments", recreate="always") as table:
        table.add_column(sa.Column("round", sa.Integer(), nullable=False, server_default="1"))
        table.alter_column("agency", new_column_name="sender")
    op.create_table("marks", sa.Column("key", sa.String(40), sa.ForeignKey("comments.key"), primary_key=True))
    op.execute("INSERT INTO marks SELECT key FROM comments")
    op.execute("UPDATE decisions SET content = content || ' '")
    op.execute("UPDATE comments SET round = no")
'''


def tomorrow(folder: Path) -> Path:
    """The steps of tomorrow's drafter, in `folder`."""
    made = shutil.copytree(
        migrations.FOLDER, folder / "tomorrow", ignore=shutil.ignore_patterns("__pycache__")
    )
    (made / "versions" / f"{NEXT}_tomorrow.py").write_text(_STEP, encoding="utf-8")
    return made


@contextmanager
def in_use(steps: Path) -> Iterator[None]:
    """As long as this lasts, databases are opened by tomorrow's drafter."""
    before = migrations.FOLDER, opening.HEAD
    migrations.FOLDER, opening.HEAD = steps, NEXT
    try:
        yield
    finally:
        migrations.FOLDER, opening.HEAD = before
