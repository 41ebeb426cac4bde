"""Days as people say them: the day itself, and how far away it is."""

from datetime import date

from workshop.language import Message, Words, _, n_, said_date

NEAR = 60
MONTH = 30.44


def when(day: str, today: date) -> Words:
    """A day (ISO) and how far away it is; "" for none."""
    if not day:
        return ""
    return _("{day}, {distance}", day=said_date(day), distance=distance(day, today))


def distance(day: str, today: date) -> Message:
    """How far away a day (ISO) is."""
    days = (date.fromisoformat(day) - today).days
    if days == 0:
        return _("today")
    if days < 0:
        return _ago(-days)
    if days <= NEAR:
        return n_("in {count} day", "in {count} days", days)
    return n_("in {count} month", "in {count} months", round(days / MONTH))


def late(day: str, today: date) -> Message:
    """Since when something is due."""
    days = (today - date.fromisoformat(day)).days
    if days <= 0:
        return _("due today")
    if days <= NEAR:
        return n_("{count} day late", "{count} days late", days)
    return n_("{count} month late", "{count} months late", round(days / MONTH))


def _ago(days: int) -> Message:
    if days <= NEAR:
        return n_("{count} day ago", "{count} days ago", days)
    return n_("{count} month ago", "{count} months ago", round(days / MONTH))
