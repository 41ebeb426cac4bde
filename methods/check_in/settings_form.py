"""What the settings of a check-in are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

LABELS = {
    "question": Label(_("Question"), _("Left empty, people are asked how they arrive.")),
    "form": Label(_("People answer with"), options={"word": _("One word"), "sentence": _("One sentence")}),
    "hidden": Label(_("Hide the answers until you show them")),
    "limit": Label(_("Longest answer, in letters")),
}
