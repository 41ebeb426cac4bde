import gc
from dataclasses import dataclass

from workshop.memory import MOST, Memory, remembered


@dataclass(frozen=True)
class Idea:
    text: str


def test_what_was_made_of_a_thing_is_made_once_and_for_this_very_thing() -> None:
    made: list[str] = []

    @remembered
    def shout(idea: Idea, sign: str) -> list[str]:
        made.append(idea.text)
        return [f"{idea.text}{sign}"]

    trees, others = Idea("Trees"), Idea("Trees")
    assert shout(trees, "!") is shout(trees, "!")
    assert shout(trees, "!") is not shout(others, "!")
    assert (shout(trees, "?"), made) == (["Trees?"], ["Trees", "Trees", "Trees"])


def test_what_is_gone_is_forgotten() -> None:
    memory: Memory[str] = Memory()
    ideas = [Idea(str(number)) for number in range(1000)]
    for idea in ideas:
        memory.keep(idea, f"card of {idea.text}")
    assert [memory.recall(idea) for idea in ideas[:2]] == ["card of 0", "card of 1"]
    del ideas[10:], idea
    gc.collect()
    assert len(memory) == 10
    assert memory.recall(Idea("0")) is None


def test_what_is_kept_anew_stays_when_the_older_word_is_gone() -> None:
    memory: Memory[str] = Memory()
    idea = Idea("Trees")
    memory.keep(idea, "old")
    memory.keep(idea, "new")
    gc.collect()
    assert memory.recall(idea) == "new"


def test_of_very_many_things_the_first_are_forgotten_and_made_again() -> None:
    memory: Memory[str] = Memory()
    ideas = [Idea(str(number)) for number in range(MOST + 100)]
    for idea in ideas:
        memory.keep(idea, idea.text)
    assert len(memory) == MOST
    assert (memory.recall(ideas[0]), memory.recall(ideas[-1])) == (None, ideas[-1].text)
