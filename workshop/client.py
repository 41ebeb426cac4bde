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
EXPORTS: Final = re.compile(r"\bexport\s*\{([^}]*)\};?\s*$")


@dataclass(frozen=True)
class Client:
    """The script, packed, and the digest under which it is found."""

    digest: str
    packed: bytes

    @property
    def address(self) -> str:
        """Where a phone finds it."""
        return ROUTE.format(digest=self.digest)

    async def serve(self, request: Request) -> Response:
        """The script; what was asked for under another digest must not be kept."""
        current = request.path_params["digest"] == self.digest
        headers = {
            "cache-control": "public, max-age=31536000, immutable" if current else "no-store",
            "x-content-type-options": "nosniff",
            "vary": "accept-encoding",
        }
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(self.packed, media_type="text/javascript", headers=headers | {"content-encoding": "gzip"})
        return Response(gzip.decompress(self.packed), media_type="text/javascript", headers=headers)


def client(entry: Path) -> Client:
    """The client that begins with a module."""
    packed = gzip.compress(bundle(entry).encode(), mtime=0)
    return Client(hashlib.sha256(packed).hexdigest()[:16], packed)


def bundle(entry: Path) -> str:
    """A module and all that it imports, in one script; each stands after those that it needs."""
    done: dict[Path, str] = {}

    def add(path: Path) -> str:
        if path in done:
            return f"$[{list(done).index(path)}]"
        source = path.read_text(encoding="utf-8")
        found = ((",".join(re.findall(r"\w+", names)), path.parent / origin) for names, origin in IMPORT.findall(source))
        uses = [f"const{{{names}}}={add(origin.resolve())};" for names, origin in found]
        done[path] = f"$.push((()=>{{{''.join(uses)}{_body(source)}\nreturn{{{_exported(source)}}}}})());\n"
        return f"$[{len(done) - 1}]"

    add(entry.resolve())
    return "const $=[];\n" + "".join(done.values())


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
