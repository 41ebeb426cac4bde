"""What the settings of a survey are called where a workshop is planned."""

from methods.survey.presets import LABELS as PRESETS
from workshop.language import _
from workshop.method import Label

LABELS = {
    "question": Label(_("Title"), _("Left empty, the survey has its own.")),
    "preset": Label(_("Survey"), _("Its questions come first. Held again later, it shows before and after."), PRESETS),
    "questions": Label(
        _("Questions of our own, one a line"),
        _("By itself a line is a scale from 1 to 5. After a bar stand choices (How do you come? | on foot; by bike), with a plus "
          "several of them can be chosen (| + park; pool), and three dots ask for a short answer (| ...)."),
    ),
    "unknown": Label(_("On scales of our own, “I do not know” is an answer")),
    "least_answers": Label(_("Fewest answers for a result"), _("With fewer, no figures are shown: they would not stay anonymous.")),
}  # fmt: skip
