"""Tells somebody what happened to their account; the floor of notices above says how such a word travels."""

from collections.abc import Callable

from congdoan.accounts.models import User
from congdoan.core.registry import Registry

Tell = Callable[[User, str, str, str], None]
ways: Registry[Tell] = Registry("way to tell a person")
"""`tell(user, subject, text, url)`: in the transaction of whoever calls, later for the network."""
MailLink = Callable[[User, str, str], bool]
link_mailers: Registry[MailLink] = Registry("way to mail a link that sets a password")
"""`mail(user, subject, text)`: the same; gives whether mails go out at present. The link is put in at sending."""


def tell_of_account(user: User, *, subject: str, text: str, url: str) -> None:
    """`text` is plain; `url` is where in the product the person can do something about it."""
    for way in ways:
        way(user, subject, text, url)


def mail_password_link(user: User, *, subject: str, text: str) -> bool:
    """`text` holds LINK_HERE of `invitation` where the link belongs. False when the mail waits or has no address."""
    if not user.email:
        return False
    go_out = [mail(user, subject, text) for mail in link_mailers]
    return any(go_out)
