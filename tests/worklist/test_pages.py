"""The list of work, the notices, the choices and the link that stops mails."""

import re
from datetime import date, timedelta
from io import BytesIO

from openpyxl import load_workbook

from congdoan.worklist.models import Notice, NoticeChoice
from congdoan.worklist.queries import selections
from congdoan.worklist.services.notices import tell
from congdoan.worklist.templatetags.work import whole_symbols
from congdoan.worklist.unsubscribing import unsubscribe_url
from tests.worklist.work import give

TODAY = date(2023, 3, 15)
DAY = timedelta(days=1)


def listed(client, query):
    answer = client.get(f"/viec/?{query}")
    return [row.title for row in answer.context["listing"].rows]


def test_the_list_filters_sorts_and_pages(client, federation, django_assert_max_num_queries):
    for n in range(60):
        give(federation.office, TODAY + n * DAY, title=f"Việc {n:02}", object_id=n, urgent=n == 7)
    client.force_login(federation["chanhvp"])
    client.get("/viec/")
    with django_assert_max_num_queries(12):
        assert listed(client, "")[:2] == ["Việc 00", "Việc 01"]
    assert listed(client, "page=2")[0] == "Việc 50"
    assert listed(client, "xep=-han")[0] == "Việc 59"
    assert listed(client, "q=viec+33") == []
    assert listed(client, "q=33 Việc") == ["Việc 33"]
    assert listed(client, "khan=on") == ["Việc 07"]
    assert len(listed(client, "nhom=tuan-nay")) == 5
    assert listed(client, "nhom=qua-han&loai=test.report") == []


def test_what_the_address_cannot_mean_is_left_out(client, federation):
    give(federation.office)
    client.force_login(federation["chanhvp"])
    assert len(listed(client, "xem=x&nhom=x&loai=x&xep=x&page=x")) == 1


def test_the_list_exports_what_the_filter_shows(client, federation):
    give(federation.office, TODAY, title="Có")
    give(federation.office, TODAY + 30 * DAY, title="Không")
    client.force_login(federation["chanhvp"])
    content = b"".join(client.get("/viec/?nhom=tuan-nay&xuat=xlsx").streaming_content)
    cells = [cell for row in load_workbook(BytesIO(content)).active.iter_rows(values_only=True) for cell in row]
    assert "Có" in cells and "Không" not in cells and "Hạn: Tuần này" in cells


def test_a_very_long_list_keeps_to_the_order_that_is_quick(client, federation, monkeypatch):
    monkeypatch.setattr("congdoan.worklist.listing.MOST_LISTED", 3)
    for n in range(5):
        give(federation.office, TODAY - n * DAY, title=str(n), object_id=n)
    client.force_login(federation["chanhvp"])
    assert selections.MOST_LISTED == 2_000
    assert listed(client, "xep=ten") == ["4", "3", "2"]
    assert "Có hơn 2.000 việc" in client.get("/viec/").content.decode()


def test_an_item_leads_to_where_it_is_dealt_with(client, federation):
    item = give(federation.office, object_id=77)
    client.force_login(federation["chanhvp"])
    assert client.get(f"/viec/{item.pk}/").url == "/nhiem-vu/77/"
    assert client.get("/viec/999999/").status_code == 404


def test_a_page_shows_at_once_how_many_notices_are_new(client, federation):
    user = federation["coso"]
    client.force_login(user)
    places = ("cd-count-badge", "cd-nav-count cd-notices-elsewhere", "cd-tabbar-badge cd-notices-elsewhere")
    for told, words in ((0, ""), (1, "1"), (100, "99+")):
        for number in range(told):
            tell([user], "x", "Một", "/", f"{told}.{number}")
        page = client.get("/viec/").content.decode()
        assert all(re.search(rf'<span class="{place}"[^>]*>{re.escape(words)}</span>', page) for place in places)


def test_the_count_in_the_top_bar_is_one_question(client, federation, django_assert_num_queries):
    user = federation["coso"]
    tell([user], "x", "Một", "/", "1")
    client.force_login(user)
    with django_assert_num_queries(3):  # session, person, count
        assert client.get("/viec/thong-bao/so/").content.startswith(b"1<")
    client.post("/viec/thong-bao/da-doc/")
    assert client.get("/viec/thong-bao/so/").content.startswith(b"<")


def test_opening_a_notice_reads_it_and_nobody_opens_anothers(client, federation):
    tell([federation["coso"]], "x", "Một", "/ke-hoach/1/", "1")
    notice = Notice.objects.get()
    client.force_login(federation["batri"])
    assert client.get(f"/viec/thong-bao/{notice.pk}/").status_code == 404
    client.force_login(federation["coso"])
    assert "Một" in client.get("/viec/thong-bao/").content.decode()
    assert client.get(f"/viec/thong-bao/{notice.pk}/").url == "/ke-hoach/1/"
    assert "Đã đọc hết thông báo" in client.get("/viec/thong-bao/?xem=chua-doc").content.decode()


def test_each_person_chooses_how_to_be_told(client, federation):
    client.force_login(federation["coso"])
    page = client.get("/viec/thong-bao/cach-nhan/").content.decode()
    assert "Việc sắp đến hạn" in page and "coso@example.vn" in page
    sent = {"digest": "weekly", "days_before": "5", "mail_now": "on", "wanted": ["work.soon", "work.due"]}
    assert client.post("/viec/thong-bao/cach-nhan/", sent).status_code == 302
    choice = NoticeChoice.objects.get(user=federation["coso"])
    assert (choice.digest, choice.days_before, choice.mail_now) == ("weekly", 5, True)
    assert {"work.late", "work.escalated"} <= set(choice.muted_kinds)
    assert client.post("/viec/thong-bao/cach-nhan/", {"digest": "x"}).status_code == 422


def test_the_link_in_a_mail_stops_mails_without_signing_in(client, federation):
    address = unsubscribe_url(federation["coso"].pk).removeprefix("http://127.0.0.1:8000")
    assert "Thôi nhận thư" in client.get(address).content.decode()
    assert not NoticeChoice.objects.exists()
    assert "Đã thôi gửi thư" in client.post(address, {"List-Unsubscribe": "One-Click"}).content.decode()
    assert NoticeChoice.objects.get(user=federation["coso"]).digest == "none"
    assert client.get(address[:-4] + "/").status_code == 404


def test_pages_are_for_those_who_have_signed_in(client, db):
    for address in ("/", "/viec/", "/viec/thong-bao/", "/viec/thong-bao/so/", "/tim-kiem/", "/tim-kiem/goi-y/?q=ab"):
        assert client.get(address).status_code == 302


def test_the_symbol_of_a_paper_is_never_broken_and_markup_stays_text():
    assert whole_symbols("Kế hoạch 34/KH-LĐLĐ, <b>") == (
        'Kế hoạch <span class="cd-nowrap">34/KH-LĐLĐ</span>, &lt;b&gt;'
    )
    assert whole_symbols("ngày 14/03 <i>1/2</i>") == (
        'ngày <span class="cd-nowrap">14/03</span> <span class="cd-nowrap">&lt;i&gt;1/2&lt;/i&gt;</span>'
    )
