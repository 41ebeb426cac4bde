"""What the settings of a round are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

LABELS = {
    "question": Label(_("Question")),
    "questions": Label(_("Questions of further rounds"), _("One on each line: each is a round of its own.")),
    "order": Label(_("Order"), options={"drawn": _("Drawn by lot"), "seated": _("In the order in which people came in")}),
    "seconds": Label(_("Seconds for each person"), _("0: as long as it takes. Nobody is cut off.")),
    "passing": Label(_("People may pass")),
    "notes": Label(
        _("Notes of what is said"),
        options={
            "none": _("None: what is said stays in the circle"),
            "facilitator": _("The facilitator notes"),
            "speakers": _("Those who speak note it themselves; the facilitator can too"),
        },
    ),
    "show_names": Label(_("Show names, and write them in the record"), _("Else people go by the number of their coming.")),
}
