"""What a facilitator did in a consensing, in a few words for Undo."""

from methods.consensing import vocabulary as v
from methods.consensing.state import State, choice_of
from methods.consensing.wording import said
from workshop.language import Words, _


def describe(state: State, event: v.Event) -> Words:
    """The deed of an event."""
    match event:
        case v.Counted():
            return _("show the result")
        case v.Reopened():
            return _("reopen the rating")
        case v.Heard():
            return _("hear what stands behind the resistance")
        case v.PaperCounted(option):
            return _("count paper for “{option}”", option=_option(state, option))
        case v.OptionAdded(_id, text):
            return _("add “{text}”", text=text)
        case v.OptionChanged(_option_id, _id, text):
            return _("change an option to “{text}”", text=text)
        case v.OptionDropped(option):
            return _("take “{option}” away", option=_option(state, option))
        case v.WordHidden(word):
            return _("hide “{text}”", text=_word(state, word))
        case v.WordRestored(word):
            return _("show “{text}” again", text=_word(state, word))
        case v.AskedAgain():
            return _("ask again")
        case v.Decided(_id, option):
            return _("decide “{option}”", option=_option(state, option))
        case v.WrittenDown():
            return _("write the decision down")
        case v.Undecided():
            return _("reopen the decision")
        case _:
            return ""


def _option(state: State, id: str) -> Words:
    found = choice_of(state, id)
    return said(found) if found else ""


def _word(state: State, id: str) -> Words:
    found = state.words.get(id)
    return found.text if found else ""
