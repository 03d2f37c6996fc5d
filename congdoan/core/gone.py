"""What became of a thing for which somebody sends a form, and which is no more there for them: who did what, and when.

Whoever only looks for something gets "not found", as before; whoever has typed is told, and keeps the words.
"""

from collections.abc import Callable
from typing import Any, Final

from django.db import models
from django.http import HttpRequest

from congdoan.core.audit.deleted import deletion_of
from congdoan.core.registry import Registry

Became = Callable[[Any, int], str]
kinds: Registry[Became] = Registry("kind of thing that can be gone")
"""By its part of addresses, "finding_id", or in one package alone, "reporting:section_id". `tell(user, id)` gives a
sentence, or nothing to whoever may not know that the thing ever was."""

sights: Registry[Callable[[Any], str]] = Registry("sight that can be lost")
"""`tell(user)`: by what the person has just lost sight of many things at once; nothing when by nothing."""

_NOT_THERE: Final = (403, 404)


def what_became(request: HttpRequest, status: int) -> str:
    """A sentence for a form that was sent to what is gone; empty where nothing is known, or nothing may be told."""
    match = request.resolver_match
    if request.method != "POST" or status not in _NOT_THERE or match is None or not request.user.is_authenticated:
        return ""
    for name, pk in match.kwargs.items():
        tell = kinds.get(f"{match.namespace}:{name}") or kinds.get(name)
        if tell and isinstance(pk, int) and (said := tell(request.user, pk)):
            return said
    return next((said for tell_sight in sights if (said := tell_sight(request.user))), "")


def deleted(model: type[models.Model], what: str, may_know: Callable[[Any, Any], bool]) -> Became:
    """For rows that are deleted. `may_know(user, row)` is asked with the row as it was; `what` is "phát hiện này"."""

    def tell(user: Any, pk: int) -> str:
        deletion = deletion_of(model, pk)
        return deletion.in_words(what) if deletion and may_know(user, deletion.row) else ""

    return tell
