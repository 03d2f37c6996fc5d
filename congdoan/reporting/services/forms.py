"""Making a form, changing its head, taking it into use, and out of it."""

from django.db import IntegrityError, transaction
from django.db.models import Max

from congdoan.accounts.models import User
from congdoan.core.audit.latest import latest_change, require_unchanged
from congdoan.core.errors import Conflict, Invalid
from congdoan.core.text import normalise
from congdoan.organisation.models import Unit
from congdoan.organisation.rights import require
from congdoan.reporting.formula.checks import parse_check
from congdoan.reporting.formula.evaluate import check_names
from congdoan.reporting.formula.parse import FormulaProblem
from congdoan.reporting.models import FormItem, FormSection, FormState, ItemKind, ReportForm
from congdoan.reporting.queries.forms import formulas_of
from congdoan.reporting.services.lookup import ASK, editable_form, locked_form

HEAD = ("name", "basis", "every", "filled_by", "due_days")
_FIRST_SECTIONS = ("Tình hình, kết quả thực hiện", "Khó khăn, vướng mắc", "Phương hướng kỳ tới")


@transaction.atomic
def create_form(
    *, unit: Unit, by: User, name: str, every: str, filled_by: str, due_days: int, basis: str = ""
) -> ReportForm:
    """A new form of the organ, with three empty sections. Raises Invalid when the organ has one of that name."""
    organ = unit.organ
    require(by, ASK, organ)
    Unit.objects.select_for_update().get(pk=organ.pk)
    name = _free_name(organ, name)
    form = ReportForm.objects.create(
        unit=organ,
        name=name,
        basis=normalise(basis),
        every=every,
        filled_by=filled_by,
        due_days=due_days,
        created_by=by,
    )
    FormSection.objects.bulk_create(
        FormSection(form=form, title=title, order=place) for place, title in enumerate(_FIRST_SECTIONS, start=1)
    )
    return form


@transaction.atomic
def change_head(
    *, form_id: int, by: User, name: str, every: str, filled_by: str, due_days: int, basis: str = "", seen: str = ""
) -> ReportForm:
    """Name, period, who fills it in. Raises Conflict unless they are as `seen`."""
    form = editable_form(form_id, by)
    require_unchanged(form, seen, HEAD, "mẫu báo cáo")
    form.name, form.basis = _free_name(form.unit, name, form), normalise(basis)
    form.every, form.filled_by, form.due_days = every, filled_by, due_days
    form.save()
    return form


@transaction.atomic
def begin_version(*, form_id: int, by: User) -> ReportForm:
    """The draft in which a form in use is changed: the one that is there, else a copy. Reports that were asked by the
    form stay as they are."""
    form = locked_form(form_id, by)
    if form.is_editable:
        return form
    if form.state == FormState.OLD:
        raise Conflict("Đây là bản cũ của mẫu. Mở bản đang dùng để sửa.")
    there = ReportForm.objects.filter(root_id=form.root_pk, state=FormState.DRAFT).first()
    if there is not None:
        return there
    newest = ReportForm.objects.filter(root_id=form.root_pk).aggregate(last=Max("version"))["last"] or form.version
    try:
        with transaction.atomic():
            copy = _copy(form, newest + 1, by)
    except IntegrityError as error:  # somebody began at the same moment
        raise Conflict("Vừa có người bắt đầu sửa mẫu này. Tải lại trang để sửa cùng bản đó.") from error
    return copy


@transaction.atomic
def take_into_use(*, form_id: int, by: User) -> ReportForm:
    """From now on reports are asked by it; an earlier version is an old one. Raises Invalid while it has a mistake."""
    form = locked_form(form_id, by)
    if form.state != FormState.RETIRED:
        _require_whole(form)
    earlier = ReportForm.objects.select_for_update().filter(root_id=form.root_pk) | ReportForm.objects.filter(
        pk=form.root_pk
    )
    for old in earlier.filter(state=FormState.READY).exclude(pk=form.pk):
        old.move_to(FormState.OLD)
        old.save(update_fields=["state", "changed_at"])
    form.move_to(FormState.READY)
    form.save(update_fields=["state", "changed_at"])
    return form


@transaction.atomic
def retire_form(*, form_id: int, by: User) -> ReportForm:
    """No new report is asked by it, also not by itself; those asked stay. May be taken into use again."""
    form = locked_form(form_id, by)
    form.move_to(FormState.RETIRED)
    form.save(update_fields=["state", "changed_at"])
    return form


@transaction.atomic
def delete_draft(*, form_id: int, by: User) -> None:
    """Throw a draft away; the version in use stays."""
    form = editable_form(form_id, by)
    form.delete()


def _free_name(organ: Unit, name: str, but: ReportForm | None = None) -> str:
    name = normalise(name)
    same = ReportForm.objects.current().filter(unit=organ, name__iexact=name)
    if but is not None:
        same = same.exclude(pk__in=[but.pk, but.root_pk]).exclude(root_id=but.root_pk)
    if found := same.first():
        raise Invalid(f"Đã có mẫu tên này. {latest_change(found, 'mẫu báo cáo')}", field="name")
    return name


def copy_for_below(form: ReportForm, unit: Unit, filled_by: str, by: User) -> ReportForm:
    """A draft of `unit` with all that a superior's form asks for, under the same codes. The caller has asked for the
    right. Raises Invalid when the unit has a form of that name."""
    head = {name: getattr(form, name) for name in (*HEAD, "last_code")} | {"filled_by": filled_by}
    head["name"] = _free_name(unit, form.name)
    return _filled_like(form, ReportForm.objects.create(unit=unit, answers_id=form.root_pk, created_by=by, **head))


def _copy(form: ReportForm, version: int, by: User) -> ReportForm:
    """The next version."""
    head = {name: getattr(form, name) for name in (*HEAD, "last_code", "answers_id")}
    return _filled_like(
        form, ReportForm.objects.create(unit=form.unit, root_id=form.root_pk, version=version, created_by=by, **head)
    )


def _filled_like(form: ReportForm, copy: ReportForm) -> ReportForm:
    """Sections and items as they are, with the same codes."""
    fields = [field.name for field in FormItem._meta.concrete_fields]
    kept = [name for name in fields if name not in ("id", "made_in", "section", "form")]
    for section in form.sections.all():
        new = FormSection.objects.create(form=copy, title=section.title, order=section.order)
        FormItem.objects.bulk_create(
            FormItem(section=new, form=copy, **{name: getattr(item, name) for name in kept})
            for item in section.items.all()
        )
    return copy


def _require_whole(form: ReportForm) -> None:
    """Raises Invalid when there is nothing to fill in, or a formula names what has been taken away since."""
    items = list(form.items.all())
    if not any(item.kind != ItemKind.CHECK for item in items):
        raise Invalid("Mẫu chưa có nội dung nào. Thêm ít nhất một lời văn, số liệu hoặc bảng.")
    formulas, known = formulas_of(items)
    for item in items:
        try:
            if item.kind == ItemKind.CHECK:
                _check_known(parse_check(item.formula).names, known)
            elif item.code in formulas:
                check_names(item.code, formulas[item.code], formulas, known)
        except FormulaProblem as problem:
            raise Invalid(f"{item}: {problem}") from problem


def _check_known(names: frozenset[str], known: frozenset[str]) -> None:
    if unknown := sorted(names - known):
        raise FormulaProblem(f"Mẫu không có số liệu {', '.join(unknown)}.")
