"""The pieces that Markdown is set from; every text that is given here is escaped already."""

from collections.abc import Iterable, Sequence


def spaced(parts: Iterable[str]) -> str:
    """Parts of a document with an empty line between them; empty parts are left out."""
    return "\n\n".join(part for part in parts if part)


def bold(text: str) -> str:
    """A text in bold, or nothing."""
    return f"**{text}**" if text else ""


def bullets(items: Iterable[str]) -> str:
    """A list; the lines of an item after its first are set under it, four spaces in, where every reader finds them.

    Where an item has several paragraphs there is an empty line after each item: not every reader sees the next one without.
    """
    texts = [*items]
    apart = "\n\n" if any("\n\n" in text for text in texts) else "\n"
    return apart.join(f"- {indented(text)[4:]}" for text in texts)


def indented(text: str) -> str:
    """A text four spaces in."""
    return "\n".join(f"    {one}" if one else "" for one in text.split("\n"))


def quoted(text: str) -> str:
    """A quotation."""
    return "\n".join(f"> {one}" if one else ">" for one in text.split("\n"))


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table; the first row is its head, and the last column holds numbers."""
    head, *others = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, f"|{' --- |' * (len(rows[0]) - 1)} ---: |", *others])


def labelled(label: str, text: str) -> str:
    """A text behind its label, where it has one."""
    if not label or not text:
        return bold(label) or text
    return f"**{label}** {text}" if label.endswith(("?", ":", "!", ".")) else f"**{label}:** {text}"


def detailed(text: str, detail: str) -> str:
    """A text with a detail in brackets."""
    return f"{text} ({detail})" if detail else text


def counted(count: int) -> str:
    """A number in brackets, to be set behind what it counts; nothing for 0."""
    return f" ({count})" if count else ""
