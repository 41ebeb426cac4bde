"""Figures as a reader is used to see them, and as a table that every program reads."""

import csv
import io
from decimal import Decimal, InvalidOperation
from typing import Final

from babel.numbers import format_decimal, format_percent

from workshop.dossier.dossier import Dossier
from workshop.dossier.figures import figures_of
from workshop.language import Speaker
from workshop.record.escape import cell

COLUMNS: Final = ("key", "label", "value", "unit", "how")


def said_number(value: str, unit: str, language: str) -> str:
    """A number in the format of a language; what is none stays as it is.

    >>> said_number("1234.50", "", "en"), said_number("66.67", "%", "en")
    ('1,234.5', '66.67%')
    """
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    said: str = (
        format_percent(number / 100, locale=language, decimal_quantization=False)
        if unit == "%"
        else format_decimal(number, locale=language, decimal_quantization=False)
    )
    return said


def figures_csv(dossier: Dossier, say: Speaker) -> str:
    """The figures of a process as CSV, in words of one language; the numbers have a point."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in figures_of(dossier):
        writer.writerow([cell(text) for text in (one.key, say(one.label), one.value, one.unit, say(one.how))])
    return file.getvalue()
