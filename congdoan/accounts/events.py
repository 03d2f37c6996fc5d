"""Listens to the sign-in library: begins the rules of a session, knows devices, writes security events to the log."""

import logging
from typing import Any

from allauth.account.signals import user_logged_in as came_in
from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_removed
from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

from congdoan.accounts.devices import recognise
from congdoan.accounts.leaving import tell_left
from congdoan.accounts.models import User
from congdoan.accounts.second_factor import look_again
from congdoan.accounts.session_rules import begin, is_over

log = logging.getLogger("congdoan.security")
"""Names no person by more than a number, and no password or code."""


def listen() -> None:
    user_logged_in.connect(_begun, dispatch_uid="accounts.begun")
    came_in.connect(_came_in, dispatch_uid="accounts.came-in")
    user_logged_out.connect(_left, dispatch_uid="accounts.left")
    user_login_failed.connect(_refused, dispatch_uid="accounts.refused")
    authentication_failed.connect(_wrong_code, dispatch_uid="accounts.wrong-code")
    authenticator_added.connect(_factors_changed, dispatch_uid="accounts.factor-added")
    authenticator_removed.connect(_factors_changed, dispatch_uid="accounts.factor-removed")


def _begun(request: HttpRequest, user: User, **_: Any) -> None:
    begin(request)
    look_again(request, user)


def _came_in(request: HttpRequest, user: User, **_: Any) -> None:
    recognise(request, user)
    log.info("signed in", extra={"user": user.pk})


def _left(request: HttpRequest, user: User | None, **_: Any) -> None:
    if user is None:
        return
    log.info("signed out", extra={"user": user.pk})
    if not is_over(request.session):
        for session in UserSession.objects.filter(session_key=request.session.session_key):
            tell_left(session.pk)


def _refused(**_: Any) -> None:
    log.warning("a password was refused")


def _wrong_code(user: User, **_: Any) -> None:
    log.warning("a second factor was refused", extra={"user": user.pk})


def _factors_changed(request: HttpRequest, user: User, **_: Any) -> None:
    look_again(request, user)
    log.info("second factors changed", extra={"user": user.pk})
