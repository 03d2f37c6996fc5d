"""The rows of a table: what cells wear, and how values are written that no column renders."""

import inspect
from datetime import UTC, datetime

import django_tables2 as tables
import pytest

from congdoan.core.templatetags.ui import table_rows


class _Papers(tables.Table):
    name = tables.Column("Tên")
    seen = tables.Column("Lúc", attrs={"td": {"class": "cd-date", "label": "Lúc"}})

    class Meta:
        default = None


def test_values_are_escaped_written_in_local_time_and_a_dash_when_there_are_none():
    late = datetime(2023, 3, 15, 20, 30, tzinfo=UTC)
    said = table_rows(_Papers([{"name": "<b>A</b>", "seen": late}, {"name": None, "seen": None}]))
    assert "<td>&lt;b&gt;A&lt;/b&gt;</td>" in said
    assert '<td class="cd-date" data-label="Lúc">03:30 Ngày 16 tháng 3 năm 2023</td>' in said
    assert said.count("–</td>") == 2


def test_what_a_column_is_called_with_is_worked_out_once_and_not_for_each_cell(monkeypatch: pytest.MonkeyPatch):
    class Named(tables.Table):
        name = tables.Column("Tên")

        def render_name(self, value: str, record: dict[str, str]) -> str:
            return f"{value} ({record['of']})"

    rows = [{"name": "A", "of": "Ba Tri"}, {"name": "B", "of": "Chợ Lách"}]
    assert "A (Ba Tri)" in table_rows(Named(rows))
    monkeypatch.setattr(inspect, "signature", None)
    assert "B (Chợ Lách)" in table_rows(Named(rows))
