"""Who sits where: rounds at tables, so that people meet as many others as possible and never come back to a table.

Pure: ids of people in, numbers of tables out. Tables and their numbers start at 1. Planning a large room takes up to a second, so
a method hands `seat` out as `Work`; `place` and `report` are quick.
"""

from workshop.seating.latecomer import place
from workshop.seating.report import Report, report
from workshop.seating.request import Request, tables_for
from workshop.seating.seat import Seating, seat
from workshop.seating.verdict import verdict

__all__ = ["Report", "Request", "Seating", "place", "report", "seat", "tables_for", "verdict"]
