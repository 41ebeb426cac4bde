"""The keys of the console, behind a question mark: opened by a press, or by the key itself."""

from collections.abc import Sequence

from workshop.language import Message, Speaker, _
from workshop.pages.elements import Words, adorn, box


def keys(say: Speaker) -> None:
    """Draws the question mark; the browser opens and closes what is behind it."""
    with box("key-help", "details"):
        adorn(Words("summary", "?", "button"), data_key="?", aria_label=say(_("Keys")))
        with box("key-list sheet", "dl"):
            for key, does in _meanings():
                Words("dt", say(key), "kbd")
                Words("dd", say(does))


def _meanings() -> Sequence[tuple[Message | str, Message]]:
    return (
        ("→", _("Next")),
        ("←", _("Back")),
        ("U", _("Take back what was done last")),
        (_("Space"), _("Pause the time, or let it go on")),
        ("F", _("On the wall: the whole screen")),
        ("?", _("These keys")),
    )
