"""What the desk offers: links that sign somebody in."""

from dataclasses import replace

from workshop.hosts import OWNER, Host
from workshop.pages.desk import Desk


def test_whoever_goes_on_at_another_device_is_there_who_they_are_here_and_no_more(desk: Desk) -> None:
    offered: list[Host] = []

    def offer(host: Host) -> str:
        offered.append(host)
        return "token"

    desk = replace(desk, offer=offer)
    links = {desk.again("K7MQ4X", id) for id in (OWNER.id, "host:7")}
    assert offered == [OWNER, Host("host:7", "K7MQ4X")]
    assert links == {"http://palabre.example/sign-in?token=token"}
