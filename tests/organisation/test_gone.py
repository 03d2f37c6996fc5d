"""What somebody was typing about is gone: they are told who did what, and keep their words."""

from datetime import date

import pytest
from django.test import Client

from congdoan.core import clock
from congdoan.core.audit.context import audit_context
from congdoan.organisation.models import Post
from congdoan.organisation.services.end import end_unit
from congdoan.organisation.services.posts import end_post
from tests.plans.factories import give, make_plan, make_task
from tests.world import Federation

pytestmark = pytest.mark.django_db
TODAY = date(2023, 3, 15)
ADDRESS = "Số 7 đường Thủ Khoa Huân"


@pytest.fixture(autouse=True)
def _today() -> None:
    clock.set_today(TODAY)


def end_an_thuy(federation: Federation) -> None:
    by = federation["chutich"]
    with audit_context(user_id=by.pk, origin="/don-vi/"):
        end_unit(by=by, unit_id=federation.an_thuy.pk, effective_on=TODAY, decision="12/QĐ-LĐLĐ")


def test_a_superior_is_told_who_ended_the_unit_whose_contacts_they_type(client: Client, federation: Federation) -> None:
    client.force_login(federation["batri"])
    end_an_thuy(federation)
    answer = client.post(f"/don-vi/{federation.an_thuy.pk}/lien-he/", {"address": ADDRESS})
    said = answer.content.decode()
    assert answer.status_code == 409
    assert "Nguyễn Phúc Linh đã ghi lúc" in said
    assert "ngày 15/03/2023: Kết thúc hoạt động CĐCS xã An Thủy, hiệu lực từ 15/03/2023." in said
    assert ADDRESS in said


def test_somebody_of_the_unit_that_was_ended_is_told_so_and_keeps_the_report(
    client: Client, federation: Federation
) -> None:
    part = give(make_task(make_plan(federation)), federation.an_thuy, state="doing")
    client.force_login(federation["coso"])
    end_an_thuy(federation)
    words = {"text": "Đã tập huấn cho 40 cán bộ", "status": "doing", "do": "send"}
    answer = client.post(f"/ke-hoach/nhiem-vu/{part.pk}/bao-cao/gui/", words)
    said = answer.content.decode()
    assert answer.status_code == 409
    assert "Kết thúc hoạt động CĐCS xã An Thủy" in said
    assert words["text"] in said


def test_somebody_whose_post_was_taken_meanwhile_is_told_by_whom(client: Client, federation: Federation) -> None:
    part = give(make_task(make_plan(federation)), federation.ba_tri, state="doing")
    client.force_login(federation["batri.cv"])
    post, by = Post.objects.get(user=federation["batri.cv"]), federation["batri"]
    with audit_context(user_id=by.pk, origin="/don-vi/"):
        end_post(by=by, post_id=post.pk, ends_on=date(2023, 3, 14))
    words = {"text": "Đã tập huấn cho 40 cán bộ", "status": "doing", "do": "send"}
    answer = client.post(f"/ke-hoach/nhiem-vu/{part.pk}/bao-cao/gui/", words)
    said = answer.content.decode()
    assert answer.status_code == 409
    assert "Nguyễn Hữu Nghĩa đã sửa chức vụ Chuyên viên tại LĐLĐ huyện Ba Tri lúc" in said
    assert words["text"] in said


def test_whoever_could_not_see_the_unit_is_told_nothing_of_its_end(client: Client, federation: Federation) -> None:
    client.force_login(federation["cholach"])
    end_an_thuy(federation)
    answer = client.post(f"/don-vi/{federation.an_thuy.pk}/lien-he/", {"address": ADDRESS})
    assert answer.status_code == 404
    assert "An Thủy" not in answer.content.decode()


def test_a_page_that_is_only_opened_is_not_found_as_before(client: Client, federation: Federation) -> None:
    client.force_login(federation["batri"])
    end_an_thuy(federation)
    assert client.get(f"/don-vi/{federation.an_thuy.pk}/lien-he/").status_code == 404
