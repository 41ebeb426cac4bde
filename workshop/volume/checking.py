"""What the README says of the folder itself: its files, how it is read, and how it is checked."""

from workshop.language import Words, _
from workshop.record.escape import inline
from workshop.record.typesetting import bullets, spaced
from workshop.volume.book import Book
from workshop.volume.names import COMMITMENTS, CONTRIBUTIONS, DECISIONS, LOG, MANIFEST, SESSIONS, VERIFIER


def files_section(book: Book) -> str:
    """What lies where."""
    files = {
        f"[{DECISIONS}]({DECISIONS})": _("what was decided, how it stands, and the words that it comes from"),
        f"[{COMMITMENTS}]({COMMITMENTS})": _("who promised what, and how it stands"),
        f"[{CONTRIBUTIONS}]({CONTRIBUTIONS})": _("what people wrote, by what became of it, with the answers"),
        f"`{SESSIONS}/`": _("the record of each session: minutes, maps, sheets, pictures"),
        "[data/](data/README.md)": _("the same as tables, with a description of every column"),
        f"`{LOG}/`": _("the logs from which everything here is made: process.jsonl is what staff added, the others are the sessions’"),
    }
    lines = [f"{name}: {inline(book.said(words))}" for name, words in files.items()]
    other = _("It can be read in any editor, on a git server, in Obsidian, and as the folder of pages (docs_dir) of MkDocs.")
    return spaced([book.title(2, _("What is in this folder")), bullets(lines), inline(book.said(other))])


def proof_section(book: Book) -> str:
    """How it is checked, and what that proves."""
    said: tuple[Words, ...] = (
        _("Open a terminal in this folder. Whoever has Python 3.9 or newer needs nothing else."),
        _(
            "It checks that no event of a log was changed, left out or added, that every file is the one in the manifest, "
            "and that the tables agree with each other and with the logs; then it prints the seal."
        ),
        _(
            "The seal is the SHA-256 of the manifest, and so stands for every file here. Whoever rewrites the whole folder with care "
            "gets another seal. So keep the seal of each day elsewhere: in minutes, on paper, in an e-mail."
        ),
        _("With Palabre installed, the command “palabre verify” also computes every file from the logs again."),
        _("Secret answers and what was erased are not in the logs; their fingerprints are."),
    )
    first, *others = (inline(book.said(one)) for one in said)
    code = f"```\npython3 {VERIFIER}\n```"
    seal = f"```\nsha256sum {MANIFEST}\n```"
    return spaced([book.title(2, _("How to check it")), first, code, *others[:2], seal, *others[2:]])
