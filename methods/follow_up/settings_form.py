"""What the settings of a follow-up are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

LABELS = {
    "question": Label(_("Question"), _("Left empty, people are asked what became of what was agreed on.")),
    "one_by_one": Label(_("One after the other"), _("Otherwise a list, some at a time.")),
    "hand_on": Label(_("What is stuck goes on to the next step"), _("What is stuck, or is to change, is yielded as an idea to work on.")),
    "least_answers": Label(_("Fewest answers for figures"), _("With fewer, no figures are shown: they would not stay secret.")),
}
