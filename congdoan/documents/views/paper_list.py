"""The list of papers in the store."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from congdoan.core.exports.asked import export_if_asked
from congdoan.core.exports.columns import Column, Kind
from congdoan.core.ui.paging import show_page
from congdoan.core.web import signed_in
from congdoan.documents.filters import DocumentFilter
from congdoan.documents.queries.store import papers_seen_by
from congdoan.documents.tables import DocumentTable
from congdoan.organisation.rights import may_anywhere

_COLUMNS = (
    Column("Loại", lambda paper: paper.get_type_display(), width=16),
    Column("Số, ký hiệu", lambda paper: paper.symbol, width=18),
    Column("Trích yếu", lambda paper: paper.subject, width=70),
    Column("Nơi ban hành", lambda paper: paper.issuer, width=36),
    Column("Ngày ban hành", lambda paper: paper.issued_on, Kind.DATE, 14),
    Column("Hiệu lực", lambda paper: paper.get_validity_display(), width=18),
    Column("Đơn vị lưu", lambda paper: paper.unit.name, width=36),
)


def paper_list(request: HttpRequest) -> HttpResponseBase:
    user = signed_in(request)
    chosen = DocumentFilter(request.GET, queryset=papers_seen_by(user).order_by("-issued_on", "-pk"))
    answer = export_if_asked(request, name="Van-ban", columns=_COLUMNS, rows=chosen.qs, title="Danh sách văn bản")
    if answer is not None:
        return answer
    table = DocumentTable(chosen.qs)
    show_page(request, table, rows=20)
    context = {
        "table": table,
        "filter": chosen,
        "is_filtered": any(request.GET.get(name) for name in chosen.filters),
        "may_add": may_anywhere(user, "documents.add"),
    }
    return render(request, "documents/list.html", context)
