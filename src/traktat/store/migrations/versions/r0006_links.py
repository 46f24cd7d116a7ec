"""One more report loads only what it concerns.

Revision: 0006
"""

from alembic import op

from traktat.store.connections import script

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; they are filled when records are next worked out."""
    for statement in script("0006_links.sql"):
        op.execute(statement)
