"""Designing a form: what is refused, in which words, and what happens to a form in use."""

import pytest

from congdoan.core.errors import Conflict, Invalid, NotAllowed
from congdoan.reporting.models import FormState
from congdoan.reporting.services.forms import begin_version, create_form, take_into_use
from congdoan.reporting.services.items import ItemFacts, add_item, change_item, move_item, remove_item
from congdoan.reporting.services.sections import remove_section
from tests.reporting.factories import asked, draft_form, form_in_use
from tests.world import Federation


def test_a_clerk_makes_a_form_of_the_organ_and_a_reader_may_not(federation: Federation) -> None:
    form = create_form(
        unit=federation.office,
        by=federation["vanthu"],
        name="Báo cáo tháng",
        every="monthly",
        filled_by="district",
        due_days=2,
    )
    assert form.unit == federation.province
    with pytest.raises(NotAllowed):
        draft = {"name": "Khác", "every": "monthly", "filled_by": "district", "due_days": 2}
        create_form(unit=federation.province, by=federation["ubkt"], **draft)
    with pytest.raises(Invalid, match="Đã có mẫu tên này"):
        create_form(
            unit=federation.province,
            by=federation["chutich"],
            name="báo cáo  tháng",
            every="monthly",
            filled_by="district",
            due_days=2,
        )


@pytest.mark.parametrize(
    ("formula", "said"),
    [("C1 + C99", "không có số liệu C99"), ("C8 + 1", "từ chính nó"), ("C1 / 0", "chia cho 0"), ("C1 +", "chưa hết")],
)
def test_a_wrong_formula_is_said_at_its_field(federation: Federation, formula: str, said: str) -> None:
    form = draft_form(federation)
    first = form.sections.all()[0]
    with pytest.raises(Invalid, match=said) as refused:
        add_item(
            form_id=form.pk,
            section_id=first.pk,
            by=federation["chuyenvien"],
            kind="figure",
            facts=ItemFacts(label="Sai", formula=formula),
        )
    assert refused.value.field == "formula"


def test_a_circle_over_two_formulas_is_found_when_it_is_closed(federation: Federation) -> None:
    form, by = draft_form(federation), federation["chuyenvien"]
    share = form.items.get(code="C3")
    added = add_item(
        form_id=form.pk, section_id=share.section_id, by=by, kind="figure", facts=ItemFacts(label="Hai", formula="C3*2")
    )
    with pytest.raises(Invalid, match="C3 → C8 → C3"):
        change_item(
            form_id=form.pk,
            item_id=share.pk,
            by=by,
            section_id=share.section_id,
            facts=ItemFacts(label=share.label, formula=f"{added.code} / 2"),
        )


def test_items_move_and_what_a_formula_names_stays(federation: Federation) -> None:
    form, by = draft_form(federation), federation["chuyenvien"]
    given = form.items.get(code="C1")
    move_item(form_id=form.pk, item_id=given.pk, by=by, way="down")
    assert [item.code for item in given.section.items.order_by("order")][:2] == ["C2", "C1"]
    with pytest.raises(Conflict, match="C1 đang dùng trong: C3 Tỷ lệ xong"):
        remove_item(form_id=form.pk, item_id=given.pk, by=by)
    with pytest.raises(Conflict, match="còn 6 nội dung"):
        remove_section(form_id=form.pk, section_id=given.section_id, by=by)


def test_a_form_in_use_is_changed_as_a_new_version_and_asked_reports_keep_theirs(federation: Federation) -> None:
    form, by = form_in_use(federation), federation["chuyenvien"]
    request = asked(federation, form)
    typed = form.items.get(code="C4")
    with pytest.raises(Conflict, match="Đang dùng"):
        remove_item(form_id=form.pk, item_id=typed.pk, by=by)
    draft = begin_version(form_id=form.pk, by=by)
    assert begin_version(form_id=form.pk, by=federation["vanthu"]) == draft
    remove_item(form_id=draft.pk, item_id=draft.items.get(code="C4").pk, by=by)
    take_into_use(form_id=draft.pk, by=by)
    form.refresh_from_db()
    assert (form.state, form.version, draft.version) == (FormState.OLD, 1, 2)
    assert request.form.items.filter(code="C4").exists()
    assert [item.code for item in draft.items.order_by("pk")] == ["C1", "C2", "C3", "C5", "C6", "C7"]


def test_a_form_without_anything_to_fill_in_is_not_taken_into_use(federation: Federation) -> None:
    by = federation["chuyenvien"]
    empty = create_form(unit=federation.province, by=by, name="Trống", every="once", filled_by="district", due_days=0)
    with pytest.raises(Invalid, match="chưa có nội dung"):
        take_into_use(form_id=empty.pk, by=by)
