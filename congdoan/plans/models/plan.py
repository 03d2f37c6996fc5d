"""A paper that carries tasks, from draft to closed: a plan, a resolution, a programme, a direction.

It is called a plan in the code, whatever its kind. Its paper is a document; its order is in sections and tasks."""

from typing import Any, ClassVar

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Q

from congdoan.core import clock
from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.states import HasState
from congdoan.core.text import fold
from congdoan.documents.models import Document, DocumentType, Reading
from congdoan.organisation.scoping import ScopedQuerySet
from congdoan.plans.models.kind import PLAN, PlanKind


class PlanState(models.TextChoices):
    DRAFT = "draft", "Bản nháp"
    IN_REVIEW = "in_review", "Đang rà soát"
    SUBMITTED = "submitted", "Chờ duyệt"
    APPROVED = "approved", "Đã duyệt, chờ ban hành"
    RETURNED = "returned", "Trả lại"
    ISSUED = "issued", "Đã ban hành"
    RUNNING = "running", "Đang thực hiện"
    CLOSED = "closed", "Đã kết thúc"
    REPLACED = "replaced", "Đã bị thay thế"
    REPEALED = "repealed", "Đã bị bãi bỏ"
    WITHDRAWN = "withdrawn", "Đã rút"


PUBLIC: tuple[str, ...] = (
    PlanState.ISSUED,
    PlanState.RUNNING,
    PlanState.CLOSED,
    PlanState.REPLACED,
    PlanState.REPEALED,
)
ISSUED_STAYS: tuple[str, ...] = (
    *("type", "kind", "kind_name", "series"),
    *("number", "symbol", "issued_on", "subject", "signer_id"),
)
"""Columns of an issued plan that nothing changes any more, like who issued it; amendments change its tasks."""


def _issued(row: str) -> str:
    """What stays, in SQL, of the `old` or `new` row; a unit that takes over is written beside the one that issued."""
    return f"coalesce({row}.issuer_id, {row}.unit_id), {row}." + f", {row}.".join(ISSUED_STAYS)


IN_FORCE: tuple[str, ...] = (PlanState.ISSUED, PlanState.RUNNING, PlanState.CLOSED)
TAKEN_BACK: tuple[str, ...] = (PlanState.WITHDRAWN, PlanState.REPLACED, PlanState.REPEALED)
"""States in which no unit owes anything of the paper any more, though not all of it was done."""
BEFORE_ISSUE: tuple[str, ...] = (
    PlanState.DRAFT,
    PlanState.IN_REVIEW,
    PlanState.SUBMITTED,
    PlanState.RETURNED,
    PlanState.APPROVED,
)
EDITABLE: tuple[str, ...] = (PlanState.DRAFT, PlanState.IN_REVIEW, PlanState.RETURNED)


class PlanQuerySet(ScopedQuerySet["Plan"]):
    path_field = "unit__path"


@audited
class Plan(AuditedModel, HasState):
    """`revision` rises with each edit of the draft; `version` with each amendment after issuing.

    `unit` is who has it in hand; `issuer` who issued it, where that unit was merged or split and `unit` took over.
    `carries_out` is the superior's plan of which this is the unit's own; `stands_on` the issued one, of this unit or
    another, that it carries further. `bases` is what it rests on, a line for each, where no paper was read that says
    so. `kind` is the code of its kind; `kind_name` and `series` (empty: bears no number) are the kind's as it was then.
    """

    TRANSITIONS = {
        PlanState.DRAFT: (PlanState.IN_REVIEW, PlanState.SUBMITTED, PlanState.WITHDRAWN),
        PlanState.IN_REVIEW: (PlanState.SUBMITTED, PlanState.WITHDRAWN),
        PlanState.SUBMITTED: (PlanState.APPROVED, PlanState.RETURNED, PlanState.IN_REVIEW),
        PlanState.RETURNED: (PlanState.IN_REVIEW, PlanState.SUBMITTED, PlanState.WITHDRAWN),
        PlanState.APPROVED: (PlanState.ISSUED, PlanState.RETURNED),
        PlanState.ISSUED: (PlanState.RUNNING, PlanState.REPLACED, PlanState.REPEALED, PlanState.WITHDRAWN),
        PlanState.RUNNING: (PlanState.CLOSED, PlanState.REPLACED, PlanState.REPEALED, PlanState.WITHDRAWN),
        PlanState.CLOSED: (PlanState.RUNNING,),
    }

    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="plans", verbose_name="đơn vị ban hành")
    issuer = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị đã ban hành"
    )
    type = models.CharField("loại", max_length=8, choices=DocumentType.choices, default=DocumentType.PLAN)
    kind = models.CharField("mã loại", max_length=12, default=PLAN, db_default=PLAN)
    kind_name = models.CharField("tên loại", max_length=80, default="Kế hoạch", db_default="Kế hoạch")
    series = models.CharField("chữ trong số, ký hiệu", max_length=12, blank=True, default=PLAN, db_default=PLAN)
    subject = models.CharField("trích yếu", max_length=1000)
    state = models.CharField("trạng thái", max_length=12, choices=PlanState.choices, default=PlanState.DRAFT)
    number = models.IntegerField("số", null=True, blank=True)
    symbol = models.CharField("số, ký hiệu", max_length=80, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    until = models.DateField("thực hiện đến", null=True, blank=True)
    coordinator = models.ForeignKey(
        "organisation.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị điều phối"
    )
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người ký"
    )
    signer_title = models.CharField("chức vụ người ký", max_length=200, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="plans")
    reading = models.ForeignKey(Reading, models.PROTECT, null=True, blank=True, related_name="plans")
    based_on = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="derived")
    carries_out = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="local_plans", verbose_name="kế hoạch cấp trên"
    )
    stands_on = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="carried_further", verbose_name="văn bản làm căn cứ"
    )
    bases = models.TextField("căn cứ", blank=True, db_default="", default="")
    replaced_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="replaces")
    version = models.SmallIntegerField(default=1)
    revision = models.IntegerField(default=1)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    folded = models.TextField(editable=False)

    objects: ClassVar[PlanQuerySet] = PlanQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = "kế hoạch"
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "symbol", "issued_on"],
                condition=~Q(symbol="") & Q(issued_on__isnull=False, issuer__isnull=True),
                name="plans_symbol_once",
            ),
            models.UniqueConstraint(
                fields=["carries_out", "unit"],
                condition=Q(carries_out__isnull=False, issuer__isnull=True)
                & ~Q(state__in=["withdrawn", "replaced", "repealed"]),
                name="plans_local_once",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "state", "-issued_on"]),
            GinIndex(SearchVector("folded", config="simple"), name="plans_plan_words"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="issued_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "old.state in ('running', 'closed', 'replaced', 'repealed') and "
                    f"({_issued('old')}) is distinct from ({_issued('new')})"
                ),
                func="raise exception 'văn bản % đã ban hành: số, ký hiệu, ngày, trích yếu không sửa được', old.id;",
            )
        ]

    def __str__(self) -> str:
        """What it is called in a sentence: "Nghị quyết 05/NQ-LĐLĐ"; one without number is told by its day."""
        if self.symbol:
            return f"{self.kind_name} {self.symbol}"
        if self.issued_on and self.is_public:
            return f"{self.kind_name} ngày {self.issued_on:%d/%m/%Y}"
        return self.subject

    def take_kind(self, kind: PlanKind) -> None:
        """Be of this kind, under the name that it bears now."""
        self.kind, self.kind_name, self.series, self.type = kind.code, kind.name, kind.symbol, kind.type

    @property
    def noun(self) -> str:
        """Its kind inside a sentence: "nghị quyết"."""
        return self.kind_name[:1].lower() + self.kind_name[1:]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.folded = fold(f"{self.symbol} {self.subject}")
        if kwargs.get("update_fields"):
            kwargs["update_fields"] = {*kwargs["update_fields"], "folded", "updated_at"}
        super().save(*args, **kwargs)

    def last_step(self) -> str:
        step = self.steps.select_related("by").last()
        return f"{step.by or 'Hệ thống'}, {clock.in_words(step.at)}" if step else ""

    @property
    def issued_by(self) -> Any:
        """The unit whose paper it is."""
        return self.issuer or self.unit

    @property
    def is_editable(self) -> bool:
        return self.state in EDITABLE

    @property
    def is_public(self) -> bool:
        return self.state in PUBLIC


@audited
class PlanStep(AuditedModel):
    """One transition of a plan: from, to, by whom, with what reason."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="steps")
    before = models.CharField(max_length=12, choices=PlanState.choices, blank=True)
    after = models.CharField(max_length=12, choices=PlanState.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_before_display()} → {self.get_after_display()}"


@audited
class Section(AuditedModel):
    """A heading of the plan. `number` is the full path ("II.2.1"), `printed` what the paper prints ("2.1")."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="sections")
    number = models.CharField(max_length=40, blank=True)
    printed = models.CharField(max_length=40, blank=True)
    title = models.TextField()
    short_title = models.CharField(max_length=120, blank=True)
    order = models.IntegerField()
    depth = models.SmallIntegerField(default=0)
    start = models.IntegerField(null=True)
    end = models.IntegerField(null=True)

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
