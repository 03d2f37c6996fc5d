"""One page of the work list as an address asks for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator

from congdoan.accounts.models import User
from congdoan.worklist.addressing import Mine
from congdoan.worklist.kinds import kinds
from congdoan.worklist.models import WorkItem
from congdoan.worklist.queries.groups import DueGroup
from congdoan.worklist.queries.piles import Line, Pile
from congdoan.worklist.queries.selections import COLUMNS, MOST_LISTED, Order, View, filtered, pile_of
from congdoan.worklist.rows import Row, rows_of

PAGE = 50


class FilterForm(forms.Form):
    """The filter in the address; what is not understood is left out."""

    q = forms.CharField(
        label="Tên việc, nguồn",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"placeholder": "Tên việc, số kế hoạch"}),
    )
    nhom = forms.ChoiceField(label="Hạn", required=False, choices=[("", "Mọi hạn"), *DueGroup.choices])
    loai = forms.ChoiceField(label="Việc", required=False)
    khan = forms.BooleanField(label="Chỉ việc khẩn", required=False)
    xep = forms.ChoiceField(label="Xếp theo", required=False, choices=Order.choices)

    def __init__(self, data: Mapping[str, str]) -> None:
        super().__init__(data)
        verbs = sorted((kind.verb, name) for name, kind in kinds.items())
        self.fields["loai"].choices = [("", "Mọi việc"), *((name, verb) for verb, name in verbs)]  # type: ignore[attr-defined]
        self.is_valid()

    def text(self, name: str) -> str:
        return str(self.cleaned_data.get(name) or "")


class Rows:
    """A pile as a paginator wants it: how many, and a slice. Counts up to MOST_LISTED."""

    def __init__(self, pile: Pile, order: tuple[str, ...], size: int) -> None:
        self.pile, self.order, self.size = pile, order, size

    def count(self) -> int:
        return self.size

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, asked: slice) -> list[WorkItem]:
        return self.pile.page(offset=asked.start, limit=asked.stop - asked.start, order=self.order)


@dataclass(frozen=True)
class Listing:
    """Which view, through which filter, in which order, which page."""

    user: User
    view: View
    form: FilterForm
    page_number: str
    on: date

    @classmethod
    def asked(cls, user: User, query: Mapping[str, str], on: date) -> "Listing":
        asked = query.get("xem", "")
        view = View(asked) if asked in View.values else View.MINE
        return cls(user, view, FilterForm(query), query.get("page", "1"), on)

    @cached_property
    def pile(self) -> Pile:
        text = self.form.text
        return filtered(
            pile_of(self.view, self.user, self.on),
            words=text("q"),
            group=text("nhom"),
            kind=text("loai"),
            urgent=bool(text("khan")),
            on=self.on,
        )

    @cached_property
    def size(self) -> int:
        return self.pile.size(MOST_LISTED)

    @property
    def is_more(self) -> bool:
        return self.size > MOST_LISTED

    @property
    def order(self) -> Order:
        """As asked; by due day when there is too much to sort otherwise."""
        asked = Order(self.form.text("xep") or Order.DUE)
        return Order.DUE if self.is_more and asked in (Order.NEWEST, Order.TITLE) else asked

    @cached_property
    def page(self) -> "Page[WorkItem]":
        rows: Any = Rows(self.pile, COLUMNS[self.order], min(self.size, MOST_LISTED))
        return Paginator(rows, PAGE).get_page(self.page_number)

    @property
    def page_numbers(self) -> Iterator[str | int]:
        return self.page.paginator.get_elided_page_range(self.page.number)

    @cached_property
    def rows(self) -> list[Row]:
        return rows_of(list(self.page), Mine.of(self.user, self.on), giving=self.view == View.GIVEN)

    @property
    def keep(self) -> dict[str, str]:
        """What the filter form must not lose."""
        return {"xem": self.view.value}

    @property
    def clear_url(self) -> str:
        return f"?xem={self.view}"

    @property
    def views(self) -> list[View]:
        return list(View)

    @property
    def is_filtered(self) -> bool:
        return any(self.form.text(name) for name in ("q", "nhom", "loai", "khan"))

    @property
    def filter_text(self) -> str:
        """The filter in words, for sheets and print."""
        said = [f"{self.form.fields[n].label}: {self._words(n)}" for n in ("q", "nhom", "loai") if self.form.text(n)]
        return "; ".join([*said, *(["Chỉ việc khẩn"] if self.form.text("khan") else [])])

    def all_rows(self) -> Iterator[Line]:
        """Everything that the filter lets through, for a sheet."""
        return self.pile.every(COLUMNS[self.order])

    def _words(self, name: str) -> str:
        field = self.form.fields[name]
        labels = dict(field.choices) if isinstance(field, forms.ChoiceField) else {}  # type: ignore[arg-type]
        return str(labels.get(self.form.text(name), self.form.text(name)))
