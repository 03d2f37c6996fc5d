"""Who looked at the persons in one's charge."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from congdoan.core.exports.asked import PARAMETER, export_if_asked
from congdoan.core.ui.asking import status_of
from congdoan.core.ui.paging import NewestPages
from congdoan.core.web import signed_in, whole_number
from congdoan.organisation.personal import KIND
from congdoan.organisation.rights import require_anywhere
from congdoan.privacy.exports import LOOKS
from congdoan.privacy.forms import LookFilter
from congdoan.privacy.queries.deciders import ACTION
from congdoan.privacy.queries.looks import looks_in_charge, looks_of, narrowed

_ON_PAGE = 50
_MOST_ROWS, _MOST_SHOWN = 50_000, 2_000


def listing(request: HttpRequest) -> HttpResponseBase:
    user = signed_in(request)
    require_anywhere(user, ACTION)
    form, person = LookFilter(request.GET), whole_number(request.GET.get("nguoi"))
    found = narrowed(looks_in_charge(user), **form.chosen(), person=person)
    if PARAMETER in request.GET:
        title, words = "Nhật ký truy cập dữ liệu cá nhân", form.in_words()
        rows = looks_of(found[:_MOST_ROWS])
        sheet = export_if_asked(
            request, name="Nhat-ky-truy-cap", columns=LOOKS, rows=rows, title=title, filter_text=words, personal=KIND
        )
        assert sheet is not None
        return sheet
    page = NewestPages(found, _ON_PAGE, most=_MOST_SHOWN).get_page(request.GET.get("page"))
    lines = looks_of(page.object_list)
    context = {
        "form": form,
        "page_obj": page,
        "lines": lines,
        "since": form.chosen()["since"],
        "person": person,
        "person_name": lines[0].whom if person and lines else "",
        "filtered": any(request.GET.get(name) for name in (*form.fields, "nguoi")),
    }
    return render(request, "privacy/looks.html", context, status=status_of(form))
