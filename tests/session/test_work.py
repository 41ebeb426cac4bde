"""What a step has computed in the background knows the workshop's language, where it asks for it."""

from dataclasses import replace

from tests.conftest import METHODS
from tests.logs import Log
from workshop.agenda import Agenda
from workshop.method import Method, Work
from workshop.session.reading import work_of


def spoken(agenda: Agenda, speaks: bool) -> dict[str, str]:
    log = Log(METHODS, replace(agenda, language="nl"))
    log.play("OpenRoom")
    log.play("Next")
    name = agenda.steps[0].method
    method: Method = replace(METHODS[name], work=lambda state: Work("titles", dict, (), "Take", speaks=speaks))
    work = work_of({**METHODS, name: method}, log.state)
    assert work is not None
    return dict(work.call(*work.args))


def test_the_call_is_given_the_language(agenda: Agenda) -> None:
    assert spoken(agenda, speaks=True) == {"language": "nl"}


def test_it_is_not_where_nobody_asked_for_it(agenda: Agenda) -> None:
    assert spoken(agenda, speaks=False) == {}
