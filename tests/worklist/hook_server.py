"""A receiver of webhooks on this machine that can be slow, wrong, or die while it is told something."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep
from typing import Any


class Receiver:
    """`moods` says how the next calls are answered, then all are taken: a status, "die", "slow"."""

    def __init__(self) -> None:
        self.moods: list[int | str] = []
        self.taken: list[tuple[dict[str, str], bytes]] = []
        self.calls = 0
        self.url = ""

    @property
    def numbers(self) -> list[Any]:
        return [json.loads(body)["data"]["n"] for _, body in self.taken]


@contextmanager
def receiver() -> Iterator[Receiver]:
    told = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.calls += 1
            body = self.rfile.read(int(self.headers["Content-Length"]))
            mood = told.moods.pop(0) if told.moods else 200
            if mood == "die":
                self.connection.close()
                return
            if mood == "slow":
                sleep(0.3)
                mood = 200
            status = int(mood)
            if status < 300:
                told.taken.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(status)
            if status == 302:
                self.send_header("Location", told.url)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Nothing on the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_port}/nhan"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
