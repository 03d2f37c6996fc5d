"""Tokens of the programming interface: one's own, and for administrators those of their people."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from congdoan.accounts.again import password_again
from congdoan.accounts.models import ApiToken, User
from congdoan.core import clock
from congdoan.core.access import require_use
from congdoan.core.exports.asked import PARAMETER, export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.record_access import What, note_access
from congdoan.core.ui.asking import answered, status_of
from congdoan.core.web import signed_in
from congdoan.organisation.api.scopes import scope_words
from congdoan.organisation.forms_tokens import TokenForm
from congdoan.organisation.personal import KIND
from congdoan.organisation.queries.tokens import own_tokens, tokens_in_charge
from congdoan.organisation.services.tokens import NewToken, longest_days, make_token, revoke_token

ACTION = "people.manage"
_ON_PAGE = 50


def _state(token: ApiToken) -> str:
    if token.revoked_at:
        return "Đã thu hồi"
    return "Hết hạn" if token.expires_at <= clock.now() else "Đang dùng"


def _used(token: ApiToken) -> object:
    last = getattr(token, "last_use", None)
    return last.at if last else None


_COLUMNS = (
    Column("Người", lambda token: token.user.full_name, width=26),
    Column("Dùng cho", lambda token: token.name, width=34),
    Column("Đầu mã", lambda token: token.prefix, width=14),
    Column("Quyền", lambda token: scope_words(token.scopes), width=50),
    Column("Phạm vi", lambda token: str(token.unit or ""), width=30),
    Column("Lập lúc", lambda token: token.made_at, Kind.DATE, width=18),
    Column("Hết hạn lúc", lambda token: token.expires_at, Kind.DATE, width=18),
    Column("Dùng gần nhất", _used, Kind.DATE, width=18),
    Column("Tình trạng", _state, width=14),
)


@require_http_methods(["GET", "POST"])
@password_again
def own(request: HttpRequest) -> HttpResponse:
    """The person's tokens; a new one is on the page that answers its making, and nowhere afterwards."""
    user = signed_in(request)
    form = TokenForm(request.POST or None, user=user, most_days=longest_days())
    made = _made(user, form) if form.is_valid() else None
    if made:
        form = TokenForm(user=user, most_days=longest_days())
    context = {"form": form, "made": made, "lines": _lines(list(own_tokens(user)))}
    return render(request, "organisation/tokens.html", context, status=status_of(form))


@require_POST
def revoke(request: HttpRequest, token_id: int) -> HttpResponse:
    user = signed_in(request)
    token = revoke_token(by=user, token_id=token_id)
    messages.success(request, f"Đã thu hồi mã truy cập “{token}”. Chương trình dùng mã này không vào được nữa.")
    return redirect("tokens:own" if token.user_id == user.pk else "tokens:all")


@require_GET
def listing(request: HttpRequest) -> HttpResponseBase:
    """Tokens of the persons whose administrator asks."""
    require_use(request, ACTION)
    found = tokens_in_charge(signed_in(request))
    if PARAMETER in request.GET:
        sheet = export_if_asked(
            request, name="ma-truy-cap", columns=_COLUMNS, rows=found, title="Mã truy cập", personal=KIND
        )
        assert sheet is not None
        return sheet
    shown = Paginator(found, _ON_PAGE).get_page(request.GET.get("page"))
    note_access(request, KIND, what=What.LIST, rows=len(shown.object_list))
    return render(request, "organisation/tokens_all.html", {"page_obj": shown, "lines": _lines(list(shown))})


def _lines(tokens: list[ApiToken]) -> list[tuple[ApiToken, str, str, object]]:
    """Each token with its state, its rights in words and when it was last used."""
    return [(token, _state(token), scope_words(token.scopes), _used(token)) for token in tokens]


def _made(user: User, form: TokenForm) -> NewToken | None:
    asked = form.cleaned_data
    return answered(
        form,
        lambda: make_token(
            by=user, name=asked["name"], scopes=asked["scopes"], days=asked["days"], unit_id=asked["unit"]
        ),
    )
