"""Pictures that go inside a mail: upper packages keep them beside their mails and register where to ask."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from congdoan.core.registry import Registry

SHOWS_PICTURE: Final = 'src="cid:'
"""How the HTML of a mail names a picture of its own: `<img src="cid:NAME">`."""


@dataclass(frozen=True, slots=True)
class MailPicture:
    """A PNG by the name that the HTML calls it."""

    name: str
    content: bytes


mail_pictures: Registry[Callable[[int], Sequence[MailPicture]]] = Registry("source of pictures of mails")
"""Each gives the pictures of the mail with this id."""
