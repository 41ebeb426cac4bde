"""What the settings of the questions are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

LABELS = {
    "question": Label(_("Title"), _("Left empty, people are asked what they want to know.")),
    "officials": Label(_("Who answers, one a line"), _("People choose whom they ask.")),
    "signed": Label(_("People may show their name with a question")),
    "ideas": Label(_("What the step before gathered are the questions")),
}
