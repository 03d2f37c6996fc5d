"""Listens to what Django itself announces: an answer that became an error, a sign-in that failed."""

import sys
from typing import Any

from django.contrib.auth.signals import user_login_failed
from django.core.signals import got_request_exception
from django.http import HttpRequest

from congdoan.core.seeing.failures import keep_request_failure
from congdoan.core.seeing.metrics import count_failed_sign_in


def listen() -> None:
    got_request_exception.connect(_keep, dispatch_uid="congdoan.core.seeing")
    user_login_failed.connect(count_failed_sign_in, dispatch_uid="congdoan.core.seeing")


def _keep(request: HttpRequest | None = None, **_: Any) -> None:
    error = sys.exc_info()[1]
    if request is not None and error is not None:
        keep_request_failure(request, error)
