"""How the pages of corrections and of learned rules are narrowed."""

import django_filters
from django.db.models import QuerySet

from congdoan.core.text import fold
from congdoan.documents.filters import DayFilter
from congdoan.documents.models import DocumentType
from congdoan.organisation.models import UnitAlias
from congdoan.plans.models import CheckedReading, Correction, SectionHabit, Stage

_KINDS = {"choices": DocumentType.choices, "label": "Loại văn bản", "empty_label": "Mọi loại văn bản"}
_IN_FORCE = (("bo", "Đã bỏ"), ("moi", "Mọi quy tắc"))


class CheckedFilter(django_filters.FilterSet):  # type: ignore[misc]
    loai = django_filters.ChoiceFilter(field_name="type", **_KINDS)
    tu = DayFilter(field_name="checked_on", lookup_expr="gte", label="Từ ngày")
    den = DayFilter(field_name="checked_on", lookup_expr="lte", label="Đến ngày")

    class Meta:
        model = CheckedReading
        fields = ["loai", "tu", "den"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _say_days(self)


class CorrectionFilter(django_filters.FilterSet):  # type: ignore[misc]
    khau = django_filters.ChoiceFilter(
        field_name="stage", choices=Stage.choices, label="Khâu đọc", empty_label="Mọi khâu"
    )
    loai = django_filters.ChoiceFilter(field_name="checked__type", **_KINDS)
    tu = DayFilter(field_name="checked__checked_on", lookup_expr="gte", label="Từ ngày")
    den = DayFilter(field_name="checked__checked_on", lookup_expr="lte", label="Đến ngày")

    class Meta:
        model = Correction
        fields = ["khau", "loai", "tu", "den"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        _say_days(self)


class _RuleFilter(django_filters.FilterSet):  # type: ignore[misc]
    """Rules in force unless asked otherwise."""

    q = django_filters.CharFilter(method="by_words", label="Chữ trong văn bản, tên mục")
    tinh_trang = django_filters.ChoiceFilter(
        method="by_state", choices=_IN_FORCE, label="Tình trạng", empty_label="Đang dùng"
    )
    words_field = ""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.form.fields["q"].widget.attrs |= {"placeholder": "Chữ trong văn bản, tên mục", "class": "cd-filter-text"}

    def by_words(self, found: "QuerySet[UnitAlias]", name: str, value: str) -> "QuerySet[UnitAlias]":
        return found.filter(**{f"{self.words_field}__contains": fold(value)})

    def by_state(self, found: "QuerySet[UnitAlias]", name: str, value: str) -> "QuerySet[UnitAlias]":
        return found.filter(revoked_at__isnull=False) if value == "bo" else found

    @property
    def qs(self) -> "QuerySet[UnitAlias]":
        found: QuerySet[UnitAlias] = super().qs
        return found if self.data.get("tinh_trang") in dict(_IN_FORCE) else found.filter(revoked_at=None)


class NameFilter(_RuleFilter):
    words_field = "folded"

    class Meta:
        model = UnitAlias
        fields = ["q", "tinh_trang"]


class HabitFilter(_RuleFilter):
    words_field = "topic"

    class Meta:
        model = SectionHabit
        fields = ["q", "tinh_trang"]


def _say_days(shown: django_filters.FilterSet) -> None:
    for name, words in (("tu", "Từ ngày"), ("den", "Đến ngày")):
        shown.form.fields[name].widget.attrs["placeholder"] = words
