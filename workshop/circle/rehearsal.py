"""What a simulated person does in a round: speaks when it is their turn, or passes now and then."""

from collections.abc import Sequence

from workshop.method import Do, Sight


def rehearse(sight: Sight) -> Sequence[Do]:
    """They look only at their own buttons."""
    ways = sight.screen.get("turn", {}).get("items", {})
    if "spoke" not in ways:
        return ()
    press = ways["pass" if "pass" in ways and sight.number % 9 == 0 else "spoke"]
    return (Do(press["command"], press["args"]),)
