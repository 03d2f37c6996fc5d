"""The list of accounts, inviting, the page of a person."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from congdoan.accounts.again import password_again
from congdoan.accounts.invitation import invitation_link, send_invitation
from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.audit.history import history_of
from congdoan.core.errors import NotFound
from congdoan.core.exports.asked import export_if_asked
from congdoan.core.finding import find
from congdoan.core.record_access import What, note_access
from congdoan.core.ui.asking import answered, offer, status_of
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.exports import PEOPLE
from congdoan.organisation.forms import InviteForm, PeopleFilter
from congdoan.organisation.models import Post, Unit
from congdoan.organisation.person_panels import panels_of
from congdoan.organisation.personal import KIND
from congdoan.organisation.queries.people import people_lines, people_list, state_in_words, visible_people
from congdoan.organisation.rights import may, may_anywhere, require_anywhere
from congdoan.organisation.services.people import (
    invite_person,
    lock_account,
    may_be_invited_again,
    may_manage_account,
    reopen_account,
)

_ON_PAGE = 50


def listing(request: HttpRequest) -> HttpResponseBase:
    user = signed_in(request)
    form = PeopleFilter(request.GET)
    asked = form.cleaned_data if form.is_valid() else {"q": "", "tinh_trang": "", "vai_tro": ""}
    found = people_list(user, words=asked["q"], state=asked["tinh_trang"], role=asked["vai_tro"])
    if "xuat" in request.GET:
        rows = people_lines(found[:20_000])
        words = form.in_words()
        sheet = export_if_asked(
            request, name="Nguoi dung", columns=PEOPLE, rows=rows, title="Người dùng", filter_text=words, personal=KIND
        )
        assert sheet is not None
        return sheet
    page = Paginator(found, _ON_PAGE).get_page(request.GET.get("page"))
    note_access(request, KIND, what=What.LIST, rows=len(page.object_list), filter_text=form.in_words())
    context = {
        "form": form,
        "page_obj": page,
        "lines": people_lines(page.object_list),
        "may_invite": may_anywhere(user, "people.manage"),
        "filtered": any(asked.values()),
    }
    return render(request, "organisation/people.html", context)


@password_again
def invite(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    require_anywhere(user, "people.manage")
    units = Unit.objects.visible_to(user, "people.manage")
    form = InviteForm(request.POST or None, initial={"unit": whole_number(request.GET.get("don_vi"))})
    offer(form, "unit", units)
    if request.method == "POST" and form.is_valid():
        person = answered(form, lambda: invite_person(by=user, **form.cleaned_data))
        if person:
            _hand_over_link(request, person)
            return redirect("organisation:person", person.pk)
    context = {"form": form, "title": "Mời người dùng", "verb": "Mời"}
    return render(request, "organisation/form.html", context, status=status_of(form))


def person(request: HttpRequest, user_id: int) -> HttpResponse:
    user = signed_in(request)
    shown = find(visible_people(user), user_id)
    if shown is None:
        raise NotFound("Không tìm thấy người này.")
    note_access(request, KIND, record=shown.pk)
    posts = list(
        Post.objects.filter(user=shown).select_related("unit", "delegated_from__user").order_by("-starts_on", "rank")
    )
    today = clock.today()
    held = [post for post in posts if post.starts_on <= today and (post.ends_on is None or post.ends_on >= today)]
    managed = may_manage_account(user, shown)
    context = {
        "person": shown,
        "state": state_in_words(shown),
        "may_see_history": any(may(user, "audit.view", post.unit) for post in posts),
        "lines": [(post, post in held, may(user, "people.manage", post.unit)) for post in posts],
        "managed": managed,
        "is_self": shown.pk == user.pk,
        "history": history_of(shown) if managed else [],
        "panels": panels_of(user, shown),
    }
    return render(request, "organisation/person.html", context)


@require_POST
def lock(request: HttpRequest, user_id: int) -> HttpResponse:
    locked = lock_account(by=signed_in(request), user_id=user_id)
    messages.success(request, f"Đã khóa tài khoản {locked.username}; các phiên đăng nhập đã kết thúc.")
    return redirect("organisation:person", user_id)


@require_POST
def reopen(request: HttpRequest, user_id: int) -> HttpResponse:
    opened = reopen_account(by=signed_in(request), user_id=user_id)
    messages.success(request, f"Đã mở lại tài khoản {opened.username}.")
    return redirect("organisation:person", user_id)


@require_POST
@password_again
def invite_again(request: HttpRequest, user_id: int) -> HttpResponse:
    _hand_over_link(request, may_be_invited_again(by=signed_in(request), user_id=user_id))
    return redirect("organisation:person", user_id)


def _hand_over_link(request: HttpRequest, person: User) -> None:
    """Mail the invitation; where no mail goes out now, show the link so that it can be handed over."""
    if send_invitation(person, by=str(request.user)):
        messages.success(request, f"Liên kết đặt mật khẩu đang được gửi đến {person.email}.")
    else:
        messages.warning(
            request, f"Chưa gửi được thư. Đưa {person} liên kết này để đặt mật khẩu: {invitation_link(person)}"
        )
