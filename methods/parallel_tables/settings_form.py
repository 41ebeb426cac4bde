"""What the settings of parallel tables are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

JOIN = {
    "choice": _("Everybody chooses"),
    "draw": _("It is drawn"),
    "balanced": _("Balanced, by what people say of themselves"),
}

LABELS = {
    "topics": Label(_("Topics, one a line"), _("Each is a table. Left empty, what an earlier step found is taken.")),
    "context": Label(_("Welcome"), _("What it is about, and why these people are here. Left empty, the way of working is explained.")),
    "join": Label(_("How people come to a table"), options=JOIN),
    "seats": Label(_("Seats at each table"), _("For those who choose. 0: as many as it takes, and two to spare.")),
    "mix": Label(_("Mix people by"), _("Asked when people come in, such as: Your district. Left empty, nothing is asked.")),
    "mix_choices": Label(_("The answers to choose from, one a line")),
    "minutes": Label(_("Minutes for each turn")),
    "second_turn": Label(_("A second turn, in which people may change tables")),
}
