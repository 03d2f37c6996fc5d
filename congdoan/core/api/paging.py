"""Pages by key: each begins after the last id of the one before, so that a million rows need no more than a hundred."""

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Field, Schema

from congdoan.core.api.answers import answer
from congdoan.core.web import LARGEST_ID

MOST: Final = 500
M = TypeVar("M", bound=Model)
Item = TypeVar("Item", bound=Schema)


class Paged(Schema):
    """What every list takes."""

    limit: int = Field(100, ge=1, le=MOST, description="Số dòng một trang")
    after: int = Field(0, ge=0, le=LARGEST_ID, description="Lấy từ sau mã số này; có sẵn trong đường dẫn next")


class Page(Schema, Generic[Item]):
    items: list[Item]
    next: str | None = Field(description="Đường dẫn trang sau; null khi đã hết")


def page(
    request: HttpRequest,
    rows: "QuerySet[M]",
    paged: Paged,
    render: Callable[[Sequence[M]], list[Any]],
    kind: type[Page[Any]],
) -> HttpResponse:
    """One page of `rows` in the order of their ids; `render` makes all its lines at once."""
    found = list(rows.filter(pk__gt=paged.after).order_by("pk")[: paged.limit + 1])
    shown = found[: paged.limit]
    following = _address(request, shown[-1].pk) if len(found) > len(shown) else None
    return answer(request, kind(items=render(shown), next=following))


def _address(request: HttpRequest, after: int) -> str:
    query = request.GET.copy()
    query["after"] = str(after)
    return f"{request.path}?{query.urlencode()}"
