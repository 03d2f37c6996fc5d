"""Which tables keep what must not be changed: rows are added to them, never altered."""

from collections.abc import Iterator

from django.apps import apps
from pghistory.models import Event

from congdoan.core.audit.sealing.sources import CONTEXTS, sealed_sources
from congdoan.core.models.forgetting import Forgetting
from congdoan.core.models.numbering import PaperNumbers
from congdoan.core.models.seals import SealBlock, SealPiece


def history_tables() -> list[str]:
    """Written by triggers and functions of the database alone."""
    events = (model._meta.db_table for model in apps.get_models() if issubclass(model, Event))
    return sorted([*events, Forgetting._meta.db_table])


def kept_tables() -> list[str]:
    """Those, the contexts, seals, and every table that packages seal row by row."""
    return sorted({*history_tables(), CONTEXTS, *_models(), *_sealed()})


def _models() -> Iterator[str]:
    for model in (SealBlock, SealPiece, PaperNumbers):
        yield model._meta.db_table


def _sealed() -> Iterator[str]:
    for source in sealed_sources:
        if source.relation.isidentifier():
            yield source.relation
