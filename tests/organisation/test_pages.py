import pytest
from django.core import mail
from django.test import Client

from congdoan.accounts.models import User
from congdoan.core import clock
from congdoan.core.search import finders
from congdoan.organisation.models import Post, Unit
from congdoan.organisation.roles import Role
from congdoan.worklist.services.outbox import send_waiting
from tests.world import Federation, make_unit


@pytest.fixture
def chair(client: Client, federation: Federation) -> Client:
    client.force_login(federation["chutich"])
    return client


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def test_the_page_of_a_unit_shows_tree_officers_units_below_and_history(chair: Client, federation: Federation) -> None:
    page = text(chair, f"/don-vi/{federation.ba_tri.pk}/")
    for words in ("Văn phòng và các ban", "Nguyễn Hữu Nghĩa", "CĐCS xã An Thủy", "Lịch sử tổ chức", "Sắp xếp tổ chức"):
        assert words in page


@pytest.mark.parametrize("tab", ["", "can-bo/", "truc-thuoc/", "lich-su/"])
def test_a_unit_page_asks_few_questions_however_many_units(
    chair: Client, federation: Federation, django_assert_max_num_queries, tab: str
) -> None:
    for n in range(30):
        make_unit(f"CĐCS số {n}", "grassroots", federation.ba_tri)
    clock.today()
    with django_assert_max_num_queries(15):
        text(chair, f"/don-vi/{federation.ba_tri.pk}/{tab}")


def test_each_tab_of_a_unit_says_in_its_title_which_it_is(chair: Client, federation: Federation) -> None:
    titles = [text(chair, f"/don-vi/{federation.ba_tri.pk}/{tab}").split("<title>")[1] for tab in ("", "can-bo/")]
    assert titles[0].startswith("LĐLĐ huyện Ba Tri")
    assert titles[1].startswith("Cán bộ – LĐLĐ huyện Ba Tri")


def test_nobody_is_led_to_tasks_of_a_unit_that_they_may_not_see(client: Client, federation: Federation) -> None:
    tasks = f"/ke-hoach/don-vi/{federation.ba_tri.pk}/"
    client.force_login(federation["chutich"])
    assert tasks in text(client, f"/don-vi/{federation.ba_tri.pk}/")
    client.force_login(federation["admin"])
    assert tasks not in text(client, f"/don-vi/{federation.ba_tri.pk}/")


def test_a_unit_out_of_sight_is_not_found(client: Client, federation: Federation) -> None:
    client.force_login(federation["batri"])
    assert client.get(f"/don-vi/{federation.cho_lach.pk}/").status_code == 404


def test_the_next_level_of_the_tree_is_loaded_when_unfolded(chair: Client, federation: Federation) -> None:
    assert "CĐCS xã Phú Phụng" in text(chair, f"/don-vi/{federation.cho_lach.pk}/cay/")


def test_a_reorganisation_is_shown_in_numbers_before_it_is_done(chair: Client, federation: Federation) -> None:
    address = f"/don-vi/{federation.an_thuy.pk}/sap-xep/chuyen/"
    asked = {
        "parent": federation.cho_lach.pk,
        "parent_link": "direct",
        "effective_on": "01/03/2023",
        "decision": "1/QĐ",
    }
    assert "đơn vị chuyển về LĐLĐ huyện Chợ Lách" in chair.post(address, asked).content.decode()
    assert Unit.objects.get(pk=federation.an_thuy.pk).parent == federation.ba_tri

    chair.post(address, {**asked, "confirmed": "1"})
    assert Unit.objects.get(pk=federation.an_thuy.pk).parent == federation.cho_lach
    page = text(chair, f"/don-vi/{federation.ba_tri.pk}/truc-thuoc/?ngay=28/02/2023")
    assert "CĐCS xã An Thủy" in page
    assert "Chuyển CĐCS xã An Thủy" in text(chair, f"/don-vi/{federation.ba_tri.pk}/")


def test_what_cannot_be_done_is_said_at_its_field(chair: Client, federation: Federation) -> None:
    asked = {"effective_on": "01/04/2023", "decision": ""}
    answer = chair.post(f"/don-vi/{federation.an_thuy.pk}/sap-xep/ket-thuc/", asked)
    assert answer.status_code == 422
    assert "chưa đến" in answer.content.decode()


@pytest.mark.parametrize("command", ["thanh-lap", "doi-ten", "chuyen", "ket-thuc"])
def test_only_who_manages_units_reorganises(client: Client, federation: Federation, command: str) -> None:
    client.force_login(federation["vanthu"])
    assert client.get(f"/don-vi/{federation.ba_tri.pk}/sap-xep/{command}/").status_code == 403
    client.force_login(federation["chutich"])
    assert client.get(f"/don-vi/{federation.ba_tri.pk}/sap-xep/{command}/").status_code == 200


def test_lists_of_a_unit_are_given_as_a_sheet(chair: Client, federation: Federation) -> None:
    for address in (
        f"don-vi/{federation.ba_tri.pk}/can-bo/",
        f"don-vi/{federation.province.pk}/truc-thuoc/",
        "nguoi-dung/",
    ):
        answer = chair.get(f"/{address}?xuat=xlsx")
        assert b"".join(answer.streaming_content)[:2] == b"PK"


def test_a_person_is_invited_with_a_post_and_gets_a_mail(chair: Client, federation: Federation) -> None:
    answer = chair.post(
        "/nguoi-dung/moi/",
        {
            "full_name": "Lê Tấn Phát",
            "username": "LeTanPhat",
            "email": "phat@example.vn",
            "phone": "",
            "unit": federation.ba_tri.pk,
            "role": Role.SPECIALIST,
            "title": "Chuyên viên",
            "duty": "Chính sách",
            "starts_on": "01/03/2023",
            "decision": "",
        },
    )
    person = User.objects.get(username="letanphat")
    assert answer.headers["Location"] == f"/nguoi-dung/{person.pk}/"
    send_waiting()
    assert mail.outbox[-1].to == ["phat@example.vn"]
    page = text(chair, f"/nguoi-dung/{person.pk}/")
    assert "Chờ đặt mật khẩu" in page
    assert "/tai-khoan/mat-khau/moi/" in page


def test_nobody_invites_into_a_unit_of_others(client: Client, federation: Federation) -> None:
    client.force_login(federation["batri"])
    asked = {"full_name": "Ai", "username": "ai", "unit": federation.cho_lach.pk, "role": "clerk", "title": "Văn thư"}
    page = client.post("/nguoi-dung/moi/", {**asked, "starts_on": "01/03/2023"})
    assert "trong danh sách gợi ý" in page.content.decode()
    client.force_login(federation["vanthu"])
    assert client.get("/nguoi-dung/moi/").status_code == 403
    assert not User.objects.filter(username="ai").exists()


def test_a_locked_account_is_signed_out_and_may_be_reopened(chair: Client, federation: Federation) -> None:
    other = Client()
    other.post("/tai-khoan/dang-nhap/", {"login": "batri", "password": "mat-khau-dai-2023"})
    chair.post(f"/nguoi-dung/{federation['batri'].pk}/khoa/")
    assert other.get("/tai-khoan/").status_code == 302
    chair.post(f"/nguoi-dung/{federation['batri'].pk}/mo-lai/")
    assert federation["batri"].is_active


def test_a_district_locks_nobody_of_the_province(client: Client, federation: Federation) -> None:
    client.force_login(federation["batri"])
    assert client.post(f"/nguoi-dung/{federation['chutich'].pk}/khoa/").status_code == 404


def test_people_are_listed_found_and_filtered(
    chair: Client, federation: Federation, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(12):
        page = text(chair, "/nguoi-dung/?q=nghia")
    assert "Nguyễn Hữu Nghĩa" in page
    assert "Lê Hoàng Nam" not in page
    assert "Bỏ bộ lọc" in text(chair, "/nguoi-dung/?q=khong+co+ai")
    assert "Đỗ Thị Cẩm Tú" in text(chair, "/nguoi-dung/?vai_tro=specialist")


def test_a_post_is_given_ended_and_delegated_on_its_pages(chair: Client, federation: Federation) -> None:
    chair.post(
        f"/don-vi/{federation.outreach.pk}/giao-chuc-vu/",
        {"user": federation["coso"].pk, "role": "department_head", "title": "Trưởng ban", "starts_on": "01/03/2023"},
    )
    post = Post.objects.get(unit=federation.outreach)
    chair.post(
        f"/don-vi/chuc-vu/{post.pk}/uy-quyen/",
        {"to": federation["batri"].pk, "starts_on": "02/03/2023", "ends_on": "31/03/2023"},
    )
    assert post.delegations.get().user == federation["batri"]
    chair.post(f"/don-vi/chuc-vu/{post.pk}/thoi-giu/", {"ends_on": "10/03/2023"})
    post.refresh_from_db()
    assert f"{post.ends_on:%d/%m/%Y}" == "10/03/2023"


def test_the_page_says_why_somebody_may_do_something(chair: Client, federation: Federation) -> None:
    address = f"/he-thong/vi-sao/?nguoi={federation['truongban'].pk}&viec=tasks.confirm&don_vi="
    assert "Trưởng Ban Tổ chức" in text(chair, f"{address}{federation.organisation.pk}")
    assert "không được" in text(chair, f"{address}{federation.finance.pk}")


def test_no_role_is_chosen_before_somebody_chooses_one(chair: Client, federation: Federation) -> None:
    for address in ("/nguoi-dung/moi/", f"/don-vi/{federation.ba_tri.pk}/giao-chuc-vu/"):
        assert '<option value="" selected>Chọn vai trò</option>' in text(chair, address)


def test_the_table_of_roles_is_the_one_of_the_code(chair: Client, federation: Federation) -> None:
    page = text(chair, "/he-thong/vai-tro/")
    assert "Ban hành kế hoạch" in page
    assert "Cán bộ công đoàn cơ sở" in page


def test_search_finds_units_and_people(federation: Federation) -> None:
    units, people = finders["organisation.units"], finders["organisation.people"]
    assert [found.title for found in units.find(federation["chutich"], "ba tri", 3)][:1] == ["LĐLĐ huyện Ba Tri"]
    assert [found.title for found in people.find(federation["chutich"], "cam tu", 3)] == ["Đỗ Thị Cẩm Tú"]


def test_a_past_day_stays_while_one_walks_the_tree(chair: Client, federation: Federation) -> None:
    asked = {"parent": federation.cho_lach.pk, "parent_link": "direct", "effective_on": "01/03/2023", "confirmed": "1"}
    chair.post(f"/don-vi/{federation.an_thuy.pk}/sap-xep/chuyen/", asked)
    before, now = f"/don-vi/{federation.ba_tri.pk}/?ngay=28/02/2023", f"/don-vi/{federation.ba_tri.pk}/"
    page = text(chair, before)
    assert f'href="/don-vi/{federation.an_thuy.pk}/?ngay=28/02/2023"' in page
    assert f'href="/don-vi/{federation.ba_tri.pk}/can-bo/?ngay=28/02/2023"' in page
    assert "Cơ cấu ngày 28/02/2023" in page
    assert f'href="/don-vi/{federation.an_thuy.pk}/' not in text(chair, now)
    below = text(chair, f"/don-vi/{federation.ba_tri.pk}/cay/?ngay=28/02/2023")
    assert "CĐCS xã An Thủy" in below
    assert "CĐCS xã An Thủy" not in text(chair, f"/don-vi/{federation.ba_tri.pk}/cay/")
    assert "?ngay" not in text(chair, f"/don-vi/{federation.cho_lach.pk}/cay/")
    found = chair.get(f"/don-vi/?don_vi={federation.ba_tri.pk}&ngay=28/02/2023")
    assert found.headers["Location"] == before


def test_objects_out_of_sight_are_not_found(client: Client, federation: Federation) -> None:
    post = Post.objects.get(user=federation["cholach"])
    client.force_login(federation["batri"])
    for address in (
        f"/don-vi/chuc-vu/{post.pk}/thoi-giu/",
        f"/don-vi/chuc-vu/{post.pk}/uy-quyen/",
        f"/don-vi/chuc-vu/{post.pk}/lich-su/",
        f"/don-vi/{federation.cho_lach.pk}/giao-chuc-vu/",
        f"/don-vi/{federation.cho_lach.pk}/lien-he/",
        f"/don-vi/{federation.cho_lach.pk}/lich-su/",
        f"/nguoi-dung/{federation['cholach'].pk}/",
    ):
        assert client.get(address).status_code == 404, address


def test_forms_take_no_unit_and_no_person_out_of_sight(client: Client, federation: Federation) -> None:
    client.force_login(federation["batri"])
    own, foreign = federation.an_thuy.pk, federation.cho_lach.pk
    stranger = federation["cholach"].pk
    moved = client.post(
        f"/don-vi/{own}/sap-xep/chuyen/", {"parent": foreign, "parent_link": "direct", "effective_on": "01/03/2023"}
    )
    asked = {"user": stranger, "role": Role.READER, "title": "Người xem", "starts_on": "01/03/2023"}
    given = client.post(f"/don-vi/{own}/giao-chuc-vu/", asked)
    why = client.get(f"/he-thong/vi-sao/?nguoi={stranger}&viec=plans.approve&don_vi={own}")
    assert (moved.status_code, given.status_code) == (422, 422)
    for answer in (moved, given, why):
        assert "Lê Minh Chánh" not in answer.content.decode()
        assert "LĐLĐ huyện Chợ Lách" not in answer.content.decode()


def test_a_wrong_number_in_an_address_is_no_fault_of_the_program(chair: Client, federation: Federation) -> None:
    assert chair.get("/nguoi-dung/moi/?don_vi=abc").status_code == 200
    assert chair.post("/don-vi/chuc-vu/doi/", {"post": "abc"}).status_code == 404


def test_changing_the_post_leads_nowhere_outside(chair: Client, federation: Federation) -> None:
    post = Post.objects.get(user=federation["chutich"])
    answer = chair.post("/don-vi/chuc-vu/doi/", {"post": post.pk, "next": "https://example.com/"})
    assert answer.headers["Location"] == "/"


def test_a_forgotten_password_is_helped_by_who_manages_the_person(chair: Client, federation: Federation) -> None:
    person = federation["batri"]
    assert "Gửi liên kết đặt lại mật khẩu" in text(chair, f"/nguoi-dung/{person.pk}/")
    chair.post(f"/nguoi-dung/{person.pk}/moi-lai/")
    send_waiting()
    assert mail.outbox[-1].to == ["batri@example.vn"]
    assert "đặt lại mật khẩu" in str(mail.outbox[-1].body)


def test_the_history_of_a_post_says_who_changed_what_from_where(chair: Client, federation: Federation) -> None:
    post = Post.objects.get(user=federation["batri"])
    answer = chair.post(f"/don-vi/chuc-vu/{post.pk}/thoi-giu/", {"ends_on": "31/03/2023"}, REMOTE_ADDR="10.1.2.3")
    page = text(chair, f"/don-vi/chuc-vu/{post.pk}/lich-su/")
    for words in (
        "Nguyễn Phúc Linh",
        f"/don-vi/chuc-vu/{post.pk}/thoi-giu/",
        "từ 10.1.2.3",
        f"số yêu cầu {answer.headers['X-Request-Number']}",
        "<del>–</del> → <ins>31/03/2023</ins>",
    ):
        assert words in page
    assert f"/don-vi/chuc-vu/{post.pk}/lich-su/" in text(chair, f"/nguoi-dung/{post.user_id}/")


@pytest.mark.parametrize(("proxies", "address"), [(0, "10.0.0.1"), (1, "203.0.113.9"), (2, "198.51.100.7")])
def test_behind_proxies_the_history_names_the_browser_and_never_what_it_made_up(
    chair: Client, federation: Federation, settings, proxies: int, address: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    chair.post(
        f"/don-vi/{federation.ba_tri.pk}/lien-he/",
        {"phone": "0275 385 0001"},
        REMOTE_ADDR="10.0.0.1",
        headers={"X-Forwarded-For": "1.2.3.4, 198.51.100.7, 203.0.113.9"},
    )
    assert f"từ {address} ·" in text(chair, f"/don-vi/{federation.ba_tri.pk}/lich-su/")
