"""The pages on corrections and learned rules: what they show, to whom, and what they give out."""

import io
import tomllib
import zipfile
from pathlib import Path

import pytest

from congdoan.core.audit.history import history_of
from congdoan.documents.models import DocumentType
from congdoan.documents.reading.evaluation.answers import load_answers
from congdoan.organisation.models import UnitAlias
from congdoan.plans.exports.case import to_toml
from congdoan.plans.models import Plan, SectionHabit
from tests.plans.learning import led_by, named
from tests.world import Federation

OVERVIEW, CORRECTIONS, RULES = "/he-thong/ban-doc/", "/he-thong/ban-doc/cho-sua/", "/he-thong/quy-tac-doc/"


@pytest.fixture
def plan(federation: Federation) -> Plan:
    return led_by(federation, federation.policy, symbol="01/KH-LĐLĐ")


def words(response) -> str:
    return response.content.decode()


def content(response) -> bytes:
    return b"".join(response.streaming_content)


def test_the_overview_says_how_often_each_stage_is_corrected(plan, as_user):
    page = as_user("admin").get(OVERVIEW)
    assignment = next(one for one in page.context["stages"] if one.key == "assignment")
    assert (assignment.papers, assignment.values, assignment.corrected) == (1, 7, 2)
    assert "28,6%" in words(page)
    [kind] = page.context["types"]
    assert (kind.name, kind.papers) == ("Kế hoạch", 1)
    assert [month.name for month in page.context["months"]] == ["03/2023"]


def test_the_overview_narrows_by_kind_and_period(plan, as_user):
    admin = as_user("admin")
    assert "Cải cách hành chính" in words(admin.get(f"{OVERVIEW}?loai={DocumentType.PLAN}&tu=01/03/2023"))
    for nothing in ("loai=QĐ", "tu=16/03/2023", "den=14/03/2023"):
        assert "Không có bản đọc nào khớp bộ lọc" in words(admin.get(f"{OVERVIEW}?{nothing}"))


def test_pages_without_anything_say_so(federation, as_user):
    admin = as_user("admin")
    assert "Chưa có bản đọc nào được rà soát" in words(admin.get(OVERVIEW))
    assert "Chưa có chỗ nào được sửa" in words(admin.get(CORRECTIONS))
    assert "Chưa học được tên gọi nào" in words(admin.get(RULES))


def test_corrections_lead_to_their_paper_and_the_paper_lists_them(plan, as_user):
    admin = as_user("admin")
    listed = words(admin.get(f"{CORRECTIONS}?khau=assignment"))
    assert f"/he-thong/ban-doc/{plan.pk}/" in listed
    assert "Nguyễn Thị Ngọc Hân" in listed
    paper = words(admin.get(f"{OVERVIEW}{plan.pk}/"))
    assert "Ban Chính sách – Pháp luật" in paper
    assert "Không có chỗ sửa nào khớp bộ lọc" in words(admin.get(f"{CORRECTIONS}?khau=due"))


@pytest.mark.parametrize("page", [OVERVIEW, CORRECTIONS, RULES])
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_every_list_is_given_as_a_sheet(page, kind, plan, federation, as_user):
    named(federation)
    sheet = as_user("admin").get(f"{page}?xuat={kind}")
    assert sheet.status_code == 200
    given = content(sheet)
    if kind == "csv":
        expected = {OVERVIEW: "Phân công", CORRECTIONS: "Ban Chính sách – Pháp luật", RULES: "Ban Dân vận"}
        assert expected[page] in given.decode()


@pytest.mark.parametrize("page", [OVERVIEW, CORRECTIONS, RULES, f"{RULES}?nhom=muc"])
def test_a_page_asks_a_fixed_number_of_queries(page, federation, as_user, django_assert_max_num_queries):
    named(federation)
    for _ in range(6):
        led_by(federation, federation.policy)
    admin = as_user("admin")
    with django_assert_max_num_queries(12):
        assert admin.get(page).status_code == 200


def test_only_those_with_the_right_see_corrections_and_only_of_their_units(plan, as_user):
    for username in ("chuyenvien", "chutich", "batri", "coso"):
        assert as_user(username).get(OVERVIEW).status_code == 403
        for address in (f"{OVERVIEW}{plan.pk}/", f"{OVERVIEW}{plan.pk}/ban-mau.zip"):
            assert as_user(username).get(address).status_code == 404


def test_a_corrected_reading_is_given_out_as_a_case_that_the_measures_take(plan, as_user, tmp_path: Path, federation):
    answer = as_user("admin").get(f"{OVERVIEW}{plan.pk}/ban-mau.zip")
    with zipfile.ZipFile(io.BytesIO(content(answer))) as case:
        names = case.namelist()
        case.extractall(tmp_path)
        everything = b"".join(case.read(name) for name in names).decode()
    stem = "ke-hoach-cai-cach-hanh-chinh-den-nam-2025"
    assert names == [f"{stem}.toml", f"{stem}.txt"]
    answers = load_answers(tmp_path / f"{stem}.toml")
    assert len(answers.tasks) == 5
    assert answers.tasks[1]["lead"] == ["Ban Chính sách – Pháp luật"]
    assert answers.tasks[2]["due"] == "2023-06-30"
    assert answers.header["symbol"] is None
    assert not any(person.full_name in everything for person in federation.people.values())
    assert (tmp_path / f"{stem}.txt").read_text("utf-8") == plan.reading.text


def test_any_words_survive_the_form_of_a_case() -> None:
    strange = 'Dấu "nháy", \\ gạch, \x7f và\nxuống dòng'
    answers = {"header": {"subject": strange}, "citations": [], "targets": [], "tasks": [{"text": strange}]}
    back = tomllib.loads(to_toml(answers, title=strange))
    assert back["header"]["subject"] == back["tasks"][0]["text"] == back["title"] == strange


def test_the_list_of_rules_says_where_each_comes_from(federation, as_user):
    named(federation)
    for number in ("01", "02"):
        led_by(federation, federation.policy, symbol=f"{number}/KH-LĐLĐ")
    head = as_user("truongban")
    names = words(head.get(RULES))
    assert "Ban Dân vận" in names
    assert "Ban Tuyên giáo" in names
    habits = words(head.get(f"{RULES}?nhom=muc"))
    assert "Góp ý văn bản" in habits
    assert "01/KH-LĐLĐ" in habits
    assert "02/KH-LĐLĐ" in habits


def test_a_rule_is_revoked_and_comes_back(federation, as_user):
    named(federation)
    alias, head = UnitAlias.objects.get(), as_user("truongban")
    page = head.post(f"{RULES}ten/{alias.pk}/bo/", follow=True)
    assert "Đã bỏ quy tắc “Ban Dân vận” là Ban Tuyên giáo" in words(page)
    assert "Khôi phục" in words(page)
    assert "Lê Hoàng Nam" in words(head.get(f"{RULES}?tinh_trang=bo"))
    head.post(f"{RULES}ten/{alias.pk}/khoi-phuc/")
    alias.refresh_from_db()
    assert alias.revoked_at is None


def test_revoking_a_rule_is_in_the_history_with_who_did_it(federation, as_user):
    for _ in range(2):
        led_by(federation, federation.policy)
    habit = SectionHabit.objects.get(topic="gop y van ban")
    as_user("truongban").post(f"{RULES}muc/{habit.pk}/bo/")
    habit.refresh_from_db()
    assert any(entry.who == "Lê Hoàng Nam" for entry in history_of(habit))


def test_who_drafts_sees_the_rules_but_does_not_revoke_them(federation, as_user):
    named(federation)
    alias, specialist = UnitAlias.objects.get(), as_user("chuyenvien")
    page = words(specialist.get(RULES))
    assert "Ban Dân vận" in page
    assert "Bỏ quy tắc" not in page
    assert specialist.post(f"{RULES}ten/{alias.pk}/bo/").status_code == 404


def test_rules_of_other_units_are_not_there(federation, as_user):
    named(federation)
    alias, other = UnitAlias.objects.get(), as_user("batri")
    assert "Ban Dân vận" not in words(other.get(RULES))
    assert other.post(f"{RULES}ten/{alias.pk}/bo/").status_code == 404
    assert other.post(f"{RULES}khac/{alias.pk}/bo/").status_code == 404
