"""What the settings of a mind map are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

LABELS = {
    "topic": Label(_("Topic"), _("It stands in the middle of the map; a few words are enough.")),
}
