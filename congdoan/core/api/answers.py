"""Answers with a version: the ETag is the digest of what is sent, so that it always changes with it."""

from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import parse_etags, quote_etag
from ninja import Schema

from congdoan.core.api.problems import Changed


def answer(request: HttpRequest, said: Schema, *, status: int = 200) -> HttpResponse:
    """What was asked for with its ETag; 304 and nothing more when the caller has it already."""
    return answer_bytes(request, body_of(said), status=status)


def answer_bytes(request: HttpRequest, body: bytes, *, status: int = 200) -> HttpResponse:
    etag = etag_of(body)
    response = HttpResponse(body, status=status, content_type="application/json; charset=utf-8")
    response["ETag"] = etag
    found: HttpResponse | None = None
    if request.method in ("GET", "HEAD"):
        found = get_conditional_response(request, etag=etag, response=response)
    return found or response


def body_of(said: Schema) -> bytes:
    return said.model_dump_json(by_alias=True).encode()


def etag_of(body: bytes) -> str:
    return quote_etag(sha256(body).hexdigest()[:32])


def require_match(request: HttpRequest, current: Schema, last_step: str) -> None:
    """Raises Changed unless what is there now, locked by the caller, is what If-Match names, if it names anything."""
    asked = request.headers.get("If-Match", "")
    if not asked:
        return
    if etag_of(body_of(current)) not in (wanted := parse_etags(asked)) and wanted != ["*"]:
        now: dict[str, Any] = current.model_dump(mode="json")
        raise Changed(now, last_step)
