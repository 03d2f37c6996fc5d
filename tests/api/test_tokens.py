"""A token gives a program what its person may do now, and never more."""

from datetime import timedelta

import pytest
from django.test import Client

from congdoan.accounts.models import ApiToken, TokenUse, User
from congdoan.config.api import description
from congdoan.core import clock
from congdoan.core.audit.history import history_of
from congdoan.core.errors import Invalid, NotFound
from congdoan.organisation.models import Post
from congdoan.organisation.services.tokens import make_token, revoke_token
from congdoan.plans.models import AssignmentState
from tests.api.program import Program
from tests.plans.factories import give, make_plan, make_task
from tests.world import Federation


def test_a_token_is_shown_once_and_kept_as_a_digest(client: Client, federation: Federation) -> None:
    client.force_login(federation["batri"])
    asked = {"name": "Bảng điều hành", "scopes": ["tasks.view"], "days": "30", "unit": ""}
    page = client.post("/tai-khoan/ma-truy-cap/", asked)
    text = page.context["made"].text
    assert text in page.content.decode()
    token = ApiToken.objects.get()
    assert text not in str(vars(token))
    assert text.startswith(token.prefix)
    again = client.get("/tai-khoan/ma-truy-cap/").content.decode()
    assert text not in again
    assert token.prefix in again


def test_the_password_is_asked_again_before_a_token_is_made(client: Client, federation: Federation) -> None:
    own, password = "/tai-khoan/ma-truy-cap/", "mat-khau-dai-2023"
    client.post("/tai-khoan/dang-nhap/", {"login": "batri", "password": password})
    asked = client.post(own, {"name": "Bảng", "scopes": ["tasks.view"], "days": "30", "unit": ""})
    assert "/tai-khoan/xac-nhan-lai/" in asked.headers["Location"]
    assert not ApiToken.objects.exists()
    page = client.post(asked.headers["Location"], {"password": password, "next": own}, follow=True)
    assert ApiToken.objects.get().name == "Bảng"
    assert page.context["made"].text in page.content.decode()


def test_the_page_of_the_interface_tells_of_every_call(client: Client, federation: Federation) -> None:
    client.force_login(federation["batri"])
    page = client.get("/huong-dan/api/").content.decode()
    for path in description()["paths"]:
        assert path in page
    assert "một trong draft, in_review" in page


def test_a_token_gives_what_the_person_may_do_among_its_rights(federation: Federation) -> None:
    plan = make_plan(federation)
    give(make_task(plan, "1", "Rà soát"), federation.ba_tri)
    give(make_task(plan, "2", "Tập huấn"), federation.cho_lach)
    district = Program(federation["batri"])
    assert [one["title"] for one in district.items("assignments")] == ["Rà soát"]
    province = Program(federation["chutich"])
    assert [one["title"] for one in province.items("assignments")] == ["Rà soát", "Tập huấn"]
    reader = Program(federation["batri"], "tasks.view")
    refused = reader.get("plans")
    assert refused.status_code == 403
    assert "Xem kế hoạch" in refused.json()["detail"]


def test_a_token_bound_to_a_unit_sees_nothing_outside_of_it(federation: Federation) -> None:
    plan = make_plan(federation)
    give(make_task(plan, "1", "Rà soát"), federation.ba_tri)
    given = give(make_task(plan, "2", "Việc của Văn phòng"), federation.office)
    Post.objects.filter(user=federation["chutich"]).update(unit=federation.province)
    post = Post.objects.get(user=federation["chutich"])
    Post.objects.create(
        user=post.user, unit=federation.office, role=post.role, title="Phụ trách Văn phòng", starts_on=post.starts_on
    )
    bound = Program(federation["chutich"], unit_id=federation.office.pk)
    assert [one["id"] for one in bound.items("assignments")] == [given.pk]


def test_a_post_that_has_ended_gives_its_tokens_nothing(federation: Federation) -> None:
    given = give(make_task(make_plan(federation)), federation.ba_tri)
    program = Program(federation["batri"])
    assert program.get(f"assignments/{given.pk}").status_code == 200
    Post.objects.filter(user=federation["batri"]).update(ends_on=clock.today() - timedelta(days=1))
    assert program.items("assignments") == []
    assert program.get(f"assignments/{given.pk}").status_code == 404


def _expire(token: ApiToken, user: User) -> None:
    ApiToken.objects.filter(pk=token.pk).update(expires_at=clock.now())


def _revoke(token: ApiToken, user: User) -> None:
    revoke_token(by=user, token_id=token.pk)


def _lock(token: ApiToken, user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)


@pytest.mark.parametrize("end", [_expire, _revoke, _lock])
def test_a_token_that_is_over_opens_nothing(federation: Federation, end: object) -> None:
    program = Program(federation["batri"])
    assert program.get("assignments").status_code == 200
    end(program.made.token, federation["batri"])  # type: ignore[operator]
    answer = program.get("assignments")
    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert answer.json()["request"] == answer.headers["X-Request-Number"]


def test_the_cookies_of_a_browser_do_not_open_the_interface(client: Client, federation: Federation) -> None:
    client.force_login(federation["chutich"])
    assert client.get("/api/v1/plans").status_code == 401
    assert client.post("/api/v1/assignments/1/progress", "{}", content_type="application/json").status_code == 401
    assert client.get("/api/v1/openapi.json").status_code == 200


def test_only_rights_that_one_has_and_days_that_the_rule_allows_are_given(federation: Federation) -> None:
    with pytest.raises(Invalid, match="quyền"):
        make_token(by=federation["ubkt"], name="x", scopes=["reports.fill"], days=10)
    with pytest.raises(Invalid, match="365 ngày"):
        make_token(by=federation["batri"], name="x", scopes=["tasks.view"], days=366)
    with pytest.raises(Invalid, match="đơn vị đang giữ chức vụ"):
        make_token(by=federation["batri"], name="x", scopes=["tasks.view"], days=9, unit_id=federation.province.pk)


def test_an_administrator_sees_and_takes_back_the_tokens_of_their_people(
    client: Client, federation: Federation
) -> None:
    token = Program(federation["batri"]).made.token
    client.force_login(federation["admin"])
    assert "Bảng điều hành" in client.get("/he-thong/ma-truy-cap/").content.decode()
    assert client.post(f"/tai-khoan/ma-truy-cap/{token.pk}/thu-hoi/").status_code == 302
    token.refresh_from_db()
    assert token.revoked_by == federation["admin"]
    with pytest.raises(NotFound):
        revoke_token(by=federation["cholach"], token_id=token.pk)


def test_what_a_token_changes_is_written_down_with_the_token(federation: Federation) -> None:
    given = give(make_task(make_plan(federation)), federation.ba_tri, state=AssignmentState.DOING)
    program = Program(federation["batri"])
    assert program.post(f"assignments/{given.pk}/progress", {"text": "Đã tập huấn"}).status_code == 201
    change = given.events.latest("pgh_id")
    assert change.pgh_context.metadata["token"] == program.made.token.pk
    assert change.pgh_context.metadata["user"] == federation["batri"].pk
    given.refresh_from_db()
    assert history_of(given)[0].who == "Nguyễn Hữu Nghĩa"
    assert TokenUse.objects.get().token == program.made.token


def test_a_token_that_calls_too_often_is_told_to_wait(federation: Federation, settings: object) -> None:
    settings.LIMITS = {**settings.LIMITS, "api": (2, 60)}  # type: ignore[attr-defined]
    program = Program(federation["batri"])
    answers = [program.get("assignments") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert Program(federation["cholach"]).get("assignments").status_code == 200
