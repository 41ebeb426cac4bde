"""What the settings of a restorative circle are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

LABELS = {
    "happened": Label(
        _("What happened"), _("In words that all can accept, without blame. People read it on their phones, not on the wall.")
    ),
    "most": Label(_("Room for how many people")),
}
