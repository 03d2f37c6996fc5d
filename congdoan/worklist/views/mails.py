"""Hệ thống: mails that did not arrive, those that wait, and sending again."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from congdoan.core.access import require_use
from congdoan.core.exports.asked import PARAMETER, export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.record_access import What, note_access
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.personal import KIND
from congdoan.worklist.forms import MailFilter
from congdoan.worklist.models import NOT_ARRIVED
from congdoan.worklist.queries.mails import mail_list, not_arrived_at
from congdoan.worklist.services.mail_again import send_again, send_all_again
from congdoan.worklist.services.mail_trouble import current_trouble

ACTION = "settings.manage"
_ON_PAGE = 50
_COLUMNS = (
    Column("Viết lúc", lambda mail: mail.created_at, Kind.DATE, width=18),
    Column("Người nhận", lambda mail: str(mail.user) if mail.user else "", width=26),
    Column("Địa chỉ", lambda mail: mail.to, width=30),
    Column("Thư", lambda mail: mail.subject, width=50),
    Column("Tình trạng", lambda mail: mail.get_state_display(), width=16),
    Column("Từ lúc", lambda mail: mail.failed_at or mail.sent_at or mail.first_tried_at, Kind.DATE, width=18),
    Column("Số lần thử", lambda mail: mail.attempts, Kind.NUMBER, width=10),
    Column("Máy chủ trả lời", lambda mail: mail.error, width=60),
    Column("Sai địa chỉ", lambda mail: "có" if mail.bad_address else "", width=12),
)


@require_GET
def listing(request: HttpRequest) -> HttpResponseBase:
    require_use(request, ACTION)
    user, form = signed_in(request), MailFilter(request.GET)
    found = mail_list(user, **form.chosen())
    if PARAMETER in request.GET:
        words = form.in_words()
        sheet = export_if_asked(
            request, name="Thu", columns=_COLUMNS, rows=found, title="Thư", filter_text=words, personal=KIND
        )
        assert sheet is not None
        return sheet
    page = Paginator(found, _ON_PAGE).get_page(request.GET.get("page"))
    note_access(request, KIND, what=What.LIST, rows=len(page.object_list), filter_text=form.in_words())
    counts = not_arrived_at(user, {mail.to for mail in page.object_list})
    lines = [(mail, counts.get(mail.to, 0) if mail.state in NOT_ARRIVED else 0) for mail in page.object_list]
    context = {
        "form": form,
        "page_obj": page,
        "lines": lines,
        "filtered": form.is_narrowed(),
        "trouble": current_trouble(),
    }
    return render(request, "worklist/mails.html", context)


@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """Send the chosen mails again, or with `dia_chi` everything that did not arrive there."""
    require_use(request, ACTION)
    user, address = signed_in(request), request.POST.get("dia_chi", "")
    chosen = [pk for one in request.POST.getlist("id") if (pk := whole_number(one)) is not None]
    count = send_all_again(by=user, address=address) if address else send_again(by=user, mail_ids=chosen)
    messages.success(request, f"{count} thư chờ gửi lại, tới địa chỉ hiện nay của người nhận.")
    back = request.POST.get("ve", "")
    safe = back.startswith("?") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(f"{request.path.removesuffix('gui-lai/')}{back if safe else ''}")
