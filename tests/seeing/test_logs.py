"""The log has one line an event, tells which request it was, and holds nothing personal."""

import io
import json
import logging
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection
from django.test import Client

from congdoan.core.seeing.logs import JsonLine, Line
from tests.world import Federation


class Written:
    """What was written until now."""

    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    @property
    def events(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]

    def of(self, page: str) -> dict[str, Any]:
        return next(event for event in self.events if event.get("page") == page)


@pytest.fixture
def written() -> Iterator[Written]:
    """Everything that any part of the program says, down to the least important, as JSON lines."""
    log = Written()
    handler = logging.StreamHandler(log.stream)
    handler.setFormatter(JsonLine())
    loggers = [logging.getLogger(), *map(logging.getLogger, ("congdoan", "django", "django.request"))]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.INFO)
    logging.getLogger().addHandler(handler)
    yield log
    logging.getLogger().removeHandler(handler)
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


def test_signing_in_searching_and_sending_a_file_leave_nothing_personal(
    client: Client, federation: Federation, written: Written
) -> None:
    client.raise_request_exception = False
    client.post("/tai-khoan/dang-nhap/", {"login": "chuyenvien", "password": "sai-mat-khau"})
    client.post("/tai-khoan/dang-nhap/", {"login": "chuyenvien", "password": "mat-khau-dai-2023"})
    client.get("/tim-kiem/?q=Huỳnh+Thị+Ngọc+Yến")
    client.get("/tim-kiem/goi-y/?q=Ngọc+Yến")
    client.get("/khong-co/Nguyễn-Thị-Ngọc-Hân/")
    file = SimpleUploadedFile("Danh sách đoàn viên khó khăn.txt", "KẾ HOẠCH thăm hỏi".encode())
    client.post("/van-ban/them/", {"file": file, "subject": "Về việc thăm hỏi", "unit": federation.province.pk})
    for typed in ("chuyenvien", "Hân", "Yến", "Y%E1%BA%BFn", "mat-khau", "Danh s", "kh\\u", "thăm", "q="):
        assert typed not in written.text, typed
    pages = {event.get("page") for event in written.events}
    assert {"/tai-khoan/dang-nhap/", "/tim-kiem/", "/tim-kiem/goi-y/", "/van-ban/them/", "-"} <= pages


def test_an_event_of_a_request_tells_number_page_answer_time_and_whose_it_was(
    client: Client, federation: Federation, written: Written
) -> None:
    client.force_login(federation["batri"])
    answer = client.get(f"/don-vi/{federation.ba_tri.pk}/?xem=1")
    event = written.of("/don-vi/<int:unit_id>/")
    assert event["request"] == answer.headers["X-Request-Number"]
    assert (event["method"], event["status"], event["user"]) == ("GET", 200, federation["batri"].pk)
    assert event["ms"] > 0
    assert (event["level"], event["logger"], event["event"]) == ("info", "congdoan.requests", "request")
    assert event["time"].endswith("+00:00")


def test_an_error_is_one_line_with_its_places_and_without_its_values(
    client: Client, federation: Federation, written: Written
) -> None:
    break_what_is_typed()
    client.raise_request_exception = False
    client.force_login(federation["chutich"])
    answer = client.post(f"/don-vi/{federation.ba_tri.pk}/lien-he/", {"phone": "0912 345 678"})
    assert answer.status_code == 500
    event = next(event for event in written.events if event["level"] == "error")
    assert event["event"] == "Internal Server Error"
    assert event["request"] == answer.headers["X-Request-Number"]
    assert event["error"] == "django.db.utils.IntegrityError"
    assert "PostgreSQL 23505" in event["detail"]
    assert "congdoan/organisation/" in event["places"]
    assert "0912" not in written.text


def test_the_line_for_a_terminal_has_the_places_and_no_values_either() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Line())
    logger = logging.Logger("library")
    logger.addHandler(handler)
    typed = "Nguyễn Văn A"
    try:
        raise IntegrityError(typed)
    except IntegrityError:
        logger.exception("cannot save %s", typed)
    assert "ERROR library: cannot save %s" in stream.getvalue()
    assert "tests/seeing/test_logs.py" in stream.getvalue()
    assert typed not in stream.getvalue()


def test_writing_an_event_takes_less_than_a_tenth_of_a_millisecond() -> None:
    record = logging.LogRecord("congdoan.requests", logging.INFO, "", 0, "request", (), None)
    vars(record).update(method="GET", page="/ke-hoach/<int:plan_id>/", status=200, ms=31, user=7)
    formatter = JsonLine()
    begun = time.process_time()
    for _ in range(1000):
        formatter.format(record)
    assert time.process_time() - begun < 0.1


def break_what_is_typed() -> None:
    """The next change of a unit is refused with a message that quotes what was typed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION pg_temp.taken() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'key (phone)=(%) is taken', NEW.phone USING ERRCODE = '23505'; END $$"
        )
        cursor.execute(
            "CREATE TRIGGER taken BEFORE UPDATE ON organisation_unit FOR EACH ROW EXECUTE FUNCTION pg_temp.taken()"
        )
