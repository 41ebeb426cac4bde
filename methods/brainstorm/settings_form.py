"""What the settings of a brainstorm are called where a workshop is planned."""

from workshop.language import _
from workshop.method import Label

LABELS = {
    "question": Label(_("Question"), _("Left empty, people are asked for their ideas.")),
    "silent": Label(_("Hide the ideas until you show them"), _("So that nobody is led by the first ones.")),
    "limit": Label(_("Most ideas from one person"), _("0 means as many as they like.")),
    "support": Label(_("People can support the ideas of others")),
}
