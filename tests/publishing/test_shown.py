"""What of a process everybody may read: its logs up to the heads that were published, without names, and what is new in it."""

from dataclasses import replace

from immutables import Map

from tests.dossier.test_dossier import FIRST, SECOND, dossier, meeting
from tests.volume.logs import CODE, METHODS, WORKSHOP, chained, told
from workshop.language import Speaker
from workshop.method import Item
from workshop.process.events import Contributed
from workshop.process.state import Answer
from workshop.process.vocabulary import OWN
from workshop.publishing.heads import as_published, heads_of, until
from workshop.publishing.news import news_of
from workshop.publishing.page import public_page
from workshop.publishing.shown import shown_of
from workshop.redacted import resalted

LATER = Contributed(3, "Written afterwards", "cards.csv", 4)
ENGLISH = Speaker("en")


def test_what_came_after_the_published_heads_is_not_shown() -> None:
    logs = {OWN: told(), CODE: WORKSHOP}
    heads = heads_of(logs)
    later = {OWN: told(LATER), CODE: WORKSHOP}
    assert shown_of(as_published(later, heads, METHODS)) == shown_of(as_published(logs, heads, METHODS))
    assert "Written afterwards" in [one.text for one in shown_of(as_published(later, heads_of(later), METHODS)).contributions]


def test_words_that_were_erased_since_are_not_shown_any_more() -> None:
    logs = {OWN: told(), CODE: WORKSHOP}
    heads = heads_of(logs)
    gone = resalted(logs[OWN][2], None)
    erased = {OWN: (*logs[OWN][:2], gone, *logs[OWN][3:]), CODE: WORKSHOP}
    before, after = (public_page(shown_of(as_published(one, heads, METHODS)), None, ENGLISH) for one in (logs, erased))
    assert "everywhere" in before
    assert "everywhere" not in after


def test_a_workshop_without_a_head_is_left_out_and_a_head_that_is_in_no_log_gives_nothing() -> None:
    logs = {OWN: told(), CODE: WORKSHOP}
    assert as_published(logs, {OWN: logs[OWN][-1].digest}, METHODS).meetings == ()
    assert until(chained([LATER]), "0" * 64) == ()


def test_of_citizens_it_is_not_said_who_promises_and_of_fewer_than_five_not_how_many_came() -> None:
    ours = Item("c1", "commitment", "Water the trees", facts={"who": "Ana Lopez", "side": "citizens", "by": "2027-04-01"})
    theirs = Item("c2", "commitment", "Pay for the trees", facts={"who": "The roads office", "side": "institution"})
    page = public_page(shown_of(dossier(replace(meeting("AAAAAA", ours, theirs), people=4))), None, ENGLISH)
    assert "Ana Lopez" not in page
    assert "Citizens do it." in page
    assert "Who does it: The roads office." in page
    assert "Fewer than five people came" in page


def test_each_contribution_stands_with_what_became_of_it_and_why() -> None:
    found = shown_of(dossier(FIRST, SECOND, answers=Map({"AAAAAA/i3": Answer("not_now", "The pipes come first.", 1_001)})))
    told_of = {one.text: " ".join(map(ENGLISH, one.said)) for one in found.contributions}
    assert "It led to: “We plant”" in told_of["Trees"]
    assert "The reason: “The pipes come first.”" in told_of["Cars"]
    assert [state for state, _pieces in found.fates] == ["taken_up", "not_now"]


def test_what_is_new_is_told_with_its_texts_and_what_stands_otherwise_is_counted() -> None:
    before = shown_of(dossier(FIRST, SECOND))
    answered = dossier(
        FIRST, SECOND, meeting("CCCCCC", Item("i9", "idea", "A fountain")), answers=Map({"AAAAAA/i3": Answer("not_now", "No.", 1)})
    )
    news = {one.title.text: one for one in news_of(before, shown_of(answered))}
    assert [one.text for one in news["Contributions"].new] == ["A fountain"]
    assert (news["Contributions"].other, news["Contributions"].gone) == (1, 0)
    assert news_of(before, before) == ()
    assert {one.title.text for one in news_of(None, before)} >= {"Sessions", "Decisions", "Commitments", "Contributions"}
