"""Buttons of the task page: each calls one service with what was typed beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from congdoan.core.web import signed_in
from congdoan.plans.services.work.accept import accept_result, ask_for_more
from congdoan.plans.services.work.confirm import confirm_result, return_result
from congdoan.plans.services.work.finish_own_part import finish_own_part
from congdoan.plans.services.work.pause import pause_assignment, resume_assignment
from congdoan.plans.services.work.take import take_assignment
from congdoan.plans.services.work.urge import urge_assignment
from congdoan.plans.views.work.answers import to_task


@dataclass(frozen=True, slots=True)
class Command:
    """`words` names the parameter of the service that takes what was typed; empty when it takes none."""

    act: Callable[..., Any]
    said: str
    words: str = ""


COMMANDS = {
    "nhan-viec": Command(take_assignment, "Đã nhận việc."),
    "xong-phan-viec": Command(finish_own_part, "Đã báo xong phần việc được giao.", "note"),
    "xac-nhan": Command(confirm_result, "Đã xác nhận kết quả, chuyển đơn vị điều phối nghiệm thu.", "note"),
    "tra-lai": Command(return_result, "Đã trả lại báo cáo.", "reason"),
    "nghiem-thu": Command(accept_result, "Đã nghiệm thu kết quả.", "note"),
    "lam-them": Command(ask_for_more, "Đã yêu cầu làm thêm.", "reason"),
    "tam-dung": Command(pause_assignment, "Đã tạm dừng nhiệm vụ.", "reason"),
    "tiep-tuc": Command(resume_assignment, "Nhiệm vụ tiếp tục thực hiện.", "note"),
    "don-doc": Command(urge_assignment, "Đã đôn đốc đơn vị.", "note"),
}


@require_POST
def run_command(request: HttpRequest, assignment_id: int, name: str) -> HttpResponse:
    command = COMMANDS[name]
    typed = {command.words: request.POST.get("words", "")[:10_000]} if command.words else {}
    command.act(assignment_id=assignment_id, by=signed_in(request), **typed)
    return to_task(request, assignment_id, command.said)
