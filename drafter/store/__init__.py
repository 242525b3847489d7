"""The store: decisions of people with their whole history; the only state there is.

It owns the tables of the database, how it is opened and brought up to date (`opening`, `migrations`), and the
ways in and out (`Store`): numbers that are never given twice, saves that are whole or not at all and refused
where somebody has saved in between, history that only grows, snapshots of what went out. SQLite in the
workspace, or PostgreSQL on a server, by the same code. It may import `errors` and `model`.
"""

from .opening import FOLDER, Database, location
from .store import Store

__all__ = ["FOLDER", "Database", "Store", "location"]
