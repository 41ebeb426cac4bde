"""The phone's client as it is served: the modules of `static/phone` and the third-party code that they use, joined and packed once.

Every module becomes a function of its own, so names need not differ between modules. The address holds the digest of it all: a phone keeps
what it has fetched, and a new version has a new address.
"""

import gzip
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from workshop.squeeze import script

ROUTE: Final = "/j/client/{digest}.js"
IMPORT: Final = re.compile(r'^import \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
EXPORT: Final = re.compile(r"^export (?=(?:async )?(?:function|const|let) (\w+))", re.MULTILINE)
LATER: Final = re.compile(r'\bimport\("(\./[^"]+)"\)')
PART: Final = "later"
EXPORTS: Final = re.compile(r"\bexport\s*\{([^}]*)\};?\s*$")


@dataclass(frozen=True)
class Client:
    """The script, packed, the one that it fetches later, and the digest under which both are found."""

    digest: str
    packed: bytes
    later: bytes = b""

    @property
    def address(self) -> str:
        """Where a phone finds it."""
        return ROUTE.format(digest=self.digest)

    async def serve(self, request: Request) -> Response:
        """A script; what was asked for under another digest must not be kept, and is no part of another client."""
        digest, _sep, part = request.path_params["digest"].partition(".")
        current = digest == self.digest
        if part and not (current and part == PART):
            return Response(status_code=404, headers={"cache-control": "no-store"})
        packed = self.later if part else self.packed
        headers = {
            "cache-control": "public, max-age=31536000, immutable" if current else "no-store",
            "x-content-type-options": "nosniff",
            "vary": "accept-encoding",
        }
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(packed, media_type="text/javascript", headers=headers | {"content-encoding": "gzip"})
        return Response(gzip.decompress(packed), media_type="text/javascript", headers=headers)


def client(entry: Path) -> Client:
    """The client that begins with a module."""
    first, later = bundle(entry)
    digest = hashlib.sha256(f"{first}{later}".encode()).hexdigest()[:16]
    first = LATER.sub(f'import("{ROUTE.format(digest=f"{digest}.{PART}")}").then((it)=>it.default($))', first)
    return Client(digest, *(gzip.compress(text.encode(), mtime=0) for text in (first, later)))


def bundle(entry: Path) -> tuple[str, str]:
    """A module and all that it imports, in one script, each after those that it needs; and a second one with what it fetches later."""
    done: dict[Path, str] = {}
    _add(entry.resolve(), done)
    first = "const $=[];\n" + "".join(done.values())
    fetched = [(path.parent / name).resolve() for path in done for name in LATER.findall(path.read_text(encoding="utf-8"))]
    if not fetched:
        return first, ""
    known = len(done)
    last = _add(fetched[0], done)
    return first, "export default($)=>{" + "".join([*done.values()][known:]) + f"return {last}}}"


def _add(path: Path, done: dict[Path, str]) -> str:
    """Joins a module and what it needs to those that are there; how it is reached."""
    if path not in done:
        source = path.read_text(encoding="utf-8")
        found = ((",".join(re.findall(r"\w+", names)), path.parent / origin) for names, origin in IMPORT.findall(source))
        uses = [f"const{{{names}}}={_add(origin.resolve(), done)};" for names, origin in found]
        done[path] = f"$.push((()=>{{{''.join(uses)}{_body(source)}\nreturn{{{_exported(source)}}}}})());\n"
    return f"$[{[*done].index(path)}]"


def _body(source: str) -> str:
    ours = EXPORTS.search(source) is None  # third-party code keeps its notices
    body = EXPORTS.sub("", EXPORT.sub("", IMPORT.sub("", source)))
    return script(body).strip() if ours else body


def _exported(source: str) -> str:
    given = EXPORTS.search(source)
    if given is None:
        return ",".join(EXPORT.findall(source))
    pairs = (name.split(" as ") for name in given[1].split(","))
    return ",".join(f"{pair[-1].strip()}:{pair[0].strip()}" for pair in pairs)
