"""More habits of offices: parties of an agreement, who is led by whom, days in brackets or at a heading's end."""

from __future__ import annotations

import pytest

from congdoan.documents.reading.reader import read_text

LETTERHEAD = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Công tác năm 2024
"""
CONTENTS = "I. NỘI DUNG\n1. Khảo sát nhu cầu.\n2. Mở lớp.\n3. In tài liệu.\n"
Row = tuple[tuple[str, ...], tuple[str, ...], str]


def _rows(text: str) -> list[Row]:
    return [
        (task.lead, task.cooperating, str(task.due.date or task.due.recurrence) if task.due else "")
        for task in read_text(LETTERHEAD + text).tasks
    ]


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        (
            "II. TỔ CHỨC THỰC HIỆN\n1. Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo Sở Tài chính, Sở Nội vụ chủ trì thực hiện "
            "mục 2.",
            [((), (), ""), (("Sở Tài chính", "Sở Nội vụ"), (), ""), ((), (), "")],
        ),
        (
            "II. TỔ CHỨC THỰC HIỆN\n1. Ban Chính sách chủ trì thực hiện nhiệm vụ 1, nhiệm vụ 3; "
            "phối hợp với Văn phòng.",
            [(("Ban Chính sách",), ("Văn phòng",), ""), ((), (), ""), (("Ban Chính sách",), ("Văn phòng",), "")],
        ),
        (
            "Sở Y tế chủ trì, phối hợp với Sở Tài chính thực hiện mục 2 và 3.",
            [((), (), ""), (("Sở Y tế",), ("Sở Tài chính",), ""), (("Sở Y tế",), ("Sở Tài chính",), "")],
        ),
    ],
)
def test_who_does_what_stands_beside_or_under_it(said: str, rows: list[Row]) -> None:
    assert _rows(CONTENTS + said) == rows


def test_parties_of_an_agreement_are_called_by_their_names() -> None:
    agreement = (
        "BÊN A: LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN\nBÊN B: BỆNH VIỆN ĐA KHOA AN LẠC\n"
        "Điều 1. Trách nhiệm của Bên A\n1. Cung cấp mẫu thẻ đoàn viên.\n"
        "Điều 2. Trách nhiệm của Bên B\n1. Bố trí quầy tiếp nhận riêng cho đoàn viên.\n"
    )
    assert [lead for lead, _, _ in _rows(agreement)] == [
        ("Liên đoàn Lao động tỉnh Long An",),
        ("Bệnh viện Đa khoa An Lạc",),
    ]


def test_a_day_at_the_end_of_a_heading_and_one_in_brackets_are_limits() -> None:
    text = (
        "I. NỘI DUNG\na) Ngày hội thể thao, 06/5/2024\n- Tổ chức giải bóng đá.\nb) Chính sách\n"
        "- Xây dựng chính sách học phí.\n+ Thời gian trình: kỳ họp cuối năm 2024 (trước ngày 10/12/2024).\n"
    )
    assert [due for _, _, due in _rows(text)] == ["2024-05-06", "2024-12-10"]


def test_who_hosts_or_prepares_in_brackets_leads() -> None:
    text = "I. NỘI DUNG\n- Họp khối, ký giao ước thi đua (Công đoàn ngành Giáo dục đăng cai).\n"
    assert _rows(text)[0][0] == ("Công đoàn ngành Giáo dục",)


@pytest.mark.parametrize(
    ("cell", "lead", "cooperating"),
    [
        ("CT: Văn phòng; PH: Ban Tổ chức", ("Văn phòng",), ("Ban Tổ chức",)),
        ("Ban Tổ chức/Ủy ban Kiểm tra", ("Ban Tổ chức", "Ủy ban Kiểm tra"), ()),
        ("Ban Tuyên giáo cùng Nhà Văn hóa Lao động", ("Ban Tuyên giáo",), ("Nhà Văn hóa Lao động",)),
    ],
)
def test_a_cell_tells_in_few_letters_who_leads_and_who_helps(
    cell: str, lead: tuple[str, ...], cooperating: tuple[str, ...]
) -> None:
    text = f"I. NỘI DUNG\n| TT | Nhiệm vụ | Đơn vị thực hiện | Thời hạn |\n| 1 | Tặng quà | {cell} | 31/01 |\n"
    assert _rows(text)[0][:2] == (lead, cooperating)


def test_who_only_helps_in_a_later_clause_has_no_work_of_its_own() -> None:
    text = "II. TỔ CHỨC THỰC HIỆN\n1. Ban Nữ công tổ chức hội thi nấu ăn; Văn phòng hỗ trợ.\n"
    assert [(lead, cooperating) for lead, cooperating, _ in _rows(text)] == [(("Ban Nữ công",), ("Văn phòng",))]


def test_whom_a_body_advises_does_not_lead() -> None:
    text = "I. NỘI DUNG\n1. Chăm lo\n- Tặng quà.\nGiao Ban Chính sách tham mưu Ban Thường vụ thực hiện.\n"
    assert _rows(text)[0][0] == ("Ban Chính sách",)


def test_short_names_of_several_words_are_explained_in_a_list() -> None:
    text = (
        "I. NỘI DUNG\n(Viết tắt: Ban CSPL - Ban Chính sách pháp luật; UBKT - Ủy ban Kiểm tra)\n"
        "1. Tặng quà.\n(Chủ trì: Ban CSPL; phối hợp: UBKT)\n"
    )
    assert (("Ban Chính sách pháp luật",), ("Ủy ban Kiểm tra",), "") in _rows(text)


def test_a_name_with_a_verb_in_it_is_whole_between_do_and_thuc_hien_and_over_its_lines() -> None:
    text = (
        "I. NỘI DUNG\n1. In sổ tay do Trung tâm Thông tin xúc tiến du lịch thực hiện.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Trạm Quản lý bảo vệ rừng số 4\n- Lập sơ đồ tuần tra.\n- Mở sổ theo dõi.\n"
    )
    assert [lead for lead, _, _ in _rows(text)] == [
        ("Trung tâm Thông tin xúc tiến du lịch",),
        ("Trạm Quản lý bảo vệ rừng số 4",),
        ("Trạm Quản lý bảo vệ rừng số 4",),
    ]


def test_each_body_of_a_point_that_states_a_decision_first_leads() -> None:
    text = (
        "I. NỘI DUNG\n1. Về nhà ở: Đồng ý chủ trương tại xã Trà Đa. Ủy ban nhân dân thành phố Pleiku hoàn thành đền bù "
        "trong quý IV/2024; Sở Kế hoạch và Đầu tư tham mưu bổ sung kế hoạch.\n"
    )
    assert _rows(text)[0][0] == ("Ủy ban nhân dân thành phố Pleiku", "Sở Kế hoạch và Đầu tư")


def test_a_person_with_a_degree_has_work_too() -> None:
    text = "II. PHÂN CÔNG\n- CNĐD Lê Thị Mai: chuẩn bị dụng cụ thực hành.\n"
    assert _rows(text)[0][0] == ("CNĐD Lê Thị Mai",)


def test_the_number_of_a_military_hospital_is_no_section() -> None:
    text = "II. TỔ CHỨC THỰC HIỆN\n1. Tổ Hàn 3 chủ trì, phối hợp với Bệnh viện Quân y 103 khám sức khỏe công nhân.\n"
    assert _rows(text)[0][:2] == (("Tổ Hàn 3",), ("Bệnh viện Quân y 103",))


@pytest.mark.parametrize(
    ("work", "helpers"),
    [
        ("Cùng với Hội Chữ thập đỏ tổ chức hiến máu.", ("Hội Chữ thập đỏ",)),
        ("Phối kết hợp cùng Đoàn Thanh niên ra quân dọn vệ sinh.", ("Đoàn Thanh niên",)),
        ("Thứ ba, phối hợp với hiệu trưởng dọn vệ sinh trường lớp.", ("hiệu trưởng",)),
        ("Phối hợp với người sử dụng lao động nâng bữa ăn ca.", ("người sử dụng lao động",)),
    ],
)
def test_work_may_begin_with_whom_it_is_done(work: str, helpers: tuple[str, ...]) -> None:
    assert _rows(f"I. NỘI DUNG\n1. {work}\n")[0][1] == helpers


def test_examples_in_brackets_lead_nothing_and_who_leads_together_with_others_has_help() -> None:
    text = (
        "I. NỘI DUNG\n1. Đôn đốc các đơn vị có tỷ lệ thấp (LĐLĐ huyện Mộc Hóa, Công đoàn ngành Công Thương...).\n"
        "2. Kiểm tra các đơn vị nợ đọng (LĐLĐ huyện Mộc Hóa, Công đoàn ngành Y tế, v.v.).\n"
        "3. Ban Tổ chức chủ trì cùng ban chấp hành CĐCS họp bàn nội dung.\n"
    )
    assert _rows(text) == [((), (), ""), ((), (), ""), (("Ban Tổ chức",), ("ban chấp hành CĐCS",), "")]


def test_who_heads_a_delegation_leads_what_it_does() -> None:
    text = (
        "I. NỘI DUNG\n1. Kiểm tra tại Công ty Dệt do đồng chí Nguyễn Văn An làm trưởng đoàn.\n"
        "2. Kiểm tra tại Công ty May, đồng chí Nguyễn Văn An làm trưởng đoàn.\n"
        "3. Kiểm tra tại Công ty Giày (trưởng đoàn: đ/c Nguyễn Văn An).\n"
    )
    assert [lead for lead, _, _ in _rows(text)] == [("Nguyễn Văn An",)] * 3
