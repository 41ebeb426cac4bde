"""A workshop can be put into the archive: it is listed apart"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # added in place: making the table anew, as Alembic would on SQLite, breaks what refers to its rows
    op.add_column("workshop", sa.Column("archived", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("workshop", "archived")
