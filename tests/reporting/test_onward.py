"""A report goes onward: the superior's form asks units below, and what they sent is the unit's own answer."""

from datetime import date

import pytest
from django.test import Client

from congdoan.accounts.models import User
from congdoan.core.errors import Conflict, NotAllowed, NotFound
from congdoan.reporting.models import Report, ReportForm, ReportRequest, ReportValue
from congdoan.reporting.queries.onward import answer_of
from congdoan.reporting.queries.report_page import filled
from congdoan.reporting.services.ask import ask_for_report
from congdoan.reporting.services.forms import begin_version, take_into_use
from congdoan.reporting.services.onward import compose_answer, pass_on
from congdoan.reporting.services.send import return_report, sign_and_send
from congdoan.reporting.services.write import save_value
from tests.reporting.factories import ENDS, item_id
from tests.reporting.onward import DAYS, send
from tests.world import Federation


def _values(report: Report) -> dict[str, ReportValue]:
    return {one.item.code: one for one in ReportValue.objects.filter(report=report).select_related("item")}


def test_the_form_for_units_below_asks_the_same_under_the_same_codes_and_is_made_once(
    federation: Federation, owed: Report
) -> None:
    by = federation["chuyenvien"]
    form = pass_on(report_id=owed.pk, by=by)
    assert (form.unit, form.filled_by, form.answers) == (federation.province, "district", owed.request.form)
    codes = list(form.items.values_list("code", "label", "source"))
    assert codes == list(owed.request.form.items.values_list("code", "label", "source"))
    assert pass_on(report_id=owed.pk, by=by) == form
    take_into_use(form_id=form.pk, by=by)
    assert begin_version(form_id=form.pk, by=by).answers == owed.request.form
    with pytest.raises(NotAllowed):
        pass_on(report_id=owed.pk, by=federation["ubkt"])


def test_what_units_sent_becomes_the_answer_which_is_signed_and_sent_as_any_other(
    federation: Federation, owed: Report, below: ReportRequest
) -> None:
    send(below, federation, "cholach", 15, "Mở hai lớp", [])
    done = compose_answer(request_id=below.pk, by=federation["chuyenvien"])
    assert (done.report, done.units, done.taken, done.kept) == (owed, 2, 4, 0)
    values = _values(owed)
    assert values["C1"].figure == 55
    assert values["C2"].text == "LĐLĐ huyện Ba Tri:\nĐã tập huấn\n\nLĐLĐ huyện Chợ Lách:\nMở hai lớp"
    assert values["C3"].rows == [["Góc đọc sách (LĐLĐ huyện Ba Tri)", "Ba Tri"]]
    assert {one.composed_from for one in values.values()} == {below}
    assert "2 đơn vị" in values["C4"].note
    assert not filled(owed).problems
    sent = sign_and_send(report_id=owed.pk, by=federation["chutich"])
    assert sent.sent_version == 1
    returned = return_report(report_id=owed.pk, by=_tld(), note="Xem lại")
    assert {one.composed_from for one in ReportValue.objects.filter(report=returned, version=2)} == {below}


def test_what_somebody_typed_stays_and_the_rest_follows_what_is_sent_later(
    federation: Federation, owed: Report, below: ReportRequest
) -> None:
    by = federation["chuyenvien"]
    compose_answer(request_id=below.pk, by=by)
    save_value(report_id=owed.pk, item_id=item_id(owed, "C2"), by=by, text="Cả tỉnh làm tốt")
    send(below, federation, "cholach", 15, "Mở hai lớp", [])
    done = compose_answer(request_id=below.pk, by=by)
    values = _values(owed)
    assert (done.kept, values["C1"].figure, values["C2"].text) == (1, 55, "Cả tỉnh làm tốt")
    assert values["C2"].composed_from is None


def test_nothing_is_composed_before_anybody_has_sent_for_other_days_or_after_sending(
    federation: Federation, owed: Report, below: ReportRequest
) -> None:
    by = federation["chuyenvien"]
    other = {**DAYS, "name": "Quý II/2023", "starts_on": date(2023, 3, 15), "ends_on": date(2023, 6, 14)}
    later = ask_for_report(form_id=below.form_id, by=by, **other | {"due": date(2023, 6, 19)})
    assert answer_of(later) is None
    with pytest.raises(Conflict, match="cùng kỳ"):
        compose_answer(request_id=later.pk, by=by)
    Report.objects.filter(request=below).update(state="draft", sent_version=None, sent_on=None)
    with pytest.raises(Conflict, match="Chưa đơn vị nào gửi"):
        compose_answer(request_id=below.pk, by=by)
    with pytest.raises(NotFound):
        compose_answer(request_id=below.pk, by=federation["batri"])


def test_the_pages_lead_from_the_superiors_question_to_units_below_and_back(
    client: Client, federation: Federation, owed: Report
) -> None:
    client.force_login(federation["chuyenvien"])
    assert "Hỏi cấp dưới theo mẫu này" in client.get(f"/bao-cao/{owed.pk}/").content.decode()
    client.post(f"/bao-cao/{owed.pk}/hoi-cap-duoi/")
    form = ReportForm.objects.get(unit=federation.province)
    client.post(f"/bao-cao/mau/{form.pk}/dua-vao-dung/")
    page = client.get(f"/bao-cao/mau/{form.pk}/yeu-cau/")
    assert page.context["form"].initial["ends_on"] == ENDS
    client.post(f"/bao-cao/mau/{form.pk}/yeu-cau/", {**DAYS, **_typed(DAYS)})
    below = ReportRequest.objects.get(form=form)
    send(below, federation, "batri", 40, "Đã tập huấn", [])
    assert "Đưa vào báo cáo gửi" in client.get(f"/bao-cao/yeu-cau/{below.pk}/").content.decode()
    assert client.post(f"/bao-cao/yeu-cau/{below.pk}/tong-hop/")["Location"] == f"/bao-cao/{owed.pk}/"
    assert "Tổng hợp từ báo cáo của các đơn vị" in client.get(f"/bao-cao/{owed.pk}/").content.decode()


def test_a_superior_reads_a_report_only_once_it_is_sent_and_then_what_was_sent(
    client: Client, federation: Federation, below: ReportRequest
) -> None:
    draft = below.reports.get(unit=federation.cho_lach)
    client.force_login(federation["chutich"])
    units = client.get(f"/bao-cao/yeu-cau/{below.pk}/don-vi/").content.decode()
    assert "Đang lập" in units
    assert f"/bao-cao/{draft.pk}/" not in units
    for page in ("", "pdf/", "word/", f"noi-dung/{item_id(draft, 'C4')}/nguon/"):
        assert client.get(f"/bao-cao/{draft.pk}/{page}").status_code == 404
    assert "Cấp trên đọc được từ lúc đơn vị ký gửi." in client.get(f"/bao-cao/{draft.pk}/").content.decode()
    with pytest.raises(NotFound):
        save_value(report_id=draft.pk, item_id=item_id(draft, "C2"), by=federation["chutich"], text="Viết thay")
    sent = below.reports.get(unit=federation.ba_tri)
    return_report(report_id=sent.pk, by=federation["chutich"], note="Xem lại")
    save_value(report_id=sent.pk, item_id=item_id(sent, "C2"), by=federation["batri"], text="Bản đang sửa")
    for address in (f"/bao-cao/{sent.pk}/", f"/bao-cao/{sent.pk}/?lan=2"):
        shown = client.get(address).content.decode()
        assert "Đã tập huấn" in shown
        assert "Bản đang sửa" not in shown


def _tld() -> User:
    return User.objects.get(username="tld")


def _typed(days: dict[str, object]) -> dict[str, str]:
    return {name: f"{day:%d/%m/%Y}" for name, day in days.items() if isinstance(day, date)}
