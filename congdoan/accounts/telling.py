"""Tells somebody what happened to their account; the floor of notices above says how such a word travels."""

from collections.abc import Callable

from congdoan.accounts.models import User
from congdoan.core.registry import Registry

Tell = Callable[[User, str, str, str], None]
ways: Registry[Tell] = Registry("way to tell a person")
"""`tell(user, subject, text, url)`: in the transaction of whoever calls, later for the network."""


def tell_of_account(user: User, *, subject: str, text: str, url: str) -> None:
    """`text` is plain; `url` is where in the product the person can do something about it."""
    for way in ways:
        way(user, subject, text, url)
