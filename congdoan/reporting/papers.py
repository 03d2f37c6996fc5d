"""Reports that became papers: the package that keeps papers registers here, for it lies above."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from congdoan.core.registry import Registry

if TYPE_CHECKING:
    from congdoan.reporting.models import IssuedReport

paper_keepers: "Registry[Callable[[IssuedReport, IssuedReport | None], None]]" = Registry("keeper of issued reports")
"""`keep(paper, before)`: `before` is the paper of the same report that the new one replaces."""
