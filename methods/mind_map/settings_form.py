"""What the settings of a mind map are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

LABELS = {
    "topic": Label(_("Topic"), _("It stands in the middle of the map; a few words are enough.")),
    "who": Label(
        _("Who sorts"),
        _("With the whole room, each phone gets a few cards at a time; a card goes where most of those who sorted it put it."),
        {"facilitator": _("The facilitator"), "room": _("The whole room, on phones")},
    ),
    "late": Label(
        _("Ideas that each phone may still add"), _("0: none. An idea that comes late goes into its nearest group, or waits to be placed.")
    ),
}
