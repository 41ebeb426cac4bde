"""A process has a code and a log of its own"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # nothing wrote to the table of processes before, so there are no rows to bring along; workshops refer to it by its name
    with op.batch_alter_table("process") as process:
        process.add_column(sa.Column("code", sa.String(6), nullable=False))
        process.add_column(sa.Column("seq", sa.Integer(), nullable=False, server_default="0"))
        process.add_column(sa.Column("head", sa.String(64), nullable=False))
        process.create_unique_constraint("process_code_once", ["code"])
    op.create_table(
        "process_event",
        sa.Column("process_id", sa.Integer(), sa.ForeignKey("process.id"), primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("activity", sa.String(64)),
        sa.Column("type", sa.String(80), nullable=False),
        sa.Column("payload", sa.Text()),
        sa.Column("salt", sa.String(32), nullable=False),
        sa.Column("payload_digest", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.UniqueConstraint("process_id", "id", name="process_event_id_once"),
    )


def downgrade() -> None:
    op.drop_table("process_event")
    with op.batch_alter_table("process") as process:
        process.drop_constraint("process_code_once", type_="unique")
        process.drop_column("head")
        process.drop_column("seq")
        process.drop_column("code")
