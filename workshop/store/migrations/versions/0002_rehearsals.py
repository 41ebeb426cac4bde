"""A workshop that is only rehearsed says so; what happens beside the steps is found quickly"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # added in place: making the table anew, as Alembic would on SQLite, breaks what refers to its rows
    op.add_column("workshop", sa.Column("rehearsal", sa.Boolean(), nullable=False, server_default=sa.false()))
    beside = sa.text("activity IS NULL")
    op.create_index("event_of_room", "event", ["workshop_id", "seq"], sqlite_where=beside, postgresql_where=beside)


def downgrade() -> None:
    op.drop_index("event_of_room", "event")
    op.drop_column("workshop", "rehearsal")
