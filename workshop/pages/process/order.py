"""The order of the sessions of a process, phase by phase, and where one goes that is moved; pure."""

from collections.abc import Mapping

from workshop.process.state import Process, Sitting


def by_phase(process: Process) -> Mapping[str, tuple[str, ...]]:
    """The workshops of each phase in their order; last, under "", those without one."""
    found: dict[str, list[str]] = {id: [] for id in (*(one.id for one in process.about.phases), "")}
    for one in process.sittings:
        found[phase_of(process, one)].append(one.workshop)
    return {phase: tuple(workshops) for phase, workshops in found.items()}


def phase_of(process: Process, one: Sitting) -> str:
    """The phase of a sitting; "" where that phase is not there any more."""
    return one.phase if any(phase.id == one.phase for phase in process.about.phases) else ""


def moved(process: Process, workshop: str, by: int) -> tuple[str, int] | None:
    """The phase and the place one up (-1) or down (1), over into the phase beside where it stands at an edge; None at the very end."""
    listed = by_phase(process)
    phases = list(listed)
    phase = next(id for id, workshops in listed.items() if workshop in workshops)
    mine = listed[phase]
    beside = mine.index(workshop) + by
    if 0 <= beside < len(mine):
        other = _others(process, workshop).index(mine[beside])
        return phase, other + (by > 0)
    next_one = phases.index(phase) + by
    if not 0 <= next_one < len(phases):
        return None
    return at_edge(process, workshop, phases[next_one], first=by > 0)


def at_edge(process: Process, workshop: str, phase: str, first: bool = False) -> tuple[str, int]:
    """A phase and the place of its `first` or last workshop."""
    others, listed = _others(process, workshop), by_phase(process)
    there = [others.index(one) for one in listed[phase] if one != workshop]
    if there:
        return phase, min(there) if first else max(there) + 1
    before = list(listed)[: list(listed).index(phase)]
    earlier = [others.index(one) for id in before for one in listed[id] if one != workshop]
    return phase, max(earlier, default=-1) + 1


def newest(process: Process) -> str:
    """The phase of the last session, or the first phase: there the next one probably belongs."""
    phases = [one.id for one in process.about.phases]
    return next((one.phase for one in reversed(process.sittings) if one.phase in phases), phases[0] if phases else "")


def _others(process: Process, workshop: str) -> list[str]:
    return [one for one in process.workshops if one != workshop]
