"""The same question put to a general solver, OR-Tools CP-SAT: most pairs that meet, then fewest revisits."""

from itertools import combinations, product
from random import Random

from ortools.sat.python import cp_model

from workshop.seating import Request

Rounds = list[dict[str, int]]


def solve(request: Request, seconds: float) -> Rounds | None:
    """The best plan that the solver finds in so many seconds; None where it finds none."""
    model = cp_model.CpModel()
    people, rounds, tables = range(len(request.people)), range(request.rounds), range(request.tables)
    least, more = divmod(len(people), len(tables))
    sits = {key: model.new_bool_var("") for key in product(people, rounds, tables)}
    for person, round in product(people, rounds):
        model.add_exactly_one(sits[person, round, table] for table in tables)
    for round, table in product(rounds, tables):
        model.add_linear_constraint(sum(sits[person, round, table] for person in people), least, least + (more > 0))
    for table, host in request.hosts.items():
        for round in rounds:
            model.add(sits[request.people.index(host), round, table - 1] == 1)
    for person in people:  # round 0 can be given away: people are alike
        model.add_hint(sits[person, 0, person % len(tables)], 1)
    met = [_met(model, sits, one, other, rounds, tables) for one, other in combinations(people, 2)]
    seen = []
    for person, table in product(people, tables):
        seen.append(model.new_bool_var(""))
        model.add(seen[-1] <= sum(sits[person, round, table] for round in rounds))
    model.maximize(len(people) * len(tables) * sum(met) + sum(seen))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.random_seed = request.seed
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return [
        {request.people[person]: table + 1 for person, table in product(people, tables) if solver.value(sits[person, round, table])}
        for round in rounds
    ]


def _met(
    model: cp_model.CpModel, sits: dict[tuple[int, int, int], cp_model.IntVar], one: int, other: int, rounds: range, tables: range
) -> cp_model.IntVar:
    """Whether two people ever sit at one table."""
    shared = []
    for round, table in product(rounds, tables):
        both = model.new_bool_var("")
        model.add_implication(both, sits[one, round, table])
        model.add_implication(both, sits[other, round, table])
        shared.append(both)
    met = model.new_bool_var("")
    model.add(met <= sum(shared))
    return met


def at_random(request: Request) -> Rounds:
    """Travellers drawn anew in every round."""
    random = Random(request.seed)
    travellers = [person for person in request.people if person not in request.hosts.values()]
    return [_dealt(request, random.sample(travellers, len(travellers)), 0) for _round in range(request.rounds)]


def table_plus_one(request: Request) -> Rounds:
    """Everybody but the hosts goes on to the next table."""
    travellers = [person for person in request.people if person not in request.hosts.values()]
    return [_dealt(request, travellers, shift) for shift in range(request.rounds)]


def _dealt(request: Request, travellers: list[str], shift: int) -> dict[str, int]:
    hosts = {person: table for table, person in request.hosts.items()}
    return hosts | {person: (number + shift) % request.tables + 1 for number, person in enumerate(travellers)}
