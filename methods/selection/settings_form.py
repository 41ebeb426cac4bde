"""What the settings of a selection are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

LABELS = {
    "role": Label(_("What is the role called?")),
    "tasks": Label(_("Domain and tasks")),
    "qualities": Label(_("What the person should bring")),
    "term": Label(_("Term, until")),
    "review_date": Label(_("Review date")),
    "names": Label(_("Names that can be chosen, one a line"), _("People with a phone write their own name.")),
    "abstain": Label(_("People may nominate nobody")),
    "questions": Label(_("A round of questions to those who are named")),
    "only_named": Label(_("In the change round only those who were named can be chosen")),
    "tie": Label(
        _("When several are named by as many"),
        options={
            "reasons": _("The reasons decide"),
            "draw": _("A draw"),
            "another_round": _("Another change round"),
            "in_turn": _("One is proposed after the other"),
        },
    ),
    "nominee": Label(
        _("The person proposed is asked"),
        options={"together": _("At the same moment as all"), "first": _("First"), "last": _("Last")},
    ),
    "order": Label(_("Order of speakers"), options={"drawn": _("Drawn"), "seated": _("As they came in")}),
    "seconds": Label(_("Seconds for each speaker"), _("0: as long as it takes.")),
}
