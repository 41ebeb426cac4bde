"""What the settings of a dot vote are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

LABELS = {
    "question": Label(_("Question"), _("Left empty, people are asked what matters most to them.")),
    "dots": Label(_("Dots for each person")),
    "most": Label(_("Most dots that one person can give to one choice")),
    "keep": Label(_("How many choices go on to the next step")),
    "least_ballots": Label(_("Fewest voters for a result"), _("With fewer, no result is shown: the vote would not be secret.")),
}
