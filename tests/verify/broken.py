"""Ways in which a person with the database's password could break what holds: the check that finds it, and how."""

_REPORT = (
    "insert into reporting_reportform (unit_id, name, basis, every, filled_by, due_days, state, version, last_code,"
    " created_at, changed_at, folded) select min(id), 'x', '', 'once', 'district', 3, 'ready', 1, 1, now(), now(), ''"
    " from organisation_unit; insert into reporting_reportrequest (form_id, unit_id, name, starts_on, ends_on, due,"
    " to_all, recurs, state, asked_on, created_at) select id, unit_id, 'x', '2023-01-01', '2023-03-14', '2023-03-17',"
    " true, false, 'open', '2023-03-01', now() from reporting_reportform; insert into reporting_report (request_id,"
    " unit_id, state, version) select id, unit_id, 'draft', 1 from reporting_reportrequest;"
)
"""A report that lies on nobody's desk."""

_INSPECTION = (
    "insert into oversight_programme (unit_id, name, basis, starts_on, ends_on, state, created_at) select min(id), 'x',"
    " '', '2023-03-01', '2023-03-31', 'draft', now() from organisation_unit; insert into oversight_inspection"
    " (programme_id, unit_id, starts_on, ends_on, reason, state, decision, conclusion, symbol, signer_title)"
    " select programme.id, unit.id, '2023-03-01', '2023-03-31', '', '{state}', '', '', '', ''"
    " from oversight_programme programme, organisation_unit unit where unit.short_name = 'LĐLĐ huyện Chợ Lách';"
)
"""An inspection that nobody has work from."""

BROKEN = [
    ("numbers.missing", "update core_counter set last = 3", "Số 2, sổ KH năm 2023"),
    ("numbers.beyond", "update core_counter set last = 0", "Số 1, sổ KH năm 2023"),
    (
        "numbers.twice",
        "insert into plans_plan (unit_id, type, subject, state, number, symbol, issued_on, signer_title, version,"
        " revision, created_at, updated_at, folded) select unit_id, type, 'Bản giả', 'withdrawn', number, 'x',"
        " issued_on, '', 1, 1, now(), now(), '' from plans_plan;"
        ' insert into plans_planstep (plan_id, before, after, "on", at, note)'
        " select max(id), '', 'issued', now(), now(), '' from plans_plan",
        "Số 1, sổ KH năm 2023",
    ),
    ("files.names", "delete from plans_progressreport_files; delete from core_storedfile", "Tệp "),
    (
        "jobs.waited",
        "insert into core_jobrun (kind, title, object_kind, state, stage, done, total, error, result, result_url,"
        " created_at, updated_at) values ('x', 'Đọc văn bản', '', 'running', '', 0, 0, '', '{}', '', now(), now())",
        "Đọc văn bản",
    ),
    (
        "jobs.stuck",
        "insert into procrastinate_jobs (queue_name, task_name, status) values ('plans', 'issue', 'doing')",
        "Việc issue",
    ),
    ("audit.contexts", "update plans_plan set made_in = gen_random_uuid()", "plans_plan số"),
    (
        "privacy.open",
        'insert into privacy_datarequest (person_id, unit_id, kind, datum, wrong, "right", reason, state, asked_on,'
        " answer_due, carry_out_due, answer, outcome, created_at) select id, (select min(id) from organisation_unit),"
        " 'erasure', '', '', '', '', 'waiting', now(), now(), now(), '', '{}', now() from accounts_user limit 1",
        "Yêu cầu số",
    ),
    (
        "privacy.answered",
        'insert into privacy_datarequest (person_id, unit_id, kind, datum, wrong, "right", reason, state, asked_on,'
        " answer_due, carry_out_due, answer, outcome, created_at) select id, (select min(id) from organisation_unit),"
        " 'erasure', '', '', '', '', 'refused', now(), now(), now(), '', '{}', now() from accounts_user limit 1",
        "Yêu cầu số",
    ),
    ("organisation.units.paths", "update organisation_unit set path = '/1/' where kind = 'grassroots'", "/1/"),
    ("organisation.units.now", "update organisation_unit set name = 'Tên khác' where kind = 'district'", "Ba Tri"),
    (
        "organisation.units.periods",
        "update organisation_unitversion set valid_to = valid_from where parent_id is null",
        "01/01/2018",
    ),
    (
        "organisation.posts.ended",
        "update organisation_unit set ends_on = '2022-01-01' where kind = 'district'",
        "Chủ tịch",
    ),
    (
        "organisation.posts.delegated",
        "update organisation_post set delegated_from_id = (select min(id) from organisation_post),"
        " ends_on = '2017-01-01', starts_on = '2016-01-01' where role = 'inspector'",
        "Ủy viên",
    ),
    (
        "duties.within",
        'insert into duties_duty (unit_id, "group", number, text, source, starts_on, "order", folded, changed_at)'
        " select min(id), '', '', 'x', '', '2023-01-01', 0, '', now() from organisation_unit;"
        " insert into duties_dutyshare (duty_id, unit_id, part, starts_on)"
        " select max(id), min(unit_id), 'leads', '2022-12-31' from duties_duty",
        "Phân công số",
    ),
    (
        "duties.one",
        'insert into duties_duty (unit_id, "group", number, text, source, starts_on, "order", folded, changed_at)'
        " select min(id), '', '', 'x', '', '2023-01-01', 0, '', now() from organisation_unit;"
        " insert into duties_dutyshare (duty_id, unit_id, part, starts_on) select max(id), min(unit_id), 'leads', day"
        " from duties_duty, (values ('2023-01-01'::date), ('2023-02-01')) as days (day) group by day",
        "Phân công số",
    ),
    (
        "reporting.sent",
        _REPORT + "update reporting_report set state = 'sent'",
        "Báo cáo số",
    ),
    (
        "reporting.of_form",
        _REPORT + "insert into reporting_formsection (form_id, title, \"order\") select max(id), 'x', 1 from"
        " reporting_reportform; insert into reporting_formitem (section_id, form_id, kind, code, label, help,"
        ' unit_text, source, formula, columns, required, combine, "order") select max(section.id),'
        " max(section.form_id),"
        " 'text', 'C1', 'x', '', '', '', '', '[]', true, 'sum', 1 from reporting_formsection section; insert into"
        " reporting_reportvalue (report_id, item_id, version) select max(report.id), max(item.id), 7 from"
        " reporting_report report, reporting_formitem item",
        "Báo cáo số",
    ),
    ("reporting.work", _REPORT, "Báo cáo số"),
    (
        "reporting.papers",
        _REPORT + "insert into reporting_issuedreport (unit_id, report_id, version, number, symbol, issued_on, subject,"
        " signer_id, signer_title, issued_by_id, at) select unit_id, report.id, 1, 1, '9/BC', now(), 'x', person.id,"
        " '', person.id, now() from reporting_report report, (select min(id) as id from accounts_user) person",
        "Báo cáo đã ban hành số 9/BC",
    ),
    (
        "plans.summaries",
        "delete from plans_followupchange; insert into plans_followupsummary (plan_id, figures, units, at)"
        " select id, '{}', '{}', now() from plans_plan",
        "Kế hoạch số",
    ),
    (
        "worklist.ended",
        "update organisation_unit set ends_on = '2023-03-15'",
        "Việc số",
    ),
    ("worklist.items", "update worklist_workitem set closed_on = null where state = 'done'", "Việc số"),
    (
        "worklist.mails",
        'insert into worklist_outgoingmail ("to", subject, text, html, state, attempts, next_try_at, error,'
        " created_at, bad_address, sets_password)"
        " values ('a@b.vn', 's', 't', '', 'sent', 1, now(), '', now(), false, false)",
        "a@b.vn",
    ),
    ("documents.replaced", "update documents_document set replaced_by_id = id", "1/KH-LĐLĐ"),
    (
        "documents.pages",
        "with made as (insert into documents_reading (document_id, text, result, is_scan, created_at)"
        " select id, 'ngắn', '{}', false, now() from documents_document returning id)"
        ' insert into documents_readingpage (reading_id, number, start, "end", width, height, boxes)'
        " select id, 1, 0, 99, 0, 0, '[]' from made",
        "trang 1",
    ),
    ("plans.ended", "update organisation_unit set ends_on = '2023-03-15'", "1/KH-LĐLĐ"),
    ("plans.issued", "update plans_plan set symbol = '9/KH-LĐLĐ'", "9/KH-LĐLĐ"),
    ("plans.public", "delete from plans_planstep", "1/KH-LĐLĐ"),
    ("plans.steps", "update plans_plan set state = 'closed'", "1/KH-LĐLĐ"),
    ("plans.papers", "update documents_document set symbol = '2/KH-LĐLĐ'", "1/KH-LĐLĐ"),
    ("plans.versions", "update plans_plan set version = 2", "1/KH-LĐLĐ"),
    ("plans.waiting", "update plans_plan set state = 'submitted'", "plans.approve"),
    ("local.given", "update plans_task set carries_out_id = id", "Nhiệm vụ số"),
    (
        "basis.issued",
        "delete from plans_planstep where after = 'issued'; update plans_plan set stands_on_id = id",
        "Kế hoạch số",
    ),
    (
        "reviews.items",
        "insert into plans_planreview (plan_id, which, due, opened_on, findings, next_steps)"
        " select id, 'end', '2023-03-15', '2023-03-15', '', '' from plans_plan limit 1",
        "Lần end",
    ),
    (
        "reviews.ended",
        "insert into plans_planreview (plan_id, which, due, findings, next_steps)"
        " select id, 'end', '2023-03-15', '', '' from plans_plan limit 1; update plans_plan set state = 'withdrawn'",
        "Kế hoạch số",
    ),
    ("basis.circle", "update plans_plan set stands_on_id = id", "Kế hoạch số"),
    ("local.superior", "update plans_plan set carries_out_id = id", "Kế hoạch số"),
    ("tasks.ended", "update organisation_unit set ends_on = '2023-03-15'", "Phần việc số"),
    (
        "tasks.handed",
        "insert into organisation_reorganisation (kind, unit_id, effective_on, decision, summary, details, made_at)"
        " select 'end', min(id), '2023-03-15', '', 'x', '{}', now() from organisation_unit;"
        ' insert into plans_handover (reorganisation_id, assignment_id, from_unit_id, state, "on")'
        " select done.id, given.id, (select max(id) from organisation_unit where id <> given.unit_id), 'doing',"
        " '2023-03-15' from plans_assignment given, organisation_reorganisation done",
        "Bàn giao số",
    ),
    ("tasks.given", "update plans_task set withdrawn_on = '2023-03-15'", "Phần việc số"),
    ("tasks.items", "delete from worklist_workitem where kind = 'plans.report'", "0 việc plans.report"),
    (
        "tasks.parts",
        "insert into plans_executor (assignment_id, user_id, note, given_on)"
        " select assignment_id, raised_by_id, '', raised_on from plans_obstacle",
        "người số",
    ),
    (
        "tasks.orphans",
        "update worklist_workitem set object_id = 999999 where kind = 'plans.take' and state = 'open'",
        "Việc 1",
    ),
    ("tasks.reports", "update plans_progressreport set state = 'to_accept'", "1 báo cáo to_accept"),
    (
        "tasks.reached",
        'insert into plans_assignmenttarget (assignment_id, name, unit_text, total, reached, "order")'
        " select id, 'Số hồ sơ', '', 10, 7, 0 from plans_assignment limit 1",
        "Số hồ sơ",
    ),
    (
        "tasks.periods",
        "insert into plans_workperiod (assignment_id, name, starts_on, ends_on, due, turns_on, state, is_last)"
        " select id, 'Quý I/2023', '2023-01-01', '2023-03-31', '2023-03-31', '2023-04-01', 'done', true"
        " from plans_assignment",
        "0 kỳ đang mở",
    ),
    ("tasks.answers", "update plans_obstacle set state = 'answered'", "1 việc đang mở"),
    (
        "tasks.alone",
        "update plans_obstacle asked set unit_id = given.unit_id, plan_id = given.plan_id, assignment_id = null"
        " from plans_assignment given where given.id = asked.assignment_id; update plans_plan set state = 'closed'",
        "Vướng mắc số",
    ),
    ("tasks.obstacles", "update plans_assignment set open_obstacles = 2", "Phần việc số"),
    ("tasks.order", "update plans_task set after_id = id", "Nhiệm vụ số"),
    ("targets.ended", "update organisation_unit set ends_on = '2023-03-15'", "Phần chỉ tiêu số"),
    ("targets.paths", "update plans_targetpart set path = '/1/'", "/1/"),
    ("targets.values", "update plans_targetvalue set value = 1", "Số liệu chỉ tiêu số"),
    (
        "targets.levels",
        'insert into plans_ownlevel (part_id, period_id, value, reason, by_id, "on", ended_on)'
        " select part.id, period.id, 1, '', (select min(id) from accounts_user), now(), now()"
        " from plans_targetpart part join plans_targetperiod period on period.target_id = part.target_id limit 1",
        "Mức riêng số",
    ),
    ("targets.items", "update worklist_workitem set object_id = 999999 where kind = 'plans.target_value'", "Lớp"),
    ("oversight.issued", _INSPECTION.format(state="concluded"), "Cuộc kiểm tra số"),
    (
        "oversight.papers",
        _INSPECTION.format(state="closed") + " insert into documents_document (unit_id, type, symbol, issuer, subject,"
        " validity, created_at, folded) select min(id), 'KL', '9/KL', '', 'x', 'in_force', now(), '' from"
        " organisation_unit; update oversight_inspection set document_id = (select max(id) from documents_document)",
        "Cuộc kiểm tra số",
    ),
    (
        "oversight.steps",
        _INSPECTION.format(state="planned") + " update oversight_programme set state = 'approved'",
        "Chương trình kiểm tra số",
    ),
    ("oversight.items", _INSPECTION.format(state="explaining"), "không có việc oversight.explain"),
    (
        "oversight.remedies",
        _INSPECTION.format(state="closed")
        + ' insert into oversight_remedy (inspection_id, "order", text, due, state, report, recheck, reopened)'
        " select id, 1, 'x', '2023-03-31', 'given', '', '', 0 from oversight_inspection",
        "0 việc đang mở",
    ),
    (
        "oversight.tasks",
        _INSPECTION.format(state="closed")
        + ' insert into oversight_finding (inspection_id, "order", kind, text, explanation, assignment_id)'
        " select inspection.id, 1, 'lacking', 'x', '', assignment.id"
        " from oversight_inspection inspection, plans_assignment assignment limit 1",
        "Phát hiện kiểm tra số",
    ),
]
