"""What work with plans gives to reports in words: results, what comes next; and as a table."""

from typing import Final

from congdoan.plans.registrations.report_figures import (
    DONE,
    GIVEN,
    GROUP,
    NOT_DONE,
    ORGAN,
    OWED,
    PLANS,
    SENT,
    WORK,
    issued_plans,
    owed_where,
    work_where,
)
from congdoan.reporting.sources import TableSource, TextSource, table_sources, text_sources

_REPORTS: Final = "join plans_progressreport report on report.assignment_id = assignment.id"
_REPORTED: Final = f"report.on between %(starts)s and %(ends)s and {SENT} and report.text <> ''"
_ONE_LINE: Final = r"regexp_replace(btrim({}), '\s+', ' ', 'g')"
_RESULTS: Final = f"""
    select unit_id, string_agg('- ' || title || ': ' || said, chr(10) order by number, id) as text from (
        select {ORGAN} as unit_id, task.id, task.number, task.title,
               string_agg({_ONE_LINE.format("report.text")}, ' ' order by report.id) as said
        {WORK.format(more=_REPORTS)} and {_REPORTED} group by 1, 2, 3, 4
    ) results group by 1
"""  # noqa: S608
_COMING_WHERE: Final = f"""
    {NOT_DONE} and assignment.due > %(ends)s
    and assignment.due <= %(ends)s::date + (%(ends)s::date - %(starts)s::date + 1)
"""
_COMING: Final = f"""
    select {ORGAN} as unit_id, string_agg('- ' || task.title || ' (hạn ' || to_char(assignment.due, 'DD/MM/YYYY')
           || ')', chr(10) order by assignment.due, assignment.id) as text
    {OWED.format(more="")} and {_COMING_WHERE} group by 1
"""
_ISSUED: Final = f"""
    select {ORGAN} as unit_id, string_agg('- ' || plan.symbol || ' ngày ' || to_char(plan.issued_on, 'DD/MM/YYYY')
           || ': ' || plan.subject, chr(10) order by plan.issued_on, plan.id) as text
    {PLANS} group by 1
"""
_TABLE: Final = f"""
    select {ORGAN} as unit_id, jsonb_agg(jsonb_build_array(
             concat_ws(', ', task.title, nullif(assignment.period, '')),
             coalesce(to_char(assignment.due, 'DD/MM/YYYY'), ''),
             case when {DONE} then 'Hoàn thành ' || to_char(assignment.done_on, 'DD/MM/YYYY')
                  when assignment.due < least(%(ends)s::date + 1, %(today)s::date) and assignment.state <> 'paused'
                  then 'Quá hạn' else 'Đang thực hiện' end)
           order by assignment.due, assignment.id) as rows
    {OWED.format(more="")} and {GIVEN} group by 1
"""


def register() -> None:
    text_sources.register(
        "plans.results",
        TextSource(
            "Kết quả đã báo cáo trong kỳ, theo từng nhiệm vụ",
            GROUP,
            _RESULTS,
            work_where(_REPORTED, _REPORTS),
            "Chưa có kết quả nào được báo cáo trong kỳ.",
        ),
    )
    text_sources.register(
        "plans.coming",
        TextSource(
            "Nhiệm vụ có hạn trong kỳ tới",
            GROUP,
            _COMING,
            owed_where(_COMING_WHERE),
            "Không có nhiệm vụ nào đến hạn trong kỳ tới.",
        ),
    )
    text_sources.register(
        "plans.issued",
        TextSource(
            "Kế hoạch, chương trình đã ban hành trong kỳ",
            GROUP,
            _ISSUED,
            issued_plans,
            "Không ban hành kế hoạch, chương trình nào trong kỳ.",
        ),
    )
    table_sources.register(
        "plans.tasks",
        TableSource("Danh sách nhiệm vụ trong kỳ", GROUP, ("Nhiệm vụ", "Hạn", "Kết quả"), _TABLE, owed_where(GIVEN)),
    )
