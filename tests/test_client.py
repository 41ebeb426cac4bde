"""The phone's client in one script, and the page that starts it."""

import gzip
import re
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from workshop.client import ROUTE, bundle, client
from workshop.join_page import join_page

STATIC = Path(__file__).parents[1] / "static"
MODULES = {
    "app.js": 'import { greet } from "./hall.js";\nimport { name } from "../vendor/they.js";\n\nshow(greet(name));\n',
    "hall.js": '/** Greets.\n * Twice. */\nimport { mark } from "./signs.js";\n\nexport function greet(who) {\n  return who + mark;\n}\n',
    "signs.js": 'import { name } from "../vendor/they.js";\n\n// said at the end\nexport const mark = name + "!";\n',
}
THEIRS = '/*! their licence */const a="World";export{a as name};\n'


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    (tmp_path / "phone").mkdir()
    (tmp_path / "vendor").mkdir()
    for name, source in MODULES.items():
        (tmp_path / "phone" / name).write_text(source)
    (tmp_path / "vendor" / "they.js").write_text(THEIRS)
    return tmp_path / "phone" / "app.js"


def test_each_module_stands_once_and_after_those_that_it_needs(entry: Path) -> None:
    assert bundle(entry)[0].splitlines() == [
        "const $=[];",
        '$.push((()=>{/*! their licence */const a="World";',
        "return{name:a}})());",
        '$.push((()=>{const{name}=$[0];const mark=name+"!";',
        "return{mark}})());",
        "$.push((()=>{const{mark}=$[1];function greet(who){return who+mark;}",
        "return{greet}})());",
        "$.push((()=>{const{greet}=$[2];const{name}=$[0];show(greet(name));",
        "return{}})());",
    ]


def test_a_changed_module_has_a_new_address(entry: Path) -> None:
    before = client(entry).address
    assert client(entry).address == before
    (entry.parent / "signs.js").write_text(MODULES["signs.js"].replace("!", "?"))
    assert client(entry).address != before


async def test_it_comes_packed_and_is_kept_under_its_own_address_only(entry: Path) -> None:
    made = client(entry)
    transport = httpx.ASGITransport(Starlette(routes=[Route(ROUTE, made.serve)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://palabre.example") as http:
        packed = await http.get(made.address, headers={"accept-encoding": "gzip"})
        plain = await http.get(made.address, headers={"accept-encoding": "identity"})
        old = await http.get(ROUTE.format(digest="0123456789abcdef"))
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) == len(gzip.compress(bundle(entry)[0].encode(), mtime=0))
    assert packed.text == plain.text == old.text == bundle(entry)[0]
    assert "content-encoding" not in plain.headers
    assert "immutable" in packed.headers["cache-control"]
    assert old.headers["cache-control"] == "no-store"


async def test_what_is_fetched_later_comes_by_itself_and_only_for_the_client_that_it_belongs_to(entry: Path) -> None:
    entry.write_text(f'{MODULES["app.js"]}\nexport const late = import("./late.js");\n')
    (entry.parent / "late.js").write_text('import { mark } from "./signs.js";\n\nexport function told() {\n  return mark;\n}\n')
    made = client(entry)
    transport = httpx.ASGITransport(Starlette(routes=[Route(ROUTE, made.serve)]))
    async with httpx.AsyncClient(transport=transport, base_url="http://palabre.example") as http:
        first = (await http.get(made.address)).text
        [address] = re.findall(r'import\("([^"]+)"\)', first)
        assert (await http.get(address)).text == (
            "export default($)=>{$.push((()=>{const{mark}=$[1];function told(){return mark;}\nreturn{told}})());\nreturn $[4]}"
        )
        assert "told" not in first
        assert (await http.get(address.replace(made.digest, "0123456789abcdef"))).status_code == 404


@pytest.mark.parametrize("host", ["palabre.example", "192.168.1.20:8300", "[fe80::1]:8300"])
def test_the_policy_names_the_sockets_of_its_own_host(host: str) -> None:
    assert f"connect-src 'self' ws://{host} wss://{host};" in join_page(STATIC).policy(host)


@pytest.mark.parametrize("host", ["", "x; script-src *", "a b", "a,b", "x'unsafe-inline'", "a/b"])
def test_a_host_that_is_none_gets_nothing_into_the_policy(host: str) -> None:
    assert "connect-src 'self';" in join_page(STATIC).policy(host)
