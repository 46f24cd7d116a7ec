"""Evidence, judgements and records.

Revision: 0001
"""

from alembic import op

from traktat.store.connections import script

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    for statement in script("0001_tables.sql"):
        op.execute(statement)
