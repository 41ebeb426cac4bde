"""How Alembic reaches the database: over the connection that `workshop.store.database` hands in."""

from alembic import context

from workshop.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
