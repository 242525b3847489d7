"""Alembic runs this once for an upgrade: on the connection that it is given, in the transaction there."""

from alembic import context

from drafter.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=False,  # the caller's transaction holds all steps, and is taken back whole
)
context.run_migrations()
