"""A record is found by its id without reading the bodies of others on the way.

Revision: 0005
"""

from alembic import op

from traktat.store.connections import script

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Put the records into a table with row ids."""
    for statement in script("0005_lean_records.sql"):
        op.execute(statement)
