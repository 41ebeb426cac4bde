"""The record tells the time of the room."""

from collections.abc import Mapping
from datetime import UTC

import pytest

from workshop.agenda import TemplateError, parse
from workshop.language import Moment, Speaker, _
from workshop.method import Method
from workshop.record.proceedings import Period
from workshop.record.times import Calendar, calendar_of, duration

SAY = Speaker("en")
WINTER = 1_795_000_000_000
SUMMER = WINTER + 180 * 86_400_000
TEMPLATE = 'title = "A"\ntimezone = "Europe/Brussels"\n[[steps]]\nid = "a"\nmethod = "ideas"\ntitle = "A"\n'


def test_summer_and_winter_have_their_own_hours(methods: Mapping[str, Method]) -> None:
    calendar = calendar_of(parse(TEMPLATE, methods), WINTER)
    assert (calendar.iso(WINTER), calendar.offset(WINTER)) == ("2026-11-18T12:06:40+01:00", "UTC+01:00")
    assert (calendar.iso(SUMMER), calendar.offset(SUMMER)) == ("2027-05-17T13:06:40+02:00", "UTC+02:00")


def test_another_day_is_said() -> None:
    calendar = Calendar(UTC, "2026-11-18")
    assert SAY(calendar.span(Period(WINTER, WINTER + 86_400_000))) == "11:06 to 19 November 2026, 11:06"


@pytest.mark.parametrize(
    ("ms", "said"), [(0, "0 seconds"), (1500, "1 second"), (59_999, "59 seconds"), (89_000, "1 minute"), (5_400_000, "90 minutes")]
)
def test_how_long_something_took(ms: int, said: str) -> None:
    assert SAY(duration(ms)) == said


@pytest.mark.parametrize("zone", ["Europe/Nowhere", "", "../../etc/passwd", "x\\u0000y"])
def test_a_time_zone_that_does_not_exist_is_refused_with_its_line(zone: str, methods: Mapping[str, Method]) -> None:
    with pytest.raises(TemplateError, match=r"line 2: timezone: .* write one such as Europe/Brussels"):
        parse(TEMPLATE.replace("Europe/Brussels", zone), methods)


def test_a_moment_is_told_in_the_zone_of_the_room_and_with_its_day_where_that_is_asked_for(methods: Mapping[str, Method]) -> None:
    here = Speaker("en", hours=calendar_of(parse(TEMPLATE, methods), WINTER).moment)
    assert here(_("At {time}.", time=Moment(WINTER))) == "At 12:06."
    assert here(Moment(WINTER, dated=True)) == "18 November 2026, 12:06"
    assert here(Moment(SUMMER)) == "17 May 2027, 13:06"
    assert (SAY(Moment(WINTER)), SAY(Moment(WINTER, dated=True))) == ("11:06", "18 November 2026, 11:06")
