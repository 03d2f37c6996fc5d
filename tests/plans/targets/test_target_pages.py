"""The pages of targets, as people at different units see and use them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook  # type: ignore[import-untyped]

from congdoan.core import clock
from congdoan.plans.models import AssignmentState, MeasuredTarget, Plan, PlanState, Target, TargetPart, TargetValue
from congdoan.plans.services.targets.define import add_target
from congdoan.plans.services.targets.split import Share, split_part
from tests.plans.factories import give, make_task, make_units_at_once
from tests.plans.targets.conftest import FIELDS, Type, split_whole, value_of
from tests.world import Federation, make_unit

SignIn = Callable[[str], Client]
FORM: dict[str, Any] = {
    **{name: value for name, value in FIELDS.items() if value is not None},
    "starts_on": "01/01/2023",
    "ends_on": "31/12/2023",
}


def page(client: Client, name: str, *args: int, query: str = "") -> str:
    answer = client.get(reverse(f"plans:{name}", args=args) + query)
    assert answer.status_code == 200
    return answer.getvalue().decode()


def test_a_target_is_set_from_the_words_of_the_paper(plan: Plan, as_user: SignIn) -> None:
    stated = Target.objects.create(plan=plan, text="Ít nhất 80% hồ sơ đúng hạn", value=80, unit_text="%")
    client = as_user("chanhvp")
    listed = page(client, "measured", plan.pk)
    assert "chưa theo dõi" in listed and stated.text in listed
    address = reverse("plans:add-measured", args=[plan.pk]) + f"?tu={stated.pk}"
    form = client.get(address).content.decode()
    assert 'value="80"' in form and '<option value="percent" selected>' in form
    sent = {**FORM, "name": "Hồ sơ đúng hạn", "measure": "percent", "counting": "standing", "combining": "sum"}
    refused = client.post(address, sent)
    assert refused.status_code == 422 and "Chọn trung bình." in refused.content.decode()
    client.post(address, {**sent, "combining": "average"})
    assert MeasuredTarget.objects.get().stated == stated
    assert "chưa theo dõi" not in page(client, "measured", plan.pk)


def test_the_list_says_how_far_each_target_is_and_goes_into_a_sheet(
    split: TargetPart, typed: Type, as_user: SignIn
) -> None:
    typed(split.target, "batri", 10)
    client = as_user("chanhvp")
    listed = page(client, "measured", split.target.plan_id)
    assert "25%" in listed and "1/2" in listed
    sheet = client.get(reverse("plans:measured", args=[split.target.plan_id]) + "?xuat=xlsx").getvalue()
    rows = list(load_workbook(BytesIO(sheet)).active.iter_rows(min_row=6, values_only=True))
    assert rows[0][0] == "Lớp tập huấn cán bộ" and rows[0][6] == 10


def test_a_unit_sees_its_own_part_and_none_of_another(split: TargetPart, typed: Type, as_user: SignIn) -> None:
    typed(split.target, "cholach", 3, note="Bí mật của Chợ Lách")
    seen = page(as_user("batri"), "measured-target", split.target_id)
    assert "Ba Tri" in seen and "Chợ Lách" not in seen and "Nhập số" in seen
    other = value_of(split.target, split.parts.get(unit__short_name__contains="Chợ").unit_id)
    for name, number in (("target-value", other.pk), ("split-target", split.pk)):
        assert as_user("batri").get(reverse(f"plans:{name}", args=[number])).status_code == 404
    whole = as_user("batri").get(reverse("plans:measured-target", args=[split.target_id]) + f"?phan={split.pk}")
    assert whole.status_code == 404


def test_a_figure_is_typed_with_a_file_and_shown_above_at_once(
    split: TargetPart, as_user: SignIn, federation: Federation
) -> None:
    value, client = value_of(split.target, federation.ba_tri.pk), as_user("batri.cv")
    address = reverse("plans:target-value", args=[value.pk])
    wrong = client.post(address, {"value": "mười", "note": "Danh sách lớp"})
    assert wrong.status_code == 422
    assert "không phải là số" in wrong.content.decode() and "Danh sách lớp" in wrong.content.decode()
    file = SimpleUploadedFile("danh-sach.txt", b"danh sach")
    sent = client.post(address, {"value": "8", "note": "Danh sách lớp", "seen": "0", "evidence": file}, follow=True)
    assert "Đã ghi số liệu Quý I/2023" in sent.content.decode()
    stored = value.files.get()
    evidence = reverse("plans:target-evidence", args=[value.pk, stored.pk])
    assert as_user("chuyenvien").get(evidence).getvalue() == b"danh sach"
    assert as_user("cholach").get(evidence).status_code == 404
    assert "Đỗ Thị Cẩm Tú" in page(as_user("chuyenvien"), "target-value", value.pk)
    assert "<b>8 lớp</b>" in page(as_user("chuyenvien"), "measured-target", split.target_id)


def test_a_strange_figure_is_sent_again_with_a_reason(
    split: TargetPart, typed: Type, as_user: SignIn, federation: Federation
) -> None:
    typed(split.target, "batri", 2)
    clock.set_today(date(2023, 6, 20))
    value, client = value_of(split.target, federation.ba_tri.pk, 2), as_user("batri")
    address = reverse("plans:target-value", args=[value.pk])
    asked = client.post(address, {"value": "9", "seen": "0"})
    assert asked.status_code == 422 and "hơn 3 lần Quý I/2023" in asked.content.decode()
    client.post(address, {"value": "9", "seen": "0", "reason": "Dồn sang quý II"})
    assert TargetValue.objects.get(pk=value.pk).reason == "Dồn sang quý II"


def test_levels_are_split_on_the_page(target: MeasuredTarget, as_user: SignIn, federation: Federation) -> None:
    client, whole = as_user("chanhvp"), target.parts.get()
    address = reverse("plans:split-target", args=[whole.pk])
    assert "LĐLĐ huyện Ba Tri" in client.get(address).content.decode()
    units = {"cho": federation.cho_lach.pk, "ba": federation.ba_tri.pk}
    hand = {"method": "hand", f"u-{units['ba']}": "on", f"v-{units['ba']}": "30", f"u-{units['cho']}": "on"}
    refused = client.post(address, hand)
    assert refused.status_code == 422 and "Nhập mức giao" in refused.content.decode()
    asked = client.post(address, {**hand, f"v-{units['cho']}": "5"})
    assert "cộng lại là 35" in asked.content.decode() and 'value="30"' in asked.content.decode()
    client.post(address, {"method": "evenly", "kinds": ["district"]})
    assert {part.value for part in whole.parts.all()} == {20}


def test_whoever_splits_second_keeps_what_was_typed(
    target: MeasuredTarget, as_user: SignIn, federation: Federation
) -> None:
    whole = target.parts.get()
    sent = {
        "method": "hand",
        "seen": target.revision,
        f"u-{federation.ba_tri.pk}": "on",
        f"v-{federation.ba_tri.pk}": "40",
    }
    split_whole(target, federation)
    late = as_user("chutich").post(reverse("plans:split-target", args=[whole.pk]), sent)
    assert late.status_code == 409
    assert "Võ Thị Mỹ Duyên vừa đổi" in late.content.decode() and 'value="40"' in late.content.decode()


def test_units_are_shown_beside_units_of_their_kind(
    target: MeasuredTarget, federation: Federation, as_user: SignIn
) -> None:
    whole = target.parts.get()
    shares = [Share(unit.pk, Decimal(10)) for unit in (federation.ba_tri, federation.cho_lach, federation.education)]
    split_part(part_id=whole.pk, by=federation["chanhvp"], shares=shares, sure=True)
    client = as_user("chanhvp")
    seen = page(client, "measured-target", target.pk)
    assert "Ba Tri" in seen and "CĐ ngành Giáo dục" not in seen
    sectors = page(client, "measured-target", target.pk, query="?loai=sector_local")
    assert "CĐ ngành Giáo dục" in sectors and "Ba Tri" not in sectors


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("unit", ["Ba Tri", "Chợ Lách", "Thạnh Phú"]),
        ("-level", ["Thạnh Phú", "Ba Tri", "Chợ Lách"]),
        ("reached", ["Chợ Lách", "Ba Tri", "Thạnh Phú"]),
        ("-reached", ["Ba Tri", "Chợ Lách", "Thạnh Phú"]),
        ("-share", ["Chợ Lách", "Ba Tri", "Thạnh Phú"]),
    ],
)
@pytest.mark.parametrize("counting", ["within", "standing"])
def test_units_stand_in_the_order_of_their_figures_and_their_mean_beside_them(
    set_target: Callable[..., MeasuredTarget],
    federation: Federation,
    as_user: SignIn,
    order: str,
    names: list[str],
    counting: str,
) -> None:
    target = set_target(counting=counting, value=Decimal(60))
    third = make_unit("LĐLĐ huyện Thạnh Phú", "district", federation.province)
    levels = ((federation.ba_tri, 20), (federation.cho_lach, 10), (third, 30))
    shares = [Share(unit.pk, Decimal(level)) for unit, level in levels]
    split_part(part_id=target.parts.get().pk, by=federation["chanhvp"], shares=shares, sure=True)
    for unit, figure in ((federation.ba_tri, 8), (federation.cho_lach, 7)):
        value = value_of(target, unit.pk, 1)
        TargetValue.objects.filter(pk=value.pk).update(value=figure, at=clock.now(), by=federation["batri"], revision=1)
    seen = page(as_user("chanhvp"), "measured-target", target.pk, query=f"?sort={order}")
    table = seen[seen.index("Các đơn vị</h2>") :]
    assert sorted(names, key=table.index) == names
    assert "2/3 đơn vị có số; trung bình 55% mức giao" in table


def test_the_year_before_and_the_base_stand_beside(
    set_target: Callable[..., MeasuredTarget], federation: Federation, as_user: SignIn
) -> None:
    target = set_target(starts_on=date(2022, 1, 1), value=Decimal(80))
    split_whole(target, federation, 50, 30)
    for year, figure in ((2022, 6), (2023, 9)):
        value = value_of(target, federation.ba_tri.pk, 1, year)
        TargetValue.objects.filter(pk=value.pk).update(value=figure, at=clock.now(), by=federation["batri"], revision=1)
    seen = page(as_user("chanhvp"), "measured-target", target.pk)
    assert "Cùng kỳ năm 2022" in seen and "hơn 3" in seen and "Số gốc năm 2022" in seen


def test_a_draft_is_no_matter_of_the_units_below(plan: Plan, federation: Federation, as_user: SignIn) -> None:
    target = add_target(plan_id=plan.pk, by=federation["chanhvp"], fields=FIELDS)
    split_whole(target, federation)
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.IN_REVIEW)
    client = as_user("batri")
    value = value_of(target, federation.ba_tri.pk)
    for name, number in (("measured-target", target.pk), ("target-value", value.pk)):
        assert client.get(reverse(f"plans:{name}", args=[number])).status_code == 404


def test_the_pages_ask_as_much_for_many_units_as_for_few(
    target: MeasuredTarget,
    set_target: Callable[..., MeasuredTarget],
    federation: Federation,
    as_user: SignIn,
    django_assert_max_num_queries: Callable[..., Any],
) -> None:
    ids = make_units_at_once(federation.province, 300)
    whole = target.parts.get()
    shares = [Share(pk, Decimal(1)) for pk in ids]
    split_part(part_id=whole.pk, by=federation["chanhvp"], shares=shares, sure=True)
    client = as_user("chanhvp")
    with django_assert_max_num_queries(24):
        page(client, "measured-target", target.pk, query="?page=2&sort=-reached")
    for number in range(4):
        set_target(name=f"Chỉ tiêu {number}")
    with django_assert_max_num_queries(20):
        page(client, "measured", target.plan_id)


@pytest.mark.parametrize("name", ["change-measured", "target-periods"])
def test_whoever_saves_second_is_told(
    target: MeasuredTarget, as_user: SignIn, federation: Federation, name: str
) -> None:
    shares = {f"share-{one.pk}": "25" for one in target.periods.all()}
    sent = {**(FORM | {"name": "Tên khác"} if name == "change-measured" else shares), "seen": target.revision}
    address = reverse(f"plans:{name}", args=[target.pk])
    assert as_user("chanhvp").post(address, sent).status_code == 302
    late = as_user("chutich").post(address, sent)
    assert late.status_code == 409 and "Võ Thị Mỹ Duyên vừa sửa" in late.content.decode()


def test_the_page_of_a_task_and_of_the_units_work_show_what_is_owed(
    set_target: Callable[..., MeasuredTarget], typed: Type, federation: Federation, as_user: SignIn, plan: Plan
) -> None:
    task = make_task(plan)
    part = give(task, federation.ba_tri, state=AssignmentState.DOING)
    target = set_target(task=task)
    split_whole(target, federation)
    clock.set_today(date(2023, 3, 28))
    work = page(as_user("batri"), "unit-tasks", federation.ba_tri.pk)
    assert "Lớp tập huấn cán bộ, Quý I/2023" in work
    typed(target, "batri", 6)
    assert "Quý I/2023" not in page(as_user("batri"), "unit-tasks", federation.ba_tri.pk)
    assert "<b>6</b> trên 25 lớp" in page(as_user("batri"), "assignment", part.pk)
