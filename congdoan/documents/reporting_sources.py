"""What papers give to reports: those kept at an organ and its departments, with a date in the period.

Papers that not everybody in the organ may read are not told of.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.db import connection
from django.urls import reverse

from congdoan.organisation.organ_sql import of_organs, organ_of
from congdoan.reporting.sources import FigureSource, Origin, TextSource, figure_sources, text_sources

_GROUP: Final = "Văn bản"
_PAPERS: Final = f"""
    from documents_document paper join organisation_unit keeping on keeping.id = paper.unit_id
   where {of_organs("keeping", "%(units)s::bigint[]")} and paper.issued_on between %(starts)s and %(ends)s
     and paper.validity <> 'draft' and paper.readers = ''
"""
_COUNT: Final = f"select {organ_of('keeping')} as unit_id, count(*) as value {_PAPERS} group by 1"
_LIST: Final = f"""
    select {organ_of("keeping")} as unit_id, string_agg(
           '- ' || concat_ws(', ', nullif(paper.symbol, ''), 'ngày ' || to_char(paper.issued_on, 'DD/MM/YYYY')) || ': '
           || paper.subject, chr(10) order by paper.issued_on, paper.id) as text
    {_PAPERS} group by 1
"""
_MOST: Final = 500


def register() -> None:
    label = "Văn bản có trong kho, ban hành trong kỳ"
    figure_sources.register("documents.issued", FigureSource(label, _GROUP, "văn bản", _COUNT, _origins))
    text_sources.register("documents.issued", TextSource(label, _GROUP, _LIST, _origins, "Không có văn bản nào."))


def _origins(units: int | Sequence[int], starts: date, ends: date) -> list[Origin]:
    ids = [units] if isinstance(units, int) else list(units)
    with connection.cursor() as cursor:
        cursor.execute(
            f"select paper.id, paper.symbol, paper.subject, paper.issued_on {_PAPERS}"
            f" order by paper.issued_on, paper.id limit {_MOST}",
            {"units": ids, "starts": starts, "ends": ends},
        )
        return [
            Origin(subject, f"{symbol} {issued_on:%d/%m/%Y}".strip(), reverse("documents:document", args=[pk]))
            for pk, symbol, subject, issued_on in cursor.fetchall()
        ]
