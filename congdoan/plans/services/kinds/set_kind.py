"""Keeping the kinds of papers: what holds from a day on."""

import re
from datetime import date, timedelta
from typing import Any, Final, TypedDict

from django.db import transaction
from django.db.models import Q

from congdoan.core.audit.latest import require_unchanged
from congdoan.core.errors import Invalid
from congdoan.core.text import fold, normalise
from congdoan.plans.models import PlanKind
from congdoan.plans.models.kind import PLAN

_SYMBOL: Final = re.compile(r"[^\W\d_]{1,12}")


class KindFacts(TypedDict):
    """What holds of a kind, as `PlanKind` describes it."""

    name: str
    short_name: str
    symbol: str
    type: str
    issuers: list[str]
    committee: str
    term_years: int | None
    reviews_midway: bool
    reviews_at_end: bool
    is_direct: bool
    order: int
    source: str


KIND_FACTS: Final = tuple(KindFacts.__annotations__)


@transaction.atomic
def set_kind(*, code: str, valid_from: date, facts: KindFacts, seen: str = "") -> PlanKind:
    """What holds of the kind from the day on; the row before ends on the day before. An empty code makes a new kind.

    Raises Invalid when a later row holds already or the facts do not fit together, Conflict when another row holds from
    that day than what was `seen`.
    """
    said = _checked(code, facts)
    code = code or _new_code(said["symbol"], said["name"])
    later = PlanKind.objects.filter(code=code, valid_from__gt=valid_from).first()
    if later:
        day = f"{later.valid_from:%d/%m/%Y}"
        raise Invalid(f"Từ {day} đã có quy định khác. Nhập từ ngày đó trở đi.", field="valid_from")
    earlier = PlanKind.objects.select_for_update().filter(code=code, valid_from__lt=valid_from)
    for row in earlier.filter(Q(valid_to=None) | Q(valid_to__gte=valid_from)):
        row.valid_to = valid_from - timedelta(days=1)
        row.save(update_fields=["valid_to"])
    kind, made = PlanKind.objects.select_for_update().get_or_create(code=code, valid_from=valid_from, defaults=said)
    if not made and any(getattr(kind, name) != value for name, value in said.items()):
        require_unchanged(kind, seen, KIND_FACTS, f"loại “{kind.name}” từ {valid_from:%d/%m/%Y}")
        for name, value in said.items():
            setattr(kind, name, value)
        kind.save()
    return kind


def _checked(code: str, facts: KindFacts) -> dict[str, Any]:
    said: dict[str, Any] = {k: normalise(v) if isinstance(v, str) else v for k, v in facts.items()}
    if not said["name"]:
        raise Invalid("Nhập tên loại.", field="name")
    if said["symbol"] and not _SYMBOL.fullmatch(said["symbol"]):
        raise Invalid("Chỉ dùng chữ cái, không dấu cách, ví dụ NQ.", field="symbol")
    if not said["symbol"] and not said["is_direct"]:
        raise Invalid("Chỉ loại giao việc trực tiếp mới không đánh số. Nhập chữ, ví dụ NQ.", field="symbol")
    if not said["symbol"] and code == PLAN:
        raise Invalid("Kế hoạch luôn có số, ký hiệu.", field="symbol")
    if said["reviews_midway"] and not said["reviews_at_end"]:
        raise Invalid("Có sơ kết thì phải có tổng kết.", field="reviews_at_end")
    return said


def _new_code(symbol: str, name: str) -> str:
    """The symbol, or the first letters of the name; told apart from the kinds that there are."""
    base = (symbol or "".join(word[0] for word in fold(name).split()).upper())[:8] or "L"
    taken = set(PlanKind.objects.filter(code__startswith=base).values_list("code", flat=True))
    return next(code for code in (base, *(f"{base}{n}" for n in range(2, 1000))) if code not in taken)
