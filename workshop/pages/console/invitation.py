"""Links that sign one browser in, once, to copy or as a QR code: for a co-facilitator, or for one's own other device."""

from typing import Any, Final

from nicegui.element import Element

from workshop.language import Message, _
from workshop.messages import clean
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.elements import Words, adorn, box, button
from workshop.pages.qr import qr
from workshop.pages.widgets.forms import SENT

COPIED: Final = """(event) => {
  const field = event.currentTarget.parentElement.querySelector('input');
  field.select();
  if (navigator.clipboard) navigator.clipboard.writeText(field.value);
  emit();
}"""


def invitation(cockpit: Cockpit) -> None:
    """Draws the form, and the link once it is made."""
    say = cockpit.say
    with box("fold", "details"):
        Words("summary", say(_("Invite a co-facilitator")), "button small")
        with box("form", "form") as form:
            with box("field", "label"):
                Words("span", say(_("Their name")))
                adorn(box("", "input"), name="name", maxlength=80, required=True, autocomplete="off", dir="auto")
            Words("button", say(_("Make a link")), "button small").props["type"] = "submit"
        made = box("link-made")

    async def wanted(event: Any) -> None:
        name = clean((event.args.get("name") or [""])[0])[:80]
        if not name:
            return
        url = await cockpit.desk.invite(cockpit.live.row.code, name)
        form.run_method("reset")
        _shown(cockpit, made, url, _("This link signs {name} in, once. Show them the code, or send it.", name=name))
        cockpit.refresh()

    form.on("submit", wanted, js_handler=SENT)


def other_device(cockpit: Cockpit) -> None:
    """Draws the way to open this very console on another device."""
    with box("fold", "details"):
        Words("summary", cockpit.say(_("Go on at another device")), "button small")
        with box("link-made") as made:
            pass

        def wanted() -> None:
            url = cockpit.desk.again(cockpit.live.row.code, cockpit.actor.id)
            _shown(cockpit, made, url, _("This link opens your console on another device, once. This one stays open too."))

        with made:
            button(cockpit.say(_("Make a link")), wanted, "small")


def _shown(cockpit: Cockpit, made: Element, url: str, words: Message) -> None:
    say = cockpit.say
    made.clear()
    with made:
        Words("p", say(words), "soft")
        qr(url, "invite-code", say(_("QR code to come to this console")))
        with box("row"):
            adorn(box("", "input"), value=url, readonly=True, aria_label=say(_("The link")))
            copy = Words("button", say(_("Copy")), "button small")
            copy.props["type"] = "button"
            copy.on("click", lambda _event: cockpit.tell(_("The link was copied.")), js_handler=COPIED)
