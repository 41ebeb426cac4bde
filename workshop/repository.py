"""A git repository in which folders are kept: what changed is committed, and nothing else is done with it; nothing is ever pushed.

git is asked with an identity of its own and without anybody's settings: no hooks, no signatures, no questions.
"""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

NAME, MAIL = "Palabre", "palabre@localhost"
LIMIT_S: Final = 60.0
OPTIONS: Final = (
    "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.autocrlf=false", "commit.gpgSign=false", "gc.auto=0", "maintenance.auto=0",
    f"user.name={NAME}", f"user.email={MAIL}",
)  # fmt: skip


class GitError(RuntimeError):
    """git is not here, or did not do what was asked; the text says why."""


class Repository:
    """The repository of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def there(self) -> bool:
        """Whether the folder is a repository."""
        return (self.folder / ".git").exists()

    def commit(self, path: str, message: str) -> bool:
        """Commits what changed under a path; whether anything did. Raises `GitError`."""
        self._git("add", "--all", "--", path)
        if not self._git("status", "--porcelain", "--", path):
            return False
        self._git("commit", "--quiet", "--no-verify", "--message", message, "--", path)
        return True

    def only_ours(self) -> bool:
        """Whether every commit is Palabre's own, on one branch, and nobody has a copy that we know of. Raises `GitError`."""
        refs = self._git("for-each-ref", "--format=%(refname)").split()
        makers = set(self._git("log", "--all", "--format=%ae %ce").splitlines())
        return len(refs) == 1 and makers <= {f"{MAIL} {MAIL}"} and not self._git("remote")

    def begin_anew(self, message: str) -> None:
        """One commit with what is there now takes the place of the whole history, of which no byte is kept. Raises `GitError`."""
        branch = self._git("symbolic-ref", "HEAD")
        fresh = self._git("commit-tree", "HEAD^{tree}", "-m", message)
        self._git("update-ref", branch, fresh)
        self._git("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all")
        for name in ("ORIG_HEAD", "FETCH_HEAD"):
            (self.folder / ".git" / name).unlink(missing_ok=True)
        self._git("gc", "--quiet", "--prune=now")

    def _git(self, *words: str) -> str:
        options = [part for option in OPTIONS for part in ("-c", option)]
        try:
            done = subprocess.run(
                ["git", *options, *words], cwd=self.folder, env=_surroundings(), stdin=subprocess.DEVNULL, capture_output=True, text=True,
                timeout=LIMIT_S, check=True,
            )  # fmt: skip
        except FileNotFoundError:
            raise GitError("git is not installed") from None
        except subprocess.TimeoutExpired:
            raise GitError(f"git {words[0]} took longer than {LIMIT_S:.0f} s") from None
        except (subprocess.CalledProcessError, OSError) as error:
            said = str(getattr(error, "stderr", "") or error).strip()
            raise GitError(f"git {words[0]}: {said}") from None
        return done.stdout.strip()


def _surroundings() -> Mapping[str, str]:
    """What git may know of this machine: where programs are, and nothing that leads it to another repository or to settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") and name != "HOME"}
    return kept | {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
