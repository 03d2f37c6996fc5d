"""The page of an inspection: what either side sees of it now, and what it may do next."""

from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.models.files import StoredFile
from congdoan.organisation.rights import may
from congdoan.oversight.models import (
    FINDINGS_KNOWN,
    Finding,
    Inspection,
    InspectionQuestion,
    InspectionState,
    Remedy,
)
from congdoan.oversight.queries.sight import CONCLUDE, EXPLAIN, inspects

_EXPLAINED: Final = (
    InspectionState.WRITING,
    InspectionState.TO_SIGN,
    InspectionState.CONCLUDED,
    InspectionState.CLOSED,
)


@dataclass(frozen=True, slots=True)
class InspectionPage:
    """`inspects` is the committee's side, `explains` the unit's. What is not there yet for a side is empty."""

    inspection: Inspection
    inspects: bool
    explains: bool
    concludes: bool
    questions: tuple[InspectionQuestion, ...]
    findings: tuple[Finding, ...]
    remedies: tuple[Remedy, ...]

    @property
    def state(self) -> str:
        return str(self.inspection.state)

    @property
    def sees_answers(self) -> bool:
        return self.inspects or self.inspection.is_issued

    @property
    def sees_explanations(self) -> bool:
        """The unit its own at any time; the committee once they were sent, or nothing more is waited for."""
        return self.explains or self.state in _EXPLAINED

    @property
    def sees_conclusion(self) -> bool:
        return self.inspection.is_issued or self.inspects

    @property
    def answers(self) -> bool:
        return self.inspects and self.state == InspectionState.NOTIFIED

    @property
    def may_acknowledge(self) -> bool:
        return self.explains and self.state == InspectionState.NOTIFIED and self.inspection.acknowledged_on is None

    @property
    def may_explain(self) -> bool:
        return self.explains and self.state == InspectionState.EXPLAINING

    @property
    def may_notify(self) -> bool:
        return self.inspects and self.state == InspectionState.PLANNED and self.inspection.programme.gives_notice

    @property
    def may_change(self) -> bool:
        return self.inspects and self.state == InspectionState.PLANNED

    @property
    def may_cancel(self) -> bool:
        return self.inspects and self.inspection.may_become(InspectionState.CANCELLED)

    @property
    def may_go_on(self) -> bool:
        day = self.inspection.explain_by
        return self.inspects and self.state == InspectionState.EXPLAINING and day is not None and day < clock.today()

    @property
    def may_write(self) -> bool:
        return self.inspects and self.state in (InspectionState.WRITING, InspectionState.TO_SIGN)

    @property
    def may_hand_in(self) -> bool:
        return self.inspects and self.state == InspectionState.WRITING and not self.concludes and self.has_words

    @property
    def may_sign(self) -> bool:
        return self.concludes and self.may_write and self.has_words

    @property
    def has_words(self) -> bool:
        return bool(self.inspection.conclusion.strip())

    @property
    def answered(self) -> int:
        return sum(question.is_answered for question in self.questions)

    @property
    def to_explain(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.needs_explanation]

    @property
    def unexplained(self) -> int:
        return sum(not finding.explanation.strip() for finding in self.to_explain)


def inspection_page(inspection: Inspection, user: User) -> InspectionPage:
    """Seven queries at most, whatever there is."""
    ours = inspects(user, inspection)
    known = ours or inspection.state in FINDINGS_KNOWN
    findings = inspection.findings.select_related("assignment__task", "assignment__plan", "explained_by")
    remedies = inspection.remedies.select_related("finding", "reported_by", "rechecked_by")
    sees_remedies = ours or inspection.is_issued
    return InspectionPage(
        inspection=inspection,
        inspects=ours,
        explains=may(user, EXPLAIN, inspection.unit),
        concludes=may(user, CONCLUDE, inspection.programme.unit),
        questions=tuple(inspection.questions.prefetch_related("files__blob")),
        findings=tuple(findings.prefetch_related("files__blob", "explanation_files__blob")) if known else (),
        remedies=tuple(remedies.prefetch_related("files__blob")) if sees_remedies else (),
    )


def file_seen(page: InspectionPage, file_id: int) -> StoredFile | None:
    """A file of the inspection that this side may read now."""
    return next((file for file in _files(page) if file.pk == file_id), None)


def shown_files(inspection: Inspection, files: Any) -> list[dict[str, Any]]:
    """As `core/_file.html` shows them."""
    return [
        {"url": reverse("oversight:file", args=[inspection.pk, file.pk]), "name": file.name, "size": file.blob.size}
        for file in files.all()
    ]


def _files(page: InspectionPage) -> list[StoredFile]:
    found: list[StoredFile] = []
    if page.sees_answers:
        found += [file for question in page.questions for file in question.files.all()]
    for finding in page.findings:
        found += finding.files.all()
        if page.sees_explanations:
            found += finding.explanation_files.all()
    found += [file for remedy in page.remedies for file in remedy.files.all()]
    return found
