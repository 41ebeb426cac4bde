"""What the settings of a consensing are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

LABELS = {
    "question": Label(_("Question"), _("Left empty, people are asked what is the least burden for all.")),
    "options": Label(_("Options, one a line"), _("What the step before yields is added to them.")),
    "status_quo": Label(_("How it is called that nothing changes"), _("It is always among the options. Left empty: It stays as it is.")),
    "most_options": Label(_("Most options beside the status quo")),
    "least_ballots": Label(_("Fewest ballots for figures"), _("With fewer, only the order is shown: figures would not stay secret.")),
    "responsible": Label(_("Responsible")),
    "criteria": Label(_("How we will see whether it works")),
    "review_date": Label(_("Review date")),
}
