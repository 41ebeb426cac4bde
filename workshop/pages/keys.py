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
            Words("dd", say(_("While you write, keys only write.")), "soft aside")


def _meanings() -> Sequence[tuple[Message | str, Message]]:
    return (
        ("→", _("Next")),
        ("←", _("Back")),
        ("R", _("Reveal, where something is to be revealed")),
        ("U", _("Take back what was done last")),
        ("Y", _("Do again what was taken back")),
        (_("Space"), _("Pause the time, or let it go on")),
        ("F", _("Open the wall; there, F shows it on the whole screen")),
        ("Alt ↑ ↓", _("Move the step that is chosen in the agenda")),
        ("Alt ← →", _("On a board: put the card into the group beside it")),
        ("M", _("On a board: what else can be done with the card")),
        ("?", _("These keys")),
    )
