"""One page of a table, whatever the address asks for: its order, and always as many rows as it is made for."""

from typing import Any

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import HttpRequest
from django_tables2 import RequestConfig
from django_tables2.tables import Table


class NearestPage(Paginator):  # type: ignore[type-arg]
    """A page that is not there is the last one; what is no number is the first."""

    def validate_number(self, number: float | str) -> int:
        try:
            return super().validate_number(number)
        except PageNotAnInteger:
            return 1
        except EmptyPage:
            return self.num_pages


class NewestPages(NearestPage):
    """Pages of the newest rows alone, for a log that never ends: no more than `most` are counted."""

    def __init__(self, rows: Any, per_page: int, *, most: int) -> None:
        super().__init__(rows[:most], per_page)
        self.most = most

    @property
    def is_cut(self) -> bool:
        return self.count == self.most


def show_page(request: HttpRequest, table: Table, *, rows: int) -> None:
    """Sort the table and cut it to the page that the address asks for."""
    RequestConfig(request, paginate=False).configure(table)
    page = request.GET.get(table.prefixed_page_field, 1)
    table.paginate(paginator_class=NearestPage, page=page, per_page=rows)
