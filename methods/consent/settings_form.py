"""What the settings of a consent decision are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

LABELS = {
    "happens": Label(_("What is happening?"), _("What you write here and below is there when the step begins, and can still be changed.")),
    "matters": Label(_("Why does it matter?")),
    "proposal": Label(_("The proposal"), _("Left empty, the best idea of the steps before is the beginning of it.")),
    "responsible": Label(_("Responsible")),
    "criteria": Label(_("How we will see whether it works")),
    "review_date": Label(_("Review date")),
    "show_names": Label(_("Show who has which objection"), _("Otherwise objections stand without names.")),
}
