"""What a form asks for: items added, changed, moved, taken away."""

from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction
from django.db.models import Max

from congdoan.accounts.models import User
from congdoan.core.audit.latest import require_unchanged
from congdoan.core.errors import Conflict, Invalid
from congdoan.core.text import normalise
from congdoan.reporting.formula.checks import parse_check
from congdoan.reporting.formula.evaluate import check_names
from congdoan.reporting.formula.parse import FormulaProblem, names_in, parse
from congdoan.reporting.models import FormItem, ItemKind, Reach, ReportForm
from congdoan.reporting.queries.forms import formulas_of
from congdoan.reporting.services.lookup import editable_form, item_of, section_of
from congdoan.reporting.services.sections import Way, swap
from congdoan.reporting.sources import TableSource, source_of

FACTS = (
    *("label", "help", "unit_text", "source", "reach", "formula", "columns"),
    *("least", "most", "required", "combine"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFacts:
    """What is said about an item; which of it counts depends on its kind."""

    label: str
    help: str = ""
    unit_text: str = ""
    source: str = ""
    reach: str = Reach.OWN
    formula: str = ""
    columns: list[str] = field(default_factory=list)
    least: Decimal | None = None
    most: Decimal | None = None
    required: bool = True
    combine: str = "sum"


@transaction.atomic
def add_item(*, form_id: int, section_id: int, by: User, kind: str, facts: ItemFacts) -> FormItem:
    """At the end of the section, with the next code. Raises Invalid at the field that is wrong."""
    form = editable_form(form_id, by)
    section = section_of(form, section_id)
    form.last_code += 1
    last = section.items.aggregate(last=Max("order"))["last"] or 0
    item = FormItem(section=section, form=form, kind=kind, code=f"C{form.last_code}", order=last + 1)
    _say(item, facts, form)
    item.save()
    form.save(update_fields=["last_code", "changed_at"])
    return item


@transaction.atomic
def change_item(*, form_id: int, item_id: int, by: User, section_id: int, facts: ItemFacts, seen: str = "") -> FormItem:
    """Raises Conflict unless it is as `seen`, Invalid at the field that is wrong."""
    form = editable_form(form_id, by)
    item = item_of(form, item_id)
    require_unchanged(item, seen, FACTS, "nội dung")
    if section_id != item.section_id:
        item.section = section_of(form, section_id)
        item.order = (item.section.items.aggregate(last=Max("order"))["last"] or 0) + 1
    _say(item, facts, form)
    item.save()
    return item


@transaction.atomic
def remove_item(*, form_id: int, item_id: int, by: User) -> FormItem:
    """Raises Conflict while a formula names it."""
    form = editable_form(form_id, by)
    item = item_of(form, item_id)
    if users := [str(other) for other in form.items.exclude(pk=item.pk) if item.code in _names_of(other)]:
        raise Conflict(f"{item.code} đang dùng trong: {', '.join(users)}. Sửa các công thức này trước.")
    item.delete()
    return item


@transaction.atomic
def move_item(*, form_id: int, item_id: int, by: User, way: Way) -> None:
    item = item_of(editable_form(form_id, by), item_id)
    swap(list(item.section.items.order_by("order", "pk")), item, way)


def _say(item: FormItem, facts: ItemFacts, form: ReportForm) -> None:
    item.label, item.help = normalise(facts.label), normalise(facts.help)
    item.unit_text, item.source, item.formula = normalise(facts.unit_text), facts.source, normalise(facts.formula)
    item.reach = Reach(facts.reach) if item.source else Reach.OWN
    item.least, item.most, item.required, item.combine = facts.least, facts.most, facts.required, facts.combine
    item.columns = [normalise(column) for column in facts.columns]
    source = source_of(item.kind, item.source)
    if item.source and source is None:
        raise Invalid("Nguồn này không còn. Chọn nguồn khác.", field="source")
    if isinstance(source, TableSource):
        item.columns = list(source.columns)
    if item.source and item.formula:
        raise Invalid("Chỉ chọn một cách: lấy từ nguồn, hoặc tính theo công thức.", field="formula")
    if item.least is not None and item.most is not None and item.least > item.most:
        raise Invalid("Mức cao nhất nhỏ hơn mức thấp nhất.", field="most")
    if item.kind == ItemKind.TABLE and not item.columns:
        raise Invalid("Ghi tên các cột, mỗi cột một dòng.", field="columns")
    _check_formula(item, form)


def _check_formula(item: FormItem, form: ReportForm) -> None:
    others = list(form.items.exclude(pk=item.pk)) if item.pk else list(form.items.all())
    formulas, known = formulas_of(others)
    try:
        if item.kind == ItemKind.CHECK:
            names = parse_check(item.formula).names
            if unknown := sorted(names - known):
                raise FormulaProblem(f"Mẫu không có số liệu {', '.join(unknown)}.")
        elif item.formula:
            check_names(item.code, parse(item.formula), formulas, known | {item.code})
    except FormulaProblem as problem:
        raise Invalid(str(problem), field="formula") from problem


def _names_of(item: FormItem) -> frozenset[str]:
    if not item.formula:
        return frozenset()
    return parse_check(item.formula).names if item.kind == ItemKind.CHECK else names_in(parse(item.formula))
