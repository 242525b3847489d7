"""The tables. What a migration of `migrations/versions` makes is the same to the last constraint (a test
compares them)."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
_KEY, _MOMENT = 40, 40  # characters

# Numbers are counted here, not by the database: a save that is taken back leaves no gap on any of them.
COMMENTS = Table(
    "comments",
    METADATA,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("key", String(_KEY), nullable=False),
    Column("agency", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("draft_number", Integer),
    Column("path", Text, nullable=False),
    Column("first_read", String(_MOMENT), nullable=False),
    UniqueConstraint("key"),
)

# `content`: the decision as JSON, without what has a column of its own.
DECISIONS = Table(
    "decisions",
    METADATA,
    Column("key", ForeignKey(COMMENTS.c.key), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("disposition", String(20), nullable=False),
    Column("assignee", Text, nullable=False),
    Column("content", Text, nullable=False),
)

ACTS = Table(
    "acts",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("who", Text, nullable=False),
    Column("at", String(_MOMENT), nullable=False),
    Column("via", String(20), nullable=False),
    Column("draft", Integer),
    Column("undoes", ForeignKey("acts.id")),
)

# What each act made of each decision. The version is unique: no save is lost under another.
HISTORY = Table(
    "history",
    METADATA,
    Column("act", ForeignKey(ACTS.c.id), primary_key=True),
    Column("key", ForeignKey(COMMENTS.c.key), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    UniqueConstraint("key", "version"),
)

SNAPSHOTS = Table(
    "snapshots",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), nullable=False),
    Column("who", Text, nullable=False),
    Column("at", String(_MOMENT), nullable=False),
    Column("draft", Integer),
    Column("path", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("agency", Text, nullable=False),
    Column("content", Text, nullable=False),  # inputs, decisions, rows as JSON
    Column("output", LargeBinary, nullable=False),
)

Index("ix_decisions_disposition", DECISIONS.c.disposition)
