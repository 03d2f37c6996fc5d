"""More people than a server can serve: a few wait in order, the others are told at once, and it recovers by itself."""

import asyncio
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from django.http import FileResponse

from congdoan.core.shedding.gate import Gate
from congdoan.core.shedding.server import Gated
from tests.runtime.office import Office
from tests.runtime.prepared import prepared_folder
from tests.runtime.server_process import comes_true

CROWD = 400


def asked(application: Any, path: str = "/", method: str = "GET", **more: str) -> tuple[str, dict[str, str], str]:
    """Status, headers and body of an answer."""
    told: list[Any] = []
    body = application({"PATH_INFO": path, "REQUEST_METHOD": method, **more}, lambda *said: told.extend(said))
    text = b"".join(body).decode()
    if hasattr(body, "close"):
        body.close()
    return told[0], dict(told[1]), text


def plain(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    start_response("200 OK", [])
    return [b"trang"]


def full() -> Gated:
    """An application whose only place is taken and whose line has no room."""
    gate = Gate(slots=1, line=0, patience=0)
    gate.enter()
    return Gated(plain, gate)


def test_those_in_line_come_in_order_and_the_next_is_turned_away_at_once() -> None:
    gate, came = Gate(slots=1, line=3, patience=30), []
    assert gate.enter()

    def wait(n: int) -> None:
        assert gate.enter()
        came.append(n)
        gate.leave()

    threads = []
    for n in range(3):
        threads.append(Thread(target=wait, args=(n,)))
        threads[-1].start()
        assert comes_true(lambda n=n: len(gate._waiting) == n + 1)
    assert not gate.enter()
    gate.leave()
    for thread in threads:
        thread.join()
    assert came == [0, 1, 2]
    assert gate.enter()


def test_whoever_waited_too_long_leaves_the_line_and_takes_no_place_with_them() -> None:
    gate = Gate(slots=1, line=1, patience=0.01)
    assert gate.enter()
    assert not gate.enter()
    assert not gate._waiting
    gate.leave()
    assert gate.enter()


def test_a_crowd_at_the_gate_loses_no_place() -> None:
    gate, start = Gate(slots=2, line=5, patience=0.001), Barrier(20)

    def rush() -> None:
        start.wait()
        for _ in range(200):
            if gate.enter():
                gate.leave()

    threads = [Thread(target=rush) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (gate._free, len(gate._waiting)) == (2, 0)


def test_a_place_is_free_again_after_an_answer_an_error_and_a_body_that_is_not_read() -> None:
    gate = Gate(slots=1, line=0, patience=0)
    for _ in range(2):
        assert asked(Gated(plain, gate))[2] == "trang"

    def broken(environ: Any, start_response: Any) -> Any:
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        asked(Gated(broken, gate))
    unread: Any = Gated(plain, gate)({"PATH_INFO": "/", "REQUEST_METHOD": "GET"}, lambda *_: None)
    assert not gate.enter()
    unread.close()
    unread.close()
    assert gate.enter()
    assert not gate.enter()


def test_a_file_that_goes_out_over_a_slow_network_keeps_no_place(db: None) -> None:
    gate = Gate(slots=1, line=0, patience=0)

    def download(environ: Any, start_response: Any) -> FileResponse:
        return FileResponse(BytesIO(b"x"))

    Gated(download, gate)({"PATH_INFO": "/", "REQUEST_METHOD": "GET"}, lambda *_: None)
    assert gate.enter()


def test_a_page_says_so_and_opens_again_by_itself() -> None:
    status, headers, page = asked(full())
    assert status.startswith("503")
    assert 5 <= int(headers["Retry-After"]) <= 15
    assert f'<meta http-equiv="refresh" content="{headers["Retry-After"]}">' in page
    assert "Đang có quá nhiều người dùng" in page
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert asked(full(), method="HEAD")[2] == ""


def test_whoever_sent_something_is_told_that_it_is_not_kept_and_how_to_send_it_again() -> None:
    page = asked(full(), method="POST")[2]
    assert "chưa được lưu" in page
    assert "Quay lại" in page
    assert "refresh" not in page


def test_what_is_being_sent_is_taken_in_so_that_the_browser_comes_to_the_page() -> None:
    sent = BytesIO(b"x" * 200_000)
    more: Any = {"CONTENT_LENGTH": "200000", "wsgi.input": sent}
    assert "chưa được lưu" in asked(full(), method="POST", **more)[2]
    assert sent.read() == b""


def test_a_part_of_a_page_gets_a_message_for_its_place() -> None:
    page = asked(full(), HTTP_HX_REQUEST="true")[2]
    assert page.startswith('<div class="cd-message')
    assert "<html" not in page


def test_people_do_not_come_again_all_at_once() -> None:
    application = full()
    assert len({asked(application)[1]["Retry-After"] for _ in range(200)}) == 11


@pytest.mark.parametrize("path", ["/static/a.css", "/healthz", "/metrics"])
def test_health_figures_and_static_files_are_answered_even_then(path: str) -> None:
    assert asked(full(), path)[2] == "trang"


@pytest.fixture(scope="module")
def prepared() -> Iterator[Path]:
    with prepared_folder() as folder:
        yield folder


async def come_all_at_once(port: int, page: str, people: int) -> Counter[str]:
    """How many got which answer when they all came in the same moment."""

    async def come() -> str:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"GET {page} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        answer = (await reader.read()).decode(errors="replace")
        writer.close()
        status = answer.split(" ", 2)[1]
        return status if status != "503" or re.search(r"(?i)^retry-after: \d+\r$", answer, re.M) else "503 without hint"

    return Counter(await asyncio.gather(*(come() for _ in range(people))))


@pytest.mark.xdist_group("office-seen")
def test_a_running_office_turns_a_crowd_away_and_serves_the_next_person(prepared: Path) -> None:
    with Office(prepared) as office:
        page = office.page("/tai-khoan/bat-dau/")
        assert "csrfmiddlewaretoken" in page
        answers = asyncio.run(come_all_at_once(office.port, "/tai-khoan/bat-dau/", CROWD))
        assert set(answers) == {"200", "503"}, answers
        assert answers["200"] >= 40
        assert asyncio.run(come_all_at_once(office.port, "/tai-khoan/bat-dau/", 8)) == {"200": 8}
        assert office.interrupt() == 0
