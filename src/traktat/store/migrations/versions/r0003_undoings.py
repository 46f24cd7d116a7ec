"""A judgement can be taken back by several people, each with a line of their own.

Revision: 0003
"""

from alembic import op

from traktat.store.connections import script

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table anew and carry every judgement over."""
    for statement in script("0003_undoings.sql"):
        op.execute(statement)
