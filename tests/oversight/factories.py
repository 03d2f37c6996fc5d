"""Inspections of LĐLĐ huyện Ba Tri by the province's committee, up to a step, by the product's own commands."""

from datetime import date

from congdoan.accounts.models import User
from congdoan.organisation.models import Unit
from congdoan.organisation.roles import Role
from congdoan.oversight.models import Checklist, Finding, Inspection, Programme, Remedy
from congdoan.oversight.services import conclude, findings, inspect, programmes, remedies, rows
from congdoan.oversight.services.checklists import Question, create_checklist
from congdoan.oversight.services.compose import compose
from tests.world import Federation, make_post, make_user

TODAY, ENDS = date(2023, 3, 15), date(2023, 3, 31)
DAYS = {"starts_on": TODAY, "ends_on": ENDS}


def chair_of_committee(federation: Federation) -> User:
    user = make_user("chunhiem", "Phan Văn Thuận")
    make_post(user, federation.inspection, Role.UNIT_LEADER, "Chủ nhiệm Ủy ban kiểm tra")
    return User.objects.get(pk=user.pk)


def programme(
    federation: Federation, unit: Unit | None = None, by: User | None = None, name: str = "Quý I"
) -> Programme:
    by = by or federation["ubkt"]
    return programmes.create_programme(unit=unit or federation.inspection, by=by, name=name, **DAYS)


def checklist(federation: Federation, unit: Unit | None = None, by: User | None = None) -> Checklist:
    questions = [Question("Có sổ theo dõi nhiệm vụ?", "yes_no"), Question("Biên bản họp", "text")]
    by = by or federation["ubkt"]
    return create_checklist(unit=unit or federation.inspection, by=by, name="Việc được giao", questions=questions)


def planned(federation: Federation) -> Inspection:
    by = federation["ubkt"]
    return rows.add_row(programme_id=programme(federation).pk, by=by, unit=federation.ba_tri, lead=by, **DAYS)


def approved(federation: Federation) -> Inspection:
    row = planned(federation)
    programmes.submit_programme(programme_id=row.programme_id, by=federation["ubkt"])
    programmes.approve_programme(programme_id=row.programme_id, by=federation["chutich"])
    return row


def notified(federation: Federation) -> Inspection:
    row = approved(federation)
    return inspect.give_notice(
        inspection_id=row.pk,
        by=federation["ubkt"],
        decision="12/QĐ-UBKT",
        checklist=checklist(federation),
        **DAYS,
    )


def answered(federation: Federation) -> Inspection:
    """The checklist is answered, one thing was lacking."""
    row = notified(federation)
    by = federation["ubkt"]
    for question, said in zip(row.questions.all(), ("no", "Đủ ba kỳ họp."), strict=True):
        inspect.answer_question(inspection_id=row.pk, question_id=question.pk, by=by, answer=said)
    findings.add_finding(inspection_id=row.pk, by=by, text="Không mở sổ theo dõi nhiệm vụ.")
    return row


def explaining(federation: Federation) -> Inspection:
    row = answered(federation)
    return findings.send_findings(inspection_id=row.pk, by=federation["ubkt"], explain_by=date(2023, 3, 22))


def finding_of(inspection: Inspection) -> Finding:
    return inspection.findings.get()


def writing(federation: Federation) -> Inspection:
    row = explaining(federation)
    by = federation["batri"]
    findings.explain(
        inspection_id=row.pk, finding_id=finding_of(row).pk, by=by, explanation="Sổ thất lạc khi dời trụ sở."
    )
    return findings.send_explanation(inspection_id=row.pk, by=by)


def with_remedy(federation: Federation) -> Inspection:
    row = writing(federation)
    by = federation["ubkt"]
    conclude.save_conclusion(inspection_id=row.pk, by=by, conclusion=compose(row))
    remedies.add_remedy(
        inspection_id=row.pk, by=by, text="Mở lại sổ theo dõi", due=date(2023, 4, 15), finding=finding_of(row)
    )
    return row


def concluded(federation: Federation) -> Inspection:
    return conclude.issue_conclusion(inspection_id=with_remedy(federation).pk, by=federation["chutich"])


def reported(federation: Federation) -> Remedy:
    row = concluded(federation)
    return remedies.report_remedy(
        inspection_id=row.pk, remedy_id=row.remedies.get().pk, by=federation["batri"], report="Đã mở sổ mới."
    )
