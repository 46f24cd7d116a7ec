"""Lists, persons and states can be asked for without loading a record.

Revision: 0004
"""

from alembic import op

from traktat.store.connections import script

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; they are filled when records are next worked out."""
    for statement in script("0004_lists.sql"):
        op.execute(statement)
