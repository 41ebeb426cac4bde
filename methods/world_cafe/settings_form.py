"""What the settings of a World Café are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

HOSTS = {
    "volunteers": _("Those who would like to; missing ones are drawn"),
    "drawn": _("Drawn"),
    "named": _("Named by the facilitator; missing ones are drawn"),
    "none": _("Nobody: everybody changes tables"),
}

LABELS = {
    "questions": Label(_("Questions, one a line"), _("One for each round; the last one goes for all rounds after it.")),
    "context": Label(_("Welcome"), _("What it is about, and why these people are here. Left empty, the way of working is explained.")),
    "rounds": Label(_("Rounds")),
    "minutes": Label(_("Minutes for each round")),
    "size": Label(_("People at a table"), _("Four or five talk best.")),
    "hosts": Label(_("Who stays at a table as its host"), options=HOSTS),
    "mix": Label(_("Mix people by"), _("Asked when people come in, such as: Your district. Left empty, nothing is asked.")),
    "mix_choices": Label(_("The answers to choose from, one a line")),
    "apart": Label(_("Let people sit apart from those they came with"), _("Those who came together agree on a word and write it.")),
    "badges": Label(_("Badges are printed for so many people"), _("Everybody then sits as their badge says. 0: no badges.")),
    "names_in_record": Label(_("Write into the record who sat where"), _("Otherwise the record has numbers only.")),
}
