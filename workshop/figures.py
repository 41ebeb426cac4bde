"""What the server counts about itself, for `/metrics`: numbers only, nothing about a person or a workshop.

One object is made by the composition root and handed to whoever counts; counting is `figures.accepted += 1`.
"""

from dataclasses import dataclass, field, fields
from typing import Any


def _count(text: str) -> Any:
    return field(default=0, metadata={"type": "counter", "help": text})


def _seconds(text: str) -> Any:
    return field(default=0.0, metadata={"type": "counter", "help": text})


def _level(text: str) -> Any:
    return field(default=0, metadata={"type": "gauge", "help": text})


@dataclass(slots=True)
class Figures:
    """The counters, which only grow, and the levels, which go up and down."""

    workshops_open: int = _level("Workshops that are open.")
    people_connected: int = _level("People with a phone on the line.")
    phones_connected: int = _level("Phones on the line.")
    phones_stale: int = _level("Phones that do not take what is sent and wait for a whole screen.")
    commands_waiting: int = _level("Commands in the queues.")
    commands_accepted_total: int = _count("Commands that were acknowledged.")
    commands_refused_total: int = _count("Commands that were refused, and why was said.")
    commands_limited_total: int = _count("Messages of phones that came too fast.")
    beats_total: int = _count("Beats at which screens were made.")
    beat_seconds_total: float = _seconds("Time of the event loop spent on beats.")
    commits_total: int = _count("Groups of writes that were committed.")
    commit_seconds_total: float = _seconds("Time of the writer spent on committing, the disk included.")
    writes_total: int = _count("Writes that were committed, several to a group.")
    events_total: int = _count("Events appended to logs.")
    guesses_wrong_total: int = _count("Join codes and sign-in links that were not there.")
    guesses_put_off_total: int = _count("Attempts that were told to come again later.")
    bodies_refused_total: int = _count("Requests whose body was larger than allowed.")
    pictures_kept_total: int = _count("Pictures that came in and were kept.")
    pictures_refused_total: int = _count("Pictures that were refused, and why was said.")
    connections_refused_total: int = _count("Connections ended: one too many, a head too large or too slow, an answer that nobody read.")
    log_lines_dropped_total: int = _count("Lines that the log left out because it had said enough.")


def exposition(figures: Figures) -> str:
    """The figures in the text format of Prometheus."""
    return "".join(
        f"# HELP palabre_{one.name} {one.metadata['help']}\n"
        f"# TYPE palabre_{one.name} {one.metadata['type']}\n"
        f"palabre_{one.name} {getattr(figures, one.name):.12g}\n"
        for one in fields(figures)
    )
