"""One request of the walk: built from a row of the matrix, sent, read as one of the oracle's answers, undone."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from io import BytesIO
from string import Template as Words
from typing import Any
from unittest.mock import patch

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http.response import HttpResponseBase
from django.template.backends.django import Template
from django.test import Client
from django.urls import reverse

from congdoan.organisation.importing.columns import template_workbook
from tests.duties.sheets import matrix_sheet
from tests.rights.addresses import parameters_of
from tests.rights.matrix import Row
from tests.rights.oracle import ALLOWED, SIGN_IN

FRAGMENT = {"HX-Request": "true"}
GOOD = (200, 204, 302)
SIGN_IN_PAGE = "/tai-khoan/dang-nhap/"
_FILES = {
    "$matrix_file": ("phan-cong.xlsx", matrix_sheet("Lưu trữ hồ sơ")),
    "$sheet_file": ("mau.xlsx", template_workbook()),
    "$text_file": ("ke-hoach.txt", "KẾ HOẠCH".encode()),
}


def ask(row: Row, thing: dict[str, Any], client: Client) -> str:
    """The answer to this person; whatever the request changed, also in the browser, is taken back."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        answer = send(row, thing, client)
        transaction.set_rollback(True)
    client.cookies = cookies
    return _read(row, answer)


def body_of(row: Row, thing: dict[str, Any], client: Client) -> bytes:
    """Everything that this person is sent, as a page of its own; whatever looking has changed is taken back."""
    with looked_at(row, thing, client) as body:
        return body


@contextmanager
def looked_at(row: Row, thing: dict[str, Any], client: Client) -> Iterator[bytes]:
    """Inside, what looking has changed still stands."""
    with transaction.atomic():
        yield send(row, thing, client, {}).getvalue()
        transaction.set_rollback(True)


@contextmanager
def without_words() -> Iterator[None]:
    """Pages are made, but not put into words: who may is decided before, and the walk is several times as quick."""
    with patch.object(Template, "render", lambda *_, **__: ""):
        yield


def send(row: Row, thing: dict[str, Any], client: Client, headers: Mapping[str, str] = FRAGMENT) -> HttpResponseBase:
    given = thing | dict(row.args)
    address = reverse(row.url, kwargs={name: given[name] for name in parameters_of(row.url)})
    address += Words(row.query).substitute(thing)
    if row.method == "GET":
        return client.get(address, headers=headers)
    data: dict[str, Any] = {name: Words(str(words)).substitute(thing) for name, words in row.data.items()}
    return client.post(address, data | {name: _upload(file) for name, file in row.files.items()}, headers=headers)


def _upload(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(_FILES[name][0], BytesIO(_FILES[name][1]).read())


def _leads_to(answer: HttpResponseBase) -> str:
    """Where the browser goes next: as a whole page, or because a part of it was asked for."""
    return answer.headers.get("Location", "") or answer.headers.get("HX-Redirect", "")


def _read(row: Row, answer: HttpResponseBase) -> str:
    status = answer.status_code
    asked_to_sign_in = (status == 401 and row.ok != 401) or _leads_to(answer).startswith(SIGN_IN_PAGE)
    if asked_to_sign_in and not row.open:
        return SIGN_IN
    return ALLOWED if status in ((row.ok,) if row.ok else GOOD) else str(status)
