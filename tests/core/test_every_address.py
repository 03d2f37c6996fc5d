"""What holds for every address: nobody reaches what is not theirs, and looking changes nothing."""

from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from congdoan.core.files.store import store
from congdoan.core.models import JobRun, Rule, WorkdayException
from congdoan.duties.models import Duty
from congdoan.oversight.models import Checklist
from congdoan.plans.models import Assignment, Plan, SharedAnswer
from congdoan.privacy.models import Datum
from congdoan.privacy.services.ask import ask_correction
from congdoan.reporting.models import ReportForm
from congdoan.worklist.models import WorkItem
from tests.core.addresses import all_patterns, filled, parts_of
from tests.oversight.factories import notified
from tests.plans.drafts import add_task, issued
from tests.plans.readings import draft
from tests.rights.matrix import matrix
from tests.rights.walk import FRAGMENT
from tests.world import SINCE, Federation

PATTERNS = [pattern for pattern in all_patterns() if "^" not in pattern]
OWN_ACCOUNT = "/tai-khoan/"
WITHOUT_SIGNING_IN = (
    OWN_ACCOUNT,
    "/viec/thong-bao/thoi-nhan-thu/",
    "/viec/lich/<str:token>.ics",
    "/viec/thong-bao/may-bao.js",
    "/huong-dan/",
    "/api/v1/",
    "/healthz",
    "/metrics",
)
NONSENSE = {name: "vô nghĩa" for row in matrix().rows for name in row.data}
"""What no form can take, in every field that there is: whose object it is, is asked before."""
REMEMBERS = {
    "/": "when somebody last looked",
    "/viec/thong-bao/<int:notice_id>/": "that a notice was read",
}
"""Pages that write something down when they are looked at, and what."""


@pytest.fixture
def objects(federation: Federation) -> dict[str, Any]:
    """What the province and Ba Tri have; the union of education is not concerned by any of it."""
    in_review = draft(federation.province, federation["chuyenvien"])
    plan = Plan.objects.create(
        unit=federation.province, subject="Tháng Công nhân", state="in_review", created_by=federation["chuyenvien"]
    )
    task = add_task(plan, "2.2.a", federation.ba_tri, None)
    issued(plan, federation)
    file = store(BytesIO(b"%PDF-1.4 "), name="bao-cao.pdf", by_id=federation["batri"].pk)
    asked = ask_correction(by=federation["batri"], datum=Datum.PHONE, wrong="", right="0912 345 678")
    run = JobRun.objects.create(kind="organisation.import", title="Nhập", started_by=federation["admin"])
    duty = Duty.objects.create(
        unit=federation.province, text="Giữ con dấu", starts_on=SINCE, order=1, folded="giu con dau"
    )
    form = ReportForm.objects.create(unit=federation.province, name="Báo cáo quý", filled_by="district")
    answer = SharedAnswer.objects.create(
        unit=federation.ba_tri,
        question="Họp ở đâu?",
        answer="Ở huyện",
        published_by=federation["batri"],
        published_on=SINCE,
    )
    inspection = notified(federation)
    return {
        "duty_id": duty.pk,
        "form_id": form.pk,
        "kind": "figure",
        "plan_id": in_review.pk,
        "task_id": task.pk,
        "section_id": in_review.sections.earliest("pk").pk,
        "doubt_id": 1,
        "citation_id": 1,
        "choice": 0,
        "number": 1,
        "field": "title",
        "assignment_id": Assignment.objects.get(plan=plan, unit=federation.ba_tri).pk,
        "report_id": 1,
        "obstacle_id": 1,
        "file_id": file.pk,
        "document_id": in_review.document_id or 1,
        "unit_id": federation.ba_tri.pk,
        "command": "doi-ten",
        "user_id": federation["batri"].pk,
        "post_id": federation["batri"].posts.get().pk,
        "item_id": WorkItem.objects.earliest("pk").pk,
        "notice_id": 1,
        "run_id": run.pk,
        "entry_id": WorkdayException.objects.earliest("pk").pk,
        "rule_id": Rule.objects.earliest("pk").pk if Rule.objects.exists() else 1,
        "failure_id": 1,
        "feed_id": 1,
        "request_id": asked.pk,
        "group": "units",
        "answer_id": answer.pk,
        "review_id": 1,
        "checklist_id": Checklist.objects.earliest("pk").pk,
        "programme_id": inspection.programme_id,
        "inspection_id": inspection.pk,
        "question_id": inspection.questions.earliest("pk").pk,
        "finding_id": 1,
        "remedy_id": 1,
        "target_id": 1,
        "period_id": 1,
        "part_id": 1,
        "paper_id": 1,
        "value_id": 1,
        "code": "khong-co",
        "name": "khong-co.png",
        "device_id": 1,
        "webhook_id": 1,
        "delivery_id": 1,
        "token_id": 1,
    }


@pytest.mark.parametrize("pattern", [p for p in PATTERNS if not p.startswith(WITHOUT_SIGNING_IN)])
def test_whoever_is_not_signed_in_is_asked_to(client: Client, db: None, pattern: str) -> None:
    answer = client.get(filled(pattern, dict.fromkeys(parts_of(pattern), 1)))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/tai-khoan/dang-nhap/?next=/")


def test_what_belongs_to_others_is_not_found_whether_looked_at_or_changed(
    client: Client, federation: Federation, objects: dict[str, Any]
) -> None:
    client.force_login(federation["giaoduc"])
    wrong = []
    for pattern in PATTERNS:
        if not parts_of(pattern) or pattern.startswith(WITHOUT_SIGNING_IN):
            continue
        address = filled(pattern, objects)
        refused = {404, 405, 403} if pattern.startswith("/he-thong/") else {404, 405}
        looked = client.get(address, follow=True)
        changed = [client.post(address, sent, headers=how) for sent in ({}, NONSENSE) for how in ({}, FRAGMENT)]
        if looked.status_code not in refused:
            wrong.append(f"GET {pattern}: {looked.status_code}")
        if {answer.status_code for answer in changed} - refused:
            wrong.append(f"POST {pattern}: {[answer.status_code for answer in changed]}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "pattern",
    [
        "/don-vi/<int:unit_id>/cay/",
        "/don-vi/chuc-vu/<int:post_id>/lich-su/",
        "/nguoi-dung/<int:user_id>/",
        "/ke-hoach/<int:plan_id>/ra-soat/",
        "/ke-hoach/nhiem-vu/<int:assignment_id>/",
    ],
)
def test_the_chair_finds_what_is_not_found_by_others(
    client: Client, federation: Federation, objects: dict[str, Any], pattern: str
) -> None:
    client.force_login(federation["chutich"])
    assert pattern in PATTERNS
    assert client.get(filled(pattern, objects)).status_code == 200


@pytest.mark.parametrize("username", ["admin", "vanthu", "chuyenvien", "truongban", "chutich", "ubkt", "batri", "coso"])
def test_looking_changes_nothing_and_no_page_fails(
    client: Client, federation: Federation, objects: dict[str, Any], username: str
) -> None:
    client.force_login(federation[username])
    wrong = []
    for pattern in PATTERNS:
        if pattern.startswith(OWN_ACCOUNT) or "token" in pattern:
            continue
        with CaptureQueriesContext(
            connection,
        ) as asked:
            status = client.get(filled(pattern, objects)).status_code
        writes = [query["sql"][:160] for query in asked if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
        unwell = status >= 500 and pattern != "/healthz"  # which says so: no worker runs in tests
        if unwell or (writes and pattern not in REMEMBERS):
            wrong.append(f"{pattern}: {status} {writes}")
    assert not wrong, "\n".join(wrong)
