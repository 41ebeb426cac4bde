"""Finite fields of small order, as the arithmetic of closed forms."""

from functools import lru_cache
from itertools import product

Vector = tuple[int, ...]


def prime_powers(number: int) -> list[tuple[int, int]]:
    """The factors of a number: (prime, exponent).

    >>> prime_powers(72)
    [(2, 3), (3, 2)]
    """
    found, prime = [], 2
    while number > 1:
        exponent = 0
        while number % prime == 0:
            number, exponent = number // prime, exponent + 1
        if exponent:
            found.append((prime, exponent))
        prime += 1
    return found


def elements(prime: int, degree: int) -> list[Vector]:
    """The elements of the field with prime**degree elements, as polynomials, the lowest coefficient first; 0 comes first."""
    return [tuple(reversed(one)) for one in product(range(prime), repeat=degree)]


def times(one: Vector, other: Vector, prime: int) -> Vector:
    """The product of two elements of a field."""
    return _remainder(_product(one, other, prime), _modulus(prime, len(one)), prime)


def _product(one: Vector, other: Vector, prime: int) -> Vector:
    result = [0] * (len(one) + len(other) - 1)
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            result[i + j] = (result[i + j] + a * b) % prime
    return tuple(result)


def _remainder(dividend: Vector, monic: Vector, prime: int) -> Vector:
    rest, degree = list(dividend), len(monic) - 1
    for top in range(len(rest) - 1, degree - 1, -1):
        factor = rest[top]
        for place, coefficient in enumerate(monic):
            rest[top - degree + place] = (rest[top - degree + place] - factor * coefficient) % prime
    return tuple((rest + [0] * degree)[:degree])


@lru_cache
def _modulus(prime: int, degree: int) -> Vector:
    """The first monic polynomial of a degree that no smaller one divides."""
    for low in elements(prime, degree):
        candidate = (*low, 1)
        smaller = ((*rest, 1) for size in range(1, degree // 2 + 1) for rest in elements(prime, size))
        if all(any(_remainder(candidate, divisor, prime)) for divisor in smaller):
            return candidate
    raise ArithmeticError(f"There is a field of order {prime}**{degree}, and it was not found.")
