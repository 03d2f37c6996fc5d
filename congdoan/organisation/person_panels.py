"""What other packages show on the page of a person."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from congdoan.accounts.models import User
from congdoan.core.registry import Registry


@dataclass(frozen=True, slots=True)
class PersonPanel:
    """`content(viewer, person)` is what `template` shows as `panel`; None shows nothing."""

    template: str
    content: Callable[[User, User], dict[str, Any] | None]


person_panels: Registry[PersonPanel] = Registry("panel of a person's page")


def panels_of(viewer: User, person: User) -> list[tuple[str, dict[str, Any]]]:
    """(template, content) of every panel that has something for the viewer."""
    found = ((panel.template, panel.content(viewer, person)) for panel in person_panels)
    return [(template, content) for template, content in found if content is not None]
