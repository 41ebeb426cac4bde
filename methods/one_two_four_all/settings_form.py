"""What the settings of a 1-2-4-All are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

LABELS = {
    "question": Label(_("Question"), _("One that everybody can say something about, such as: What would you do differently?")),
    "context": Label(_("Welcome"), _("What it is about, and why these people are here. Left empty, the way of working is explained.")),
    "alone": Label(_("Minutes alone")),
    "pairs": Label(_("Minutes in pairs")),
    "fours": Label(_("Minutes in groups of four")),
    "all": Label(_("Minutes for all together")),
    "ideas": Label(_("Ideas that a group brings, at most"), _("One is best: the group has to agree.")),
    "support": Label(_("Support the ideas of the groups with a tap")),
}
