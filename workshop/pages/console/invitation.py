"""A link for a co-facilitator, which signs one browser in to this workshop, once: as a link to copy, and as a QR code."""

from typing import Any, Final

from workshop.language import _
from workshop.messages import clean
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.elements import Words, adorn, box
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
        made.clear()
        with made:
            Words("p", say(_("This link signs {name} in, once. Show them the code, or send it.", name=name)), "soft")
            qr(url, "invite-code", say(_("QR code to come to this console")))
            with box("row"):
                adorn(box("", "input"), value=url, readonly=True, aria_label=say(_("The link")))
                copy = Words("button", say(_("Copy")), "button small")
                copy.props["type"] = "button"
                copy.on("click", lambda _event: cockpit.tell(_("The link was copied.")), js_handler=COPIED)
        cockpit.refresh()

    form.on("submit", wanted, js_handler=SENT)
