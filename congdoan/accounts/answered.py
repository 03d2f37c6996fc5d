"""A call that changes something is done once, however often it is sent: its key and answer are kept for a day."""

import secrets
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from typing import Final

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from congdoan.accounts.models import AnsweredCall
from congdoan.core import clock
from congdoan.core.api.answers import answer_bytes
from congdoan.core.errors import Invalid

KEPT: Final = timedelta(hours=24)
_SWEEP_ONCE_IN: Final = 100
_OTHER: Final = "Khóa Idempotency-Key này đã dùng cho một nội dung khác. Mỗi lần gửi nội dung mới dùng một khóa mới."
_TAKE: Final = """
    insert into accounts_answeredcall (token_id, key, digest, status, body, at) values (%s, %s, %s, 0, '', %s)
    on conflict (token_id, key) do nothing returning id
"""
"""Waits for whoever holds the key now: when they are done there is their answer, when they failed the key is free."""


@transaction.atomic
def once(request: HttpRequest, key: str, act: Callable[[], HttpResponse]) -> HttpResponse:
    """What `act` answers, done and kept together; the same call again is answered the same without acting.

    A call that was refused is not kept: sent again it is looked at anew. Raises Invalid for a key of another call.
    """
    token_id: int = request.token_id  # type: ignore[attr-defined]
    now, digest = clock.now(), _digest(request)
    expired = AnsweredCall.objects.filter(at__lt=now - KEPT)
    (expired if secrets.randbelow(_SWEEP_ONCE_IN) == 0 else expired.filter(token=token_id, key=key)).delete()
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [token_id, key, digest, now])
        is_first = cursor.fetchone() is not None
    kept = AnsweredCall.objects.get(token=token_id, key=key)
    if kept.digest != digest:
        raise Invalid(_OTHER, field="Idempotency-Key")
    if not is_first:
        again = answer_bytes(request, kept.body.encode(), status=kept.status)
        again["Idempotent-Replayed"] = "true"
        return again
    response = act()
    kept.status, kept.body = response.status_code, response.content.decode()
    kept.save(update_fields=["status", "body"])
    return response


def _digest(request: HttpRequest) -> str:
    asked = f"{request.method} {request.get_full_path()}\0{request.headers.get('If-Match', '')}\0".encode()
    return sha256(asked + request.body).hexdigest()
