"""Reports, statements and clauses can be searched by their words.

Revision: 0002
"""

from alembic import op

from traktat.store.connections import script

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indexes and fill them from what is stored."""
    for statement in script("0002_search.sql"):
        op.execute(statement)
