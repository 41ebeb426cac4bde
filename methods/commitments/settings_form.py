"""What the settings of a pact are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

LABELS = {
    "question": Label(_("Question"), _("Left empty, people are asked who does what, by when.")),
    "phones": Label(_("People write on their phones"), _("Otherwise the facilitator notes what is said, and people confirm it.")),
    "helping": Label(_("Others can say that they help")),
}
