"""Pictures: one that somebody brought, and the field to bring one. Its place is kept before it is there, so that nothing jumps."""

from collections.abc import Mapping
from typing import Any

from workshop.language import _
from workshop.pages.elements import Words, adorn, box
from workshop.pages.widgets.hands import Draw, Hands


def picture(hands: Hands) -> Draw:
    """The picture, and the line below it."""
    with box("shot", "figure"):
        image = box("", "img")
        caption = Words("figcaption", "", "soft")
    caption.props["dir"] = "auto"

    def draw(block: Mapping[str, Any]) -> None:
        width, height = block.get("width", 4), block.get("height", 3)
        adorn(image, src=f"/live/picture/{block['picture']}", alt=block.get("alt", ""), width=width, height=height, decoding="async")
        image.style(f"--shape: {width / height:.4f}")
        caption.say(block.get("caption", ""))

    return draw


def picture_field(hands: Hands, name: str) -> Draw:
    """A file to choose. The page makes it smaller, sends it (`static/picture.js`) and puts the id that comes back under `name`."""
    with box("picture-field"):
        chooser, kept, preview = box("", "input"), box("", "input"), box("preview", "img")
        sending = Words("span", hands.say(_("The picture is being sent.")), "soft when-sending")
        Words("span", hands.say(_("The picture could not be sent. Please choose it again.")), "when-failed")
    sending.props["role"] = "status"
    adorn(chooser, type="file", accept="image/*")
    adorn(kept, type="hidden", name=name)
    adorn(preview, alt=hands.say(_("The picture that you chose")))

    def fill(field: Mapping[str, Any]) -> None:
        adorn(chooser, required=bool(field.get("required")))

    return fill
