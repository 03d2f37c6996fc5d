"""The page of an inspection, notice to the unit, the answers to the checklist."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.history import history_of
from congdoan.core.errors import NotFound
from congdoan.core.finding import find
from congdoan.core.ui.asking import again, answered, offer
from congdoan.core.web import signed_in
from congdoan.organisation.rights import may, require
from congdoan.oversight.forms import AnswerForm, ExplanationForm, NoticeForm
from congdoan.oversight.models import Finding, Inspection, InspectionQuestion
from congdoan.oversight.queries.page import inspection_page, shown_files
from congdoan.oversight.queries.sight import MANAGE, inspection_for, visible_checklists
from congdoan.oversight.rules import NOTICE_DAYS, day_by
from congdoan.oversight.services import inspect
from congdoan.oversight.services.findings import state_of_explanation
from congdoan.oversight.views.asking import form_page, page_of


def page(request: HttpRequest, inspection_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    view = inspection_page(shown, user)
    context = {
        "inspection": shown,
        "page": view,
        "state": f"inspection_{shown.state}",
        "tasks": list(shown.assignments.select_related("task", "plan").order_by("due", "pk")),
        "questions": [question_context(shown, one, view.answers) for one in view.questions],
        "findings": [finding_context(shown, one, view.may_explain, view.sees_explanations) for one in view.findings],
        "remedies": [(one, f"remedy_{one.state}", shown_files(shown, one.files)) for one in view.remedies],
        "steps": list(shown.steps.select_related("by")) if view.inspects else [],
        "sees_audit": view.inspects and may(user, "audit.view", shown.programme.unit),
    }
    context["history"] = history_of(shown) if context["sees_audit"] else None
    return render(request, "oversight/inspection.html", context)


def notify(request: HttpRequest, inspection_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    require(user, MANAGE, shown.programme.unit)
    form = NoticeForm(request.POST or None, initial=_first_days(shown))
    offer(form, "checklist", visible_checklists(user).filter(unit=shown.programme.unit, is_used=True))
    if form.is_valid() and _notified(form, shown, user):
        messages.success(request, f"Đã thông báo cho {shown.unit}.")
        return redirect("oversight:inspection", shown.pk)
    return form_page(
        request, form, title=f"Thông báo kiểm tra {shown.unit}", verb="Thông báo cho đơn vị", **page_of(shown)
    )


@require_POST
def acknowledge_notice(request: HttpRequest, inspection_id: int) -> HttpResponse:
    user = signed_in(request)
    inspect.acknowledge(inspection_id=inspection_for(user, inspection_id).pk, by=user)
    messages.success(request, "Đã nhận thông báo kiểm tra.")
    return redirect("oversight:inspection", inspection_id)


@require_POST
def answer(request: HttpRequest, inspection_id: int, question_id: int) -> HttpResponse:
    """Kept as it is left; without scripts the whole page comes anew."""
    user = signed_in(request)
    shown = inspection_for(user, inspection_id)
    require(user, MANAGE, shown.programme.unit)
    question = _question(shown, question_id)
    form = AnswerForm(request.POST, request.FILES, kind=question.kind, auto_id=f"q{question_id}_%s")
    if form.is_valid():
        said = form.cleaned_data | {"seen": form.cleaned_data["seen"] or "none"}
        if answered(form, lambda: _answer(shown, question_id, user, said)) is not None:
            return _kept(request, shown, question_context(shown, _question(shown, question_id), True))
    form.has_seen(inspect.state_of_answer(_question(shown, question_id)))
    if request.htmx:  # type: ignore[attr-defined]
        one = question_context(shown, _question(shown, question_id), True) | {"form": form}
        return render(request, "oversight/_question.html", {"inspection": shown, "one": one}, status=422)
    return again(request, form, title=question.question, verb="Lưu", **page_of(shown))


def question_context(inspection: Inspection, question: InspectionQuestion, writes: bool) -> dict[str, Any]:
    first = {"answer": question.answer, "seen": inspect.state_of_answer(question)}
    form = AnswerForm(kind=question.kind, initial=first, auto_id=f"q{question.pk}_%s") if writes else None
    words = {"yes": "Có", "no": "Không"}.get(question.answer, question.answer)
    return {"question": question, "form": form, "words": words, "files": shown_files(inspection, question.files)}


def finding_context(inspection: Inspection, finding: Finding, writes: bool, sees: bool) -> dict[str, Any]:
    first = {"explanation": finding.explanation, "seen": state_of_explanation(finding)}
    explains = writes and finding.needs_explanation
    return {
        "finding": finding,
        "state": f"finding_{finding.kind}",
        "form": ExplanationForm(initial=first, auto_id=f"f{finding.pk}_%s") if explains else None,
        "sees": sees and finding.needs_explanation,
        "files": shown_files(inspection, finding.files),
        "explanation_files": shown_files(inspection, finding.explanation_files) if sees else [],
    }


def _notified(form: NoticeForm, shown: Inspection, user: User) -> Inspection | None:
    said = form.cleaned_data
    return answered(form, lambda: inspect.give_notice(inspection_id=shown.pk, by=user, **said))


def _answer(shown: Inspection, question_id: int, user: User, said: dict[str, Any]) -> InspectionQuestion:
    return inspect.answer_question(inspection_id=shown.pk, question_id=question_id, by=user, **said)


def _question(inspection: Inspection, question_id: int) -> InspectionQuestion:
    found = find(inspection.questions, question_id)
    if found is None:
        raise NotFound("Cuộc kiểm tra không có câu hỏi này.")
    return found


def _kept(request: HttpRequest, shown: Inspection, one: dict[str, Any]) -> HttpResponse:
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect("oversight:inspection", shown.pk)
    return render(request, "oversight/_question.html", {"inspection": shown, "one": one, "kept": True})


def _first_days(shown: Inspection) -> dict[str, Any]:
    """As the programme says, but not before the days of notice have passed."""
    soonest = day_by(NOTICE_DAYS, clock.today())
    starts_on = max(shown.starts_on, soonest)
    return {"starts_on": starts_on, "ends_on": max(shown.ends_on, starts_on)}
