"""What other packages show on the page of a unit: figures at the top, and tabs of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from congdoan.accounts.models import User
from congdoan.core.registry import Registry
from congdoan.organisation.models import Unit


@dataclass(frozen=True, slots=True)
class UnitFigure:
    """`value(user, unit, day)` in one query; None shows nothing."""

    label: str
    value: Callable[[User, Unit, date], int | None]
    order: int = 50


@dataclass(frozen=True, slots=True)
class UnitTab:
    """A tab that leads to the package's own page: `url(unit)`, and `count(user, unit)` beside the label.

    `action` is the right at the unit that opens the page; who lacks it is not led there. Empty for everybody.
    """

    label: str
    url: Callable[[Unit], str]
    count: Callable[[User, Unit], int | None] = lambda _user, _unit: None
    order: int = 50
    action: str = ""


unit_figures: Registry[UnitFigure] = Registry("figure of units")
unit_tabs: Registry[UnitTab] = Registry("tab of units")
