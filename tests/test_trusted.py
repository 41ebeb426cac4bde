"""A method that does not come to an end is not asked any more; the others are."""

from itertools import count

import pytest

from tests.conftest import METHODS
from tests.logs import Log
from workshop.agenda import Agenda
from workshop.patience import Patience, TookTooLong
from workshop.trusted import Trusted


def test_a_method_that_does_not_come_to_an_end_is_set_aside(agenda: Agenda) -> None:
    log = Log(METHODS, agenda)
    log.play("OpenRoom")
    log.play("Next")
    told: list[bool] = []
    patience = Patience(0.1)
    trusted = Trusted({**METHODS, "other": METHODS["tiny"]}, patience, lambda: told.append(True))
    with pytest.raises(TookTooLong), trusted.asked(log.state):
        sum(never for never in count() if never < 0)
    patience.close()
    assert set(trusted.methods) == {"other"}
    assert "tiny" in trusted.trouble
    assert told == [True]


def test_a_method_that_answers_stays(agenda: Agenda) -> None:
    log = Log(METHODS, agenda)
    patience = Patience()
    trusted = Trusted(METHODS, patience, lambda: pytest.fail("nothing has changed"))
    with pytest.raises(ValueError), trusted.asked(log.state):
        raise ValueError
    patience.close()
    assert trusted.methods == METHODS
    assert trusted.trouble == ""
