"""The figures of the debate: each with how it is computed, and as plots; to be printed, and as CSV."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nicegui.element import Element

from workshop.audience import Update
from workshop.blocks import Bar, Block, Radar, Spoke, Tally, encode
from workshop.dossier.dossier import Dossier
from workshop.dossier.figures import FATES, Figure, changes, fates, figures_of, spread, statuses
from workshop.dossier.numbers import said_number
from workshop.language import Message, _, n_
from workshop.pages.elements import Keyed, adorn, box, link
from workshop.pages.elements import Words as Text
from workshop.pages.process.work import Work
from workshop.pages.screen import Screen
from workshop.process.vocabulary import STATUSES

MOST_BARS = 8
NOBODY_LOOKED = _("Nobody looked yet")
STANDS: Mapping[str, Message] = {status: words for status, words in STATUSES.items() if status}


async def figures(work: Work) -> None:
    """Draws them."""
    say = work.say
    with box("figures-page", "section"):
        with box("row head"):
            Text("h2", say(_("Figures of the debate")))
            link(say(_("Figures as CSV")), f"/api/processes/{work.code}/figures.csv", "button small")
        few = _(
            "Wherever people are counted, workshops where fewer than five came are left out, here, in the folder and in what is published."
        )
        Text("p", say(few), "soft few")
        numbers = Keyed(box("numbers", "dl"), lambda _key: _number(work))
        plots = Screen(box("plots"), say, _nothing, level=2)

    def draw() -> None:
        found = figures_of(work.dossier)
        numbers.draw({one.key: {"pos": place, "figure": one} for place, one in enumerate(found)})
        plots(Update(0, None, "figures", encode(plots_of(work.dossier), say)))

    work.draws.append(draw)


async def _nothing(_command: str, _args: Mapping[str, Any]) -> bool:
    return False


def _number(work: Work) -> tuple[Element, Callable[[Mapping[str, Any]], None]]:
    with box("number") as made:
        label = Text("dt")
        with box("", "dd"):
            value, how = Text("p", "", "value"), Text("p", "", "soft how")

    def draw(item: Mapping[str, Any]) -> None:
        one: Figure = item["figure"]
        label.say(work.say(one.label))
        value.say(said_number(one.value, one.unit, work.language) or "–")
        adorn(value, aria_label=None if one.value else work.say(_("Nothing to compute")))
        how.say(work.say(one.how))

    return made, draw


def plots_of(dossier: Dossier) -> Sequence[Block]:
    """The figures that are more than one number, as blocks; nothing where there is nothing."""
    blocks: list[Block] = []
    counts = spread(dossier)
    if counts:
        blocks.append(Tally(id="spread", label=_("How many people wrote how much"), items=_histogram(counts)))
    if dossier.fates:
        items = tuple(Bar(state, FATES[state], count, tone="good" if state == "taken_up" else "") for state, count in fates(dossier))
        blocks.append(Tally(id="fates", label=_("What became of contributions"), items=items))
    if dossier.commitments:
        stands = tuple(Bar(one or "open", STANDS.get(one, NOBODY_LOOKED), count) for one, count in statuses(dossier))
        blocks.append(Tally(id="statuses", label=_("How commitments stand"), items=stands))
    return (*blocks, *_before_and_after(dossier))


def _histogram(counts: Sequence[int]) -> tuple[Bar, ...]:
    """People by how many contributions they brought; the bars are as wide as they must be for eight of them."""
    width = max(1, -(-max(counts) // MOST_BARS))
    people = Counter(-(-count // width) for count in counts)
    return tuple(Bar(f"n{place}", _range(place, width), people[place]) for place in range(max(people) + 1))


def _range(place: int, width: int) -> Message:
    if width == 1 or place == 0:
        return n_("{count} contribution", "{count} contributions", place)
    return _("{first} to {last} contributions", first=(place - 1) * width + 1, last=place * width)


def _before_and_after(dossier: Dossier) -> Sequence[Radar]:
    """What surveys asked more than once: the first mean and the last, for each pair of workshops by itself."""
    pairs: dict[tuple[str, str, int], list[Spoke]] = {}
    scales = {thing.facts.get("key", ""): thing.facts.get("scale", "") for thing in dossier.kind("measure")}
    for one in changes(dossier):
        (first, earlier, _few), (last, mean, answers) = one.means[0], one.means[-1]
        most = scales.get(one.key, "").rpartition("-")[2]
        said = n_("{count} answer", "{count} answers", answers)
        spokes = pairs.setdefault((first, last, int(most) if most.isdigit() else 5), [])
        spokes.append(Spoke(one.key, one.text, str(len(spokes) + 1), _hundredths(mean), _hundredths(earlier), detail=said))
    titles = {meeting.code: meeting.title for meeting in dossier.meetings}
    label = _("Before and after")
    return [
        Radar(id=f"change-{place}", items=tuple(spokes), most=most, label=label, now=titles[last], before=titles[first])
        for place, ((first, last, most), spokes) in enumerate(pairs.items())
    ]


def _hundredths(mean: str) -> int:
    return round(float(mean) * 100)
