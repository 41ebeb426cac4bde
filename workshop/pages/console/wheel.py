"""Who drives: said openly on every console, with the way to take the wheel."""

from workshop.language import Name, _
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.elements import Words, box, button


def wheel(cockpit: Cockpit) -> None:
    """Draws the banner of whoever does not drive, and tells everybody when the wheel goes to another."""
    live, say = cockpit.live, cockpit.say
    with box("wheel banner") as banner:
        text = Words("p")
        button(say(_("Take the wheel")), lambda: cockpit.submit("TakeWheel"), "go small")
    driver = [live.session.wheel]

    def draw() -> None:
        now = live.session.wheel
        banner.set_visibility(not cockpit.driving)
        text.say(say(_("{name} drives. You see everything, take notes and lower hands.", name=Name(now))))
        if now == driver[0]:
            return
        before, driver[0] = driver[0], now
        if cockpit.driving:
            cockpit.tell(_("You have the wheel now; {name} had it.", name=Name(before)), "now")
        else:
            cockpit.tell(_("{name} has the wheel now.", name=Name(now)), "now")

    cockpit.draws.append(draw)
