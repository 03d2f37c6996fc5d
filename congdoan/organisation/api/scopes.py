"""The rights that a token may be given: those that the programming interface asks for."""

from typing import Final

from congdoan.accounts.models import User
from congdoan.organisation.rights import may_anywhere
from congdoan.organisation.roles import ACTIONS

READING: Final = ("plans.view", "tasks.view", "reports.view")
WRITING: Final = ("tasks.report", "reports.fill")
SCOPES: Final = (*READING, *WRITING)


def scopes_for(user: User) -> list[tuple[str, str]]:
    """(action, words) of those that the person has anywhere."""
    return [(action, ACTIONS[action]) for action in SCOPES if may_anywhere(user, action)]


def scope_words(scopes: list[str]) -> str:
    return "; ".join(ACTIONS[scope] for scope in scopes if scope in ACTIONS)
