"""A workshop that is only rehearsed says so; what happens beside the steps is found quickly"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("workshop") as batch_op:
        batch_op.add_column(sa.Column("rehearsal", sa.Boolean(), nullable=False, server_default=sa.false()))
    beside = sa.text("activity IS NULL")
    op.create_index("event_of_room", "event", ["workshop_id", "seq"], sqlite_where=beside, postgresql_where=beside)


def downgrade() -> None:
    op.drop_index("event_of_room", "event")
    with op.batch_alter_table("workshop") as batch_op:
        batch_op.drop_column("rehearsal")
