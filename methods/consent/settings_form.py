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
    "variant": Label(
        _("Style"),
        _("In which order the steps come, who speaks, and what makes an objection. In the Holacracy style an objection passes four tests."),
        {
            "s3": _("Sociocracy 3.0: driver, all answer at once, objections are doubted and tested"),
            "sofa": _("Sociocracy For All: quick reactions, then a consent round one by one"),
            "holacracy": _("Holacracy: only the proposer amends, four tests for an objection"),
        },
    ),
    "speaking": Label(
        _("Questions and reactions"),
        _("One after the other suits up to some fifteen people; in a larger room everybody writes on their phone."),
        {
            "usual": _("As the style has it"),
            "writing": _("Everybody writes, at the same time"),
            "turns": _("One after the other speaks"),
        },
    ),
    "show_names": Label(_("Show who has which objection"), _("Otherwise objections stand without names.")),
}
