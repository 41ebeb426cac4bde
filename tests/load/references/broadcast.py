"""The library `websockets`: what a client says goes to everybody by its `broadcast()`."""

import sys
from contextlib import suppress

from websockets.asyncio.server import ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed

from tests.load.references.loop import run


async def main(port: int) -> None:
    """Serves until it is ended."""
    everybody = set[ServerConnection]()

    async def hear(client: ServerConnection) -> None:
        everybody.add(client)
        try:
            with suppress(ConnectionClosed):
                async for text in client:
                    broadcast(everybody, text)
        finally:
            everybody.discard(client)

    async with serve(hear, "127.0.0.1", port, compression=None, backlog=2048) as server:
        print("ready", flush=True)
        await server.serve_forever()


if __name__ == "__main__":
    run(main(int(sys.argv[1])))
