"""What Alembic runs: the open connection it is given, and no other."""

from alembic import context

with context.config.attributes["engine"].begin() as connection:
    context.configure(connection=connection, transaction_per_migration=False)
    with context.begin_transaction():
        context.run_migrations()
