"""Opens the demo's accounts, all with the demo's password, and gives everybody their posts."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.contrib.auth.hashers import make_password

from congdoan.accounts.models import User
from congdoan.demo.password import demo_password
from congdoan.demo.sheets import day_or_none, rows
from congdoan.demo.units import Units
from congdoan.organisation.services.posts import give_post

People = dict[str, User]
ADMINISTRATOR: Final = "admin"
MAIL: Final = "congdoan-bentre.example"
"""A domain that exists nowhere, so that no mail of the demo ever reaches anybody."""


def open_administrator(units: Units) -> User:
    """The one account that the operator opens; it opens all others."""
    row = next(row for row in rows("people") if row["username"] == ADMINISTRATOR)
    user = _open(row, make_password(demo_password()))
    _give(row, user, units, by=None)
    return user


def open_everybody(units: Units, *, by: User) -> People:
    """Everybody by user name, as the next request would see them: without posts remembered from before."""
    people = {ADMINISTRATOR: by}
    for row in rows("people"):
        username = row["username"]
        if username == ADMINISTRATOR:
            continue
        if username not in people:
            people[username] = _open(row, by.password)
        _give(row, people[username], units, by=None if row["unit"] == "tld" else by)
    return {user.username: user for user in User.objects.all()}


def _open(row: Mapping[str, str], password: str) -> User:
    """Everybody has the same password, so one hash of it serves for all: a hash takes its time on purpose."""
    user = User(username=row["username"], full_name=row["full_name"], email=f"{row['username']}@{MAIL}")
    user.password = password
    user.save()
    return user


def _give(row: Mapping[str, str], user: User, units: Units, *, by: User | None) -> None:
    unit = units[row["unit"]]
    give_post(
        by=by,
        user=user,
        unit=unit,
        role=row["role"],
        title=row["title"],
        duty=row["duty"],
        starts_on=max(date.fromisoformat(row["since"]), unit.starts_on),
        ends_on=day_or_none(row["until"]),
    )
