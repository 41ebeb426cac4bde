"""The first page of a process: what is asked, where it is, and what needs somebody."""

from workshop.language import _, n_
from workshop.pages.elements import Words, adorn, box, link
from workshop.pages.process.attention import attention
from workshop.pages.process.timeline import timeline
from workshop.pages.process.work import Work


async def overview(work: Work) -> None:
    """Draws it."""
    say = work.say
    with box("asked", "section"):
        question, about = Words("p", "", "question"), Words("p", "", "about")
        figures = Words("p", "", "soft")
        parent = link("", "", "parent")
    for words in (question, about):
        adorn(words, dir="auto")
    with box("over two"):
        timeline(work)
        attention(work)

    above = [""]

    async def fetch() -> None:
        found = await work.desk.processes.get(work.process.about.parent) if work.process.about.parent else None
        above[0] = found.about.title if found else ""

    def draw() -> None:
        dossier, described = work.dossier, work.process.about
        question.say(described.question)
        about.say(described.about)
        counts = (
            n_("{count} workshop", "{count} workshops", len(work.process.sittings)),
            n_("{count} contribution", "{count} contributions", len(dossier.fates)),
            n_("{count} decision", "{count} decisions", len(dossier.decisions)),
            n_("{count} commitment", "{count} commitments", len(dossier.commitments)),
        )
        figures.say(" · ".join(map(say, counts)))
        parent.say(say(_("Part of “{process}”", process=above[0])) if above[0] else "")
        adorn(parent, href=f"/process/{described.parent}")

    work.before.append(fetch)
    work.draws.append(draw)
