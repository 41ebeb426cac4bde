"""What a process is, as fields of a form, and the description that comes out of them."""

from collections.abc import Mapping
from typing import Any

from workshop.language import LANGUAGES, Speaker, _
from workshop.pages.elements import Words, adorn, box
from workshop.pages.process.forms import Choice, field, first, number, several, tick
from workshop.pages.starting import languages
from workshop.process.vocabulary import SCALES, About

Json = Any
LINE = 280


def described(say: Speaker, about: About, parents: Mapping[str, str]) -> None:
    """The fields, filled with what is so; `parents` are the processes that it can be a part of, by their codes."""
    field(say(_("Title")), "title", maxlength=LINE, defaultValue=about.title, required=True, dir="auto")
    field(
        say(_("The question")),
        "question",
        say(_("What is it all about? In one sentence.")),
        maxlength=LINE,
        defaultValue=about.question,
        dir="auto",
    )
    field(
        say(_("In a few words")),
        "about",
        say(_("May stay empty.")),
        "textarea",
        rows=3,
        maxlength=4000,
        defaultValue=about.about,
        dir="auto",
    )
    with box("pair"):
        hint = say(_("Where: a quarter, a town. May stay empty."))
        field(say(_("Territory")), "territory", hint, maxlength=LINE, defaultValue=about.territory, dir="auto")
        scale = Choice(say(_("Scale")), "scale")
    scale.draw({id: say(words) for id, words in SCALES.items()}, about.scale)
    if parents:
        parent = Choice(say(_("Part of another process")), "parent", say(_("Its results can then be brought into workshops of that one.")))
        parent.draw({"": say(_("Of none")), **parents}, about.parent)
    with box("pair"):
        with box("field", "label"):
            Words("span", say(_("Language of the record")))
            with box("", "select") as select:
                languages(about.languages[0])
        adorn(select, name="language")
        hint = say(_("For example Europe/Brussels. Empty: that of this device."))
        field(say(_("Time zone")), "zone", hint, defaultValue="" if about.timezone == "UTC" else about.timezone, maxlength=60)
    with box("ticks across", "fieldset"):
        Words("legend", say(_("Spoken too")))
        for code, name in LANGUAGES.items():
            tick(name, "also", code, code in about.languages[1:])


def keeping(say: Speaker, about: About) -> None:
    """How long names and texts are kept, and what that means."""
    with box("ticks", "fieldset"):
        Words("legend", say(_("How long names are kept")))
        words = _("So many months after the last thing that happened in the process, the names that people gave are erased "
                  "everywhere, by themselves. What was said stays in the record, without anybody's name. With 0, names stay.")  # fmt: skip
        field(
            say(_("Months")), "retention", say(words), type="number", min=0, max=600, inputmode="numeric", defaultValue=str(about.retention)
        )
        hint = _("Then what people wrote is erased too; of the process remain its decisions, commitments, answers and numbers.")
        tick(say(_("Erase the texts too")), "texts", checked=about.texts, hint=say(hint))


def written(given: Mapping[str, Json], before: About, zone: str) -> dict[str, Json]:
    """The description that a form makes of the one before; `zone` is that of the device. Phases stay as they were."""
    language = first(given, "language") or before.languages[0]
    also = tuple(code for code in several(given, "also") if code != language)
    return {
        "title": first(given, "title"),
        "question": first(given, "question"),
        "territory": first(given, "territory"),
        "scale": first(given, "scale") or before.scale,
        "parent": first(given, "parent"),
        "about": first(given, "about"),
        "phases": before.phases,
        "languages": (language, *also),
        "timezone": first(given, "zone") or zone or "UTC",
        "retention": number(given, "retention", before.retention),
        "texts": "texts" in given if "retention" in given else before.texts,
    }
