from sqlalchemy import bindparam, create_engine, insert, select
from sqlalchemy.dialects import postgresql

from workshop.store.prepared import Prepared
from workshop.store.tables import account, metadata

FIND = Prepared(select(account.c.role, account.c.expires_at).where(account.c.token_hash == bindparam("hash")), ("hash",))
ADD = Prepared(insert(account), ("expires_at", "token_hash", "role"))


def test_values_are_given_in_the_order_of_the_names_whatever_the_order_of_the_places() -> None:
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as db:
        ADD.run(db, 7, "a hash", "staff")
        ADD.many(db, [(8, "another", "staff"), (9, "a third", "facilitator")])
        assert [tuple(row) for row in FIND.run(db, "a hash")] == [("staff", 7)]
        assert FIND.read(db, "a third") == [("facilitator", 9)]
        assert FIND.run(db, "nobody's") == []
    engine.dispose()


def test_the_text_for_postgresql_names_its_places() -> None:
    text, order = ADD._text(postgresql.dialect())  # type: ignore[no-untyped-call]
    assert "%(token_hash)s" in text
    assert ADD._given((7, "a hash", "staff"), order) == {"expires_at": 7, "token_hash": "a hash", "role": "staff"}
