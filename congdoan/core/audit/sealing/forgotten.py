"""Which sealed rows may be gone, because a rule keeps them no longer and the database itself took them away."""

from datetime import datetime

from django.db.models import Max

from congdoan.core.models.forgetting import Forgetting
from congdoan.core.models.seals import SealBlock


def blocks_that_may_be_gone() -> dict[str, int]:
    """Source → the last block that was made before the moment up to which rows of the source were forgotten."""
    moments = Forgetting.objects.values("source").annotate(until=Max("before"))
    return {found["source"]: _last_block(found["until"]) for found in moments}


def _last_block(before: datetime) -> int:
    last = SealBlock.objects.filter(sealed_at__lt=before).order_by("-number").first()
    return last.number if last else 0
