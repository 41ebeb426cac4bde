"""Difference columns: t tables, s seats, R rounds without any repeat, by one rule.

Person (i, j) has the home table i and the seat j. In round r they sit at table i + c[r][j], added in a group of order t. Nobody
meets twice when for any two seats j and j' the differences c[r][j] - c[r][j'] are distinct over the rounds (a partial *difference
matrix*, see the Handbook of Combinatorial Designs, VI.17). Seat 0 never moves: the hosts. So nobody comes back to a table either.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from random import Random

from workshop.seating.galois import elements, prime_powers, times

NODES = 1500
TRIES = 5


@dataclass(frozen=True, slots=True)
class Columns:
    """The shifts c[round][seat], as elements of the group that the moduli make (numbers written in mixed radix)."""

    moduli: tuple[int, ...]
    shifts: tuple[tuple[int, ...], ...]

    def table(self, home: int, round: int, seat: int) -> int:
        """The table, from 0, of somebody in a round."""
        return _add(home, self.shifts[round][seat], self.moduli)


@lru_cache(maxsize=256)
def columns(tables: int, seats: int, rounds: int) -> Columns | None:
    """Columns for so many tables, seats and rounds: cyclic, by a finite field, or found by a short search; None where none was found.

    >>> columns(5, 4, 3).shifts
    ((0, 0, 0, 0), (0, 1, 2, 3), (0, 2, 4, 1))
    >>> columns(2, 3, 2) is None
    True
    """
    if seats > tables or rounds > tables:
        return None if rounds > 1 else Columns((max(1, tables),), ((0,) * seats,) * rounds)
    if all(a * b % tables for a in range(1, rounds) for b in range(1, seats)):
        return Columns((tables,), tuple(tuple(r * j % tables for j in range(seats)) for r in range(rounds)))
    powers = prime_powers(tables)
    if min(prime**exponent for prime, exponent in powers) >= max(seats, rounds):
        return _of_fields(powers, seats, rounds)
    return _searched(powers, tables, seats, rounds)


def _of_fields(powers: list[tuple[int, int]], seats: int, rounds: int) -> Columns:
    """MacNeish: in a product of fields, r * j with numbers that differ in every component."""
    moduli = tuple(prime for prime, exponent in powers for _ in range(exponent))
    fields = [(prime, elements(prime, exponent)) for prime, exponent in powers]

    def shift(round: int, seat: int) -> int:
        digits = [digit for prime, field in fields for digit in times(field[round], field[seat], prime)]
        return _number(digits, moduli)

    return Columns(moduli, tuple(tuple(shift(r, j) for j in range(seats)) for r in range(rounds)))


def _searched(powers: list[tuple[int, int]], tables: int, seats: int, rounds: int) -> Columns | None:
    spread = tuple(prime for prime, exponent in powers for _ in range(exponent))
    groups = [(tables,)] + ([spread] if any(exponent > 1 for _prime, exponent in powers) else [])
    for seed in range(TRIES):
        for moduli in reversed(groups):
            random = Random(seed)
            order = list(range(1, tables))
            random.shuffle(order)
            found = _search(moduli, order, seats, rounds)
            if found:
                return found
    return None


def _search(moduli: tuple[int, ...], order: list[int], seats: int, rounds: int) -> Columns | None:
    """Fills the shifts round by round, seat by seat, taking a shift back that leads nowhere."""
    tables = len(order) + 1
    less = [[_add(a, _negative(b, moduli), moduli) for b in range(tables)] for a in range(tables)]
    shifts = [[0] * seats for _ in range(rounds)]
    used = {pair: {0} for pair in combinations(range(seats), 2)}
    nodes = 0

    def fill(round: int, seat: int) -> bool:
        nonlocal nodes
        if round == rounds:
            return True
        row, after = shifts[round], (round + (seat + 1 == seats), 1 if seat + 1 == seats else seat + 1)
        for value in order:
            differences = [(used[earlier, seat], less[value][row[earlier]]) for earlier in range(seat)]
            if any(difference in seen for seen, difference in differences):
                continue
            nodes += 1
            row[seat] = value
            for seen, difference in differences:
                seen.add(difference)
            if fill(*after):
                return True
            for seen, difference in differences:
                seen.remove(difference)
            if nodes > NODES:
                return False
        return False

    return Columns(moduli, tuple(map(tuple, shifts))) if fill(1, 1) else None


def _digits(number: int, moduli: tuple[int, ...]) -> list[int]:
    digits = []
    for modulus in moduli:
        number, digit = divmod(number, modulus)
        digits.append(digit)
    return digits


def _number(digits: list[int], moduli: tuple[int, ...]) -> int:
    number = 0
    for digit, modulus in zip(reversed(digits), reversed(moduli), strict=True):
        number = number * modulus + digit
    return number


def _add(one: int, other: int, moduli: tuple[int, ...]) -> int:
    pairs = zip(_digits(one, moduli), _digits(other, moduli), moduli, strict=True)
    return _number([(a + b) % modulus for a, b, modulus in pairs], moduli)


def _negative(number: int, moduli: tuple[int, ...]) -> int:
    return _number([-digit % modulus for digit, modulus in zip(_digits(number, moduli), moduli, strict=True)], moduli)
