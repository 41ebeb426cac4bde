"""Days and hours as the record says them: in the time zone of the room, in our own words, the same on every machine."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from workshop.agenda import Agenda, zone_of
from workshop.language import Message, Moment, Words, _, day_of, n_
from workshop.record.proceedings import Period


@dataclass(frozen=True, slots=True)
class Calendar:
    """Tells the time in one zone; `today` is the day (as ISO date) that need not be said."""

    zone: tzinfo
    today: str = ""

    def iso(self, ms: int) -> str:
        """Such as 2026-11-22T14:05:07+01:00."""
        return self._at(ms).isoformat(timespec="seconds")

    def date(self, ms: int) -> str:
        """Such as 2026-11-22."""
        return self._at(ms).date().isoformat()

    def day(self, ms: int) -> Message:
        """Such as 22 November 2026."""
        return day_of(self._at(ms).date())

    def hour(self, ms: int) -> Words:
        """Such as 14:05, with the day where it is another one."""
        hour = self._at(ms).strftime("%H:%M")
        return hour if self.date(ms) == self.today else _("{day}, {hour}", day=self.day(ms), hour=hour)

    def moment(self, moment: Moment) -> Words:
        """The hour of a moment, with its day where that is asked for."""
        hour = self._at(moment.at).strftime("%H:%M")
        return _("{day}, {hour}", day=self.day(moment.at), hour=hour) if moment.dated else self.hour(moment.at)

    def span(self, period: Period) -> Message:
        """Such as 14:05 to 14:17."""
        return _("{start} to {end}", start=self.hour(period.start), end=self.hour(period.end))

    def offset(self, ms: int) -> str:
        """Such as UTC+01:00."""
        return f"UTC{self._at(ms).isoformat()[-6:]}"

    def _at(self, ms: int) -> datetime:
        return datetime.fromtimestamp(ms // 1000, UTC).astimezone(self.zone)


def calendar_of(agenda: Agenda, start: int) -> Calendar:
    """The calendar of a workshop that began at a time."""
    calendar = calendar_of_zone(agenda.timezone)
    return Calendar(calendar.zone, calendar.date(start))


def calendar_of_zone(zone: str) -> Calendar:
    """The calendar of a time zone, by its name; where there is none of that name, that of Universal Time."""
    return Calendar(zone_of(zone) or UTC)


def duration(ms: int) -> Message:
    """How long something took: in minutes, or in seconds where it was shorter."""
    if ms < 60_000:
        return n_("{count} second", "{count} seconds", ms // 1000)
    return n_("{count} minute", "{count} minutes", (ms + 30_000) // 60_000)
