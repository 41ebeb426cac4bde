"""The page to print from: a line of controls that stays off the paper, and the sheets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode
from xml.etree.ElementTree import Element

from workshop.language import Message, Speaker, _, n_
from workshop.printing.badges import badges
from workshop.printing.cards import cards
from workshop.printing.overview import overview
from workshop.printing.paper import add, document, text_of, words
from workshop.printing.poster import poster
from workshop.printing.press import Press
from workshop.printing.tables import table_cards

MOST: Final = 400


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing to print; some need to know who sits where."""

    name: Message
    help: Message
    draw: Callable[[Element, Press], None]
    seats: bool = False


KINDS: Final[Mapping[str, Kind]] = {
    "poster": Kind(_("Poster"), _("For the door: the code to come in by."), poster),
    "tables": Kind(_("Table cards"), _("One for each table: fold it, and stand it up."), table_cards, seats=True),
    "badges": Kind(_("Badges"), _("Ten on a sheet: cut them at the marks. Each says its table in every round."), badges, seats=True),
    "plan": Kind(_("Seating plan"), _("To hang up: everybody’s table in each round."), overview, seats=True),
    "cards": Kind(_("Blank cards"), _("For ideas on paper. Print as many copies as you like."), cards),
}


def page_of(press: Press, wanted: str, people: int, seatable: bool, say: Speaker) -> str:
    """The page in HTML; `say` speaks to whoever prints, `press.say` on the paper. `seatable`: a step of the workshop seats people."""
    kind = KINDS.get(wanted, KINDS["poster"])
    root, body = document(f"{press.title} – {say(kind.name)}", press.say.language)
    _controls(body, press, kind, people, seatable, say)
    paper = add(body, "main", "", "sheets")
    if not kind.seats or press.seats is not None:
        kind.draw(paper, press)
    return text_of(root)


def _controls(body: Element, press: Press, kind: Kind, people: int, seatable: bool, say: Speaker) -> None:
    bar = add(body, "header", "", "controls", lang=say.language)
    add(bar, "a", say(_("← Console")), "button", href=f"/console/{press.code}")
    choice = add(bar, "nav", aria_label=say(_("What to print")))
    for name, one in KINDS.items():
        if seatable or not one.seats:
            where = urlencode({"show": name} | ({"people": people} if people else {}))
            now = {"aria_current": "page"} if one is kind else {}
            add(choice, "a", say(one.name), "button", href=f"?{where}", **now)
    add(bar, "button", say(_("Print")), "button go", type="button", data_print="")
    add(bar, "p", say(kind.help), "about")
    if kind.seats:
        _who(bar, press, kind, people, say)


def _who(bar: Element, press: Press, kind: Kind, people: int, say: Speaker) -> None:
    seats = press.seats
    if seats is not None:
        counted = n_("{count} person", "{count} people", len(seats.guests))
        tables = n_("{count} table", "{count} tables", len(seats.tables))
        rounds = n_("{count} round", "{count} rounds", len(seats.rounds))
        words(bar, "p", say(_("{people}, {tables}, {rounds}.", people=counted, tables=tables, rounds=rounds)), "about")
    if seats is None or seats.foreseen:
        _number(bar, kind, len(seats.guests) if seats else people, say)


def _number(bar: Element, kind: Kind, people: int, say: Speaker) -> None:
    form = add(bar, "form", "", "people")
    label = add(form, "label", say(_("Nobody is seated yet. For how many people?")) + " ")
    field = add(label, "input", type="number", name="people", min=2, max=MOST, required="", inputmode="numeric")
    field.set("value", str(people or ""))
    add(form, "input", type="hidden", name="show", value=next(name for name, one in KINDS.items() if one is kind))
    add(form, "button", say(_("Seat them")), "button")
    hint = _("Write this number into the settings of the step too: then everybody sits as the badge says, "
             "and phones say which one to take.")  # fmt: skip
    add(form, "p", say(hint), "about")
