"""What the facilitator sees beside the board: what the machine suggests, and what can be asked of it."""

from collections.abc import Sequence

from methods.mind_map.ballots import NONE
from methods.mind_map.dealing import disagreed
from methods.mind_map.groups import Theme
from methods.mind_map.offers import Change, changes, key_of, offered, twins
from methods.mind_map.proposals import Offer, Part
from methods.mind_map.state import State
from workshop.blocks import Block, Button, Buttons, Card, Cards, Field, Form, Option, Text
from workshop.language import Message, Words, _, n_

MOST = 3  # suggestions at a time
LISTED, SHOWN = 8, 3


def said(state: State) -> Sequence[Block]:
    """One line that is always there once there are groups, so that the board stays where it is."""
    if not state.groups or state.deal:
        return ()
    waiting = n_("{count} idea is not yet placed.", "{count} ideas are not yet placed.", state.waiting)
    text: Message = waiting if state.waiting else _("All ideas are in groups.")
    count = 0 if state.locked else len(offered(state)) + len(twins(state))
    if state.preview and not state.locked:
        text = _("{state} New groups wait under the board.", state=text)
    elif count:
        offers = n_(
            "The machine suggests {count} change, under the board.", "The machine suggests {count} changes, under the board.", count
        )
        text = _("{state} {offers}", state=text, offers=offers)
    return (Text(id="state", pos=15, text=text, tone="soft"),)


def suggestions(state: State) -> Sequence[Block]:
    """What the machine would change: each says what, and is taken or left."""
    if state.locked or state.deal or state.preview:
        return ()
    cards = [*(_offer(state, one) for one in offered(state)), *(_pair(state, key_of(one), one.idea, one.same) for one in twins(state))]
    if not cards:
        return ()
    return (Cards(id="offers", pos=32, items=tuple(cards[:MOST]), label=_("The machine suggests"), total=len(cards), layout="list"),)


def preview(state: State) -> Sequence[Block]:
    """A new grouping, before anything moves."""
    if state.preview is None or state.locked:
        return ()
    moved = changes(state, state.preview)
    if not moved:
        said: Message = _("Grouped again, nothing would move.")
        return (Text(id="preview-says", pos=31, text=said, tone="now"), _choice(_("Good"), None))
    said = n_("Grouped again, {count} card would move:", "Grouped again, {count} cards would move:", len(moved))
    ways = list(dict.fromkeys(_between(one) for one in moved))
    cards = tuple(_way(state, way, [one.card for one in moved if _between(one) == way]) for way in ways[:LISTED])
    return (
        Text(id="preview-says", pos=31, text=said, tone="now"),
        Cards(id="preview", pos=31.2, items=cards, total=len(ways), layout="list"),
        _choice(_("Leave the map as it is"), Button("accept", _("Take the new groups"), "Accept", tone="good")),
    )


def disputed(state: State) -> Sequence[Block]:
    """Cards that the room sorted in different ways, each with the groups that it could go into."""
    found = [one for one in state.settled.values() if one.card in state.unplaced and disagreed(one.tally)]
    if not found or state.locked or state.deal:
        return ()
    cards = tuple(_disputed(state, one.card, one.tally) for one in sorted(found, key=lambda one: one.card)[:LISTED])
    label = _("The room does not agree on these")
    return (Cards(id="disputed", pos=33, items=cards, label=label, total=len(found), layout="list"),)


def relations(state: State) -> Sequence[Block]:
    """What has to do with what."""
    if not state.relations or state.locked:
        return ()
    cards = []
    for one in state.relations:
        args = {"group": one.group, "to": one.to}
        button = Button("unrelate", _("Take it away"), "Unrelate", args)
        cards.append(Card(f"{one.group}-{one.to}", link(state, one.group, one.to), detail=one.word, buttons=(button,)))
    return (Cards(id="relations", pos=40, items=tuple(cards), label=_("Has to do with each other"), layout="list"),)


def frames(state: State) -> Sequence[Block]:
    """The groups of groups, each with a field for its title."""
    if state.locked:
        return ()
    return tuple(_frame(state, theme, 41 + place / 100) for place, theme in enumerate(state.themes))


def _frame(state: State, theme: Theme, pos: float) -> Form:
    inside = " · ".join(group.title for group in state.groups if group.id in theme.groups)
    field = Field("title", _("Title of the frame"), value=theme.title, limit=80, hint=inside)
    return Form(id=f"frame-{theme.id}", pos=pos, fields=(field,), command="Rename", send=_("Change it"), args={"group": theme.id})


def machine(state: State) -> Sequence[Block]:
    """What can be asked of the machine. The buttons stay while it works: it may have failed, and then it never answers."""
    if state.locked or state.deal or not len(state.ideas):
        return ()
    buttons = [Button("regroup", _("Group again …") if state.groups else _("Group again"), "Regroup")]
    if state.groups and any(card not in state.loose for card in state.unplaced):
        label = n_("Place {count} new idea", "Place {count} new ideas", state.waiting)
        buttons.insert(0, Button("place", label, "PlaceNew"))
    blocks: tuple[Block, ...] = (Buttons(id="machine", pos=30, items=tuple(buttons)),)
    if state.asked is None or (state.groups and state.asked.kind not in ("group", "split")):
        return blocks
    return (Text(id="working", pos=25, text=_("The ideas are being sorted…"), tone="soft"), *blocks)


def paper(state: State) -> Sequence[Block]:
    """A card of somebody without a phone."""
    if state.locked:
        return ()
    groups = (Option("", _("Not yet placed")), *(Option(group.id, group.title) for group in state.groups))
    fields = (Field("text", _("A card on paper")), Field("group", _("Into the group"), "choice", required=False, options=groups))
    return (Form(id="paper", pos=60, fields=fields, command="Add", send=_("Add for somebody")),)


def link(state: State, group: str, to: str) -> str:
    """Two groups in one line."""
    return f"{_title(state, group)} — {_title(state, to)}"


def _choice(leave: Message, accept: Button | None) -> Block:
    buttons = (*((accept,) if accept else ()), Button("dismiss", leave, "Dismiss"))
    return Buttons(id="preview-choice", pos=31.4, items=buttons)


def _offer(state: State, offer: Offer) -> Card:
    leave = Button("leave", _("Leave it"), "Decline", {"key": offer.key})
    if len(offer.parts) == 1 and offer.kind == "split":
        text = _("The machine sees no way to divide “{group}”.", group=_title(state, offer.groups[0]))
        return Card(offer.key, text, buttons=(leave,))
    take = Button("take", _("Do it"), "Take", {"key": offer.key}, tone="good")
    return Card(offer.key, _said(state, offer), detail=_parts(state, offer.parts), buttons=(take, leave))


def _said(state: State, offer: Offer) -> Message:
    titles = [_title(state, id) for id in offer.groups]
    match offer.kind:
        case "split":
            return n_("Divide “{group}” into {count}", "Divide “{group}” into {count}", len(offer.parts), group=titles[0])
        case "merge":
            return _("Put “{group}” into “{other}”", group=titles[0], other=titles[1])
        case "new":
            return _("Make a new group of those not yet placed: “{title}”", title=offer.parts[0].title if offer.parts else "")


def _parts(state: State, parts: Sequence[Part]) -> str:
    """Each part with its size and the idea that says most about it."""
    firsts = ((part, _text(state, part.best or (part.ideas[0] if part.ideas else ""))) for part in parts)
    return " · ".join(f"{part.title} ({len(part.ideas)}): {text}" if text else f"{part.title} ({len(part.ideas)})" for part, text in firsts)


def _pair(state: State, key: str, one: str, other: str) -> Card:
    take = Button("take", _("Show as one"), "Take", {"key": key}, tone="good")
    leave = Button("leave", _("Not the same"), "Decline", {"key": key})
    texts = f"{_text(state, one)} / {_text(state, other)}"
    return Card(key, texts, above=_("Do these say the same?"), buttons=(take, leave))


def _disputed(state: State, card: str, tally: dict[str, int]) -> Card:
    buttons = tuple(
        Button(f"to-{to}", f"{_title(state, to)} · {count}", "Move", {"card": card, "to": to})
        for to, count in tally.items()
        if to != NONE and state.group(to)
    )
    none = tally.get(NONE, 0)
    detail = n_("{count} said: none of these", "{count} said: none of these", none) if none else ""
    return Card(card, _text(state, card), detail=detail, buttons=buttons)


def _between(change: Change) -> tuple[str, str, str]:
    return change.before, change.to, change.title


def _way(state: State, way: tuple[str, str, str], moved: Sequence[str]) -> Card:
    """From where to where, how many cards, and the first of them."""
    before, to, title = way
    old, new = _title(state, before), _title(state, to) or title
    if old and new:
        text: Words = f"{old} → {new}" if to else _("{group} → a new group “{title}”", group=old, title=new)
    else:
        text = _("Not yet placed → {group}", group=new) if new else _("{group} → not yet placed", group=old)
    texts = " / ".join(_text(state, card) for card in moved[:SHOWN])
    above = n_("{count} card", "{count} cards", len(moved))
    return Card(f"{before}-{to}-{title}", text, above, f"{texts} …" if len(moved) > SHOWN else texts)


def _title(state: State, group: str) -> str:
    known = state.group(group)
    return known.title if known else ""


def _text(state: State, card: str) -> str:
    idea = state.ideas.get(card)
    return idea.text if idea else ""
