"""Buttons of the task page: each calls one service with what was typed beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from congdoan.core.ui.asking import answered
from congdoan.core.web import signed_in
from congdoan.plans.queries.work.assignment_page import visible_assignment
from congdoan.plans.services.work.accept import accept_result, ask_for_more
from congdoan.plans.services.work.confirm import confirm_result, return_result
from congdoan.plans.services.work.finish_own_part import finish_own_part
from congdoan.plans.services.work.pause import pause_assignment, resume_assignment
from congdoan.plans.services.work.take import take_assignment
from congdoan.plans.services.work.urge import urge_assignment
from congdoan.plans.views.work.answers import on_task, to_task
from congdoan.plans.views.work.words_form import WordsForm


@dataclass(frozen=True, slots=True)
class Command:
    """`words` names the parameter of the service that takes what was typed; `asked` is what the page calls it."""

    act: Callable[..., Any]
    verb: str
    said: str
    words: str
    asked: str


TAKE = "nhan-viec"
COMMANDS = {
    "xong-phan-viec": Command(
        finish_own_part, "Báo xong phần việc", "Đã báo xong phần việc được giao.", "note", "Kết quả, ghi chú"
    ),
    "xac-nhan": Command(
        confirm_result,
        "Xác nhận kết quả",
        "Đã xác nhận kết quả, chuyển đơn vị điều phối nghiệm thu.",
        "note",
        "Ý kiến",
    ),
    "tra-lai": Command(return_result, "Trả lại báo cáo", "Đã trả lại báo cáo.", "reason", "Lý do trả lại"),
    "nghiem-thu": Command(accept_result, "Nghiệm thu", "Đã nghiệm thu kết quả.", "note", "Ý kiến"),
    "lam-them": Command(ask_for_more, "Yêu cầu làm thêm", "Đã yêu cầu làm thêm.", "reason", "Nội dung cần làm thêm"),
    "tam-dung": Command(pause_assignment, "Tạm dừng", "Đã tạm dừng nhiệm vụ.", "reason", "Lý do tạm dừng"),
    "tiep-tuc": Command(resume_assignment, "Tiếp tục", "Nhiệm vụ tiếp tục thực hiện.", "note", "Ý kiến"),
    "don-doc": Command(urge_assignment, "Đôn đốc", "Đã đôn đốc đơn vị.", "note", "Nhắn kèm"),
}


@require_POST
def take(request: HttpRequest, assignment_id: int) -> HttpResponse:
    take_assignment(assignment_id=assignment_id, by=signed_in(request))
    return to_task(request, assignment_id, "Đã nhận việc.")


@require_POST
def run_command(request: HttpRequest, assignment_id: int, name: str) -> HttpResponse:
    command, user = COMMANDS[name], signed_in(request)
    assignment = visible_assignment(assignment_id, user)
    act = partial(command.act, assignment_id=assignment_id, by=user)
    form = WordsForm(request.POST, label=command.asked, required=command.words == "reason")
    if not form["words"].value():  # the button alone
        act(**{command.words: ""})
        return to_task(request, assignment_id, command.said)
    if form.is_valid() and answered(form, lambda: act(**{command.words: form.cleaned_data["words"]})):
        return to_task(request, assignment_id, command.said)
    return on_task(request, assignment, form, command.verb)
