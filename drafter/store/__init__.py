"""The store: decisions of people with their whole history; the only state there is.

It owns the tables of the database, how it is opened and brought up to date (`opening`, `migrations`), and the
ways in and out (`Store`): numbers that are never given twice, saves that are whole or not at all and refused
where somebody has saved in between, history that only grows, snapshots of what went out. SQLite in the
workspace, or PostgreSQL on a server, by the same code. It may import `errors` and `model`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .place import FOLDER, location

if TYPE_CHECKING:
    from .opening import Database
    from .quick import quick_store
    from .store import Store
    from .waiting import Wait, Waits

__all__ = ["FOLDER", "Database", "Store", "Wait", "Waits", "location", "quick_store"]


def __getattr__(name: str) -> Any:
    """SQLAlchemy takes longer to load than most commands need: it is, where there is something to open."""
    if name == "Database":
        from .opening import Database

        return Database
    if name == "quick_store":
        from .quick import quick_store

        return quick_store
    if name == "Store":
        from .store import Store

        return Store
    raise AttributeError(name)
