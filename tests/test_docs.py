"""What the documentation says is true."""

import re
import sys
import types
from pathlib import Path

import pytest

from workshop.agenda import load
from workshop.cli import app
from workshop.language import speaker
from workshop.method import Method
from workshop.registry import discover
from workshop.testing import conform

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
REGISTRY = discover()


def ours() -> dict[str, Method]:
    return {name: method for name, method in sorted(REGISTRY.methods.items()) if REGISTRY.origins[name] == "palabre"}


def test_the_table_of_methods_is_the_methods_that_are_installed() -> None:
    say = speaker("en", [])
    rows = [f"| `{name}` | {say(method.title)} | {say(method.purpose)} |" for name, method in ours().items()]
    shown = re.search(r"<!-- methods: .*?-->(.*?)<!-- /methods -->", README, re.DOTALL)
    assert shown is not None
    assert [line for line in shown[1].splitlines() if line.startswith("| `")] == rows


def test_the_method_in_the_readme_is_a_method() -> None:
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert code is not None
    module = types.ModuleType("thumbs")
    module.__file__ = str(ROOT / "README.md")
    sys.modules["thumbs"] = module
    exec(compile(code[1], "README.md", "exec"), module.__dict__)
    conform(module.__dict__["method"])
    del sys.modules["thumbs"]


def test_every_command_of_the_command_line_is_in_the_readme() -> None:
    names = {command.name for command in app.registered_commands}
    assert names == set(re.findall(r"^\| `palabre ([a-z-]+)", README, re.MULTILINE))


def test_every_path_that_the_readme_names_is_there() -> None:
    paths = re.findall(r"\]\(([^)#:]+)\)", README) + re.findall(r"`((?:workshop|methods|static|examples|tests)/[\w./-]*)`", README)
    assert len(paths) > 15
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("path", sorted((ROOT / "examples" / "templates").glob("*.toml")), ids=lambda path: path.stem)
def test_every_template_that_comes_along_can_be_used(path: Path) -> None:
    assert load(path, REGISTRY.methods).steps


@pytest.mark.parametrize("name", sorted(ours()))
def test_every_method_has_help_a_purpose_and_a_rehearsal(name: str) -> None:
    method = ours()[name]
    title, *rest = method.help.splitlines()
    assert title
    assert len(" ".join(rest)) > 150
    assert (ROOT / "tests" / "methods" / f"test_{name}.py").is_file()
    assert method.rehearse.__module__.startswith("methods.")
