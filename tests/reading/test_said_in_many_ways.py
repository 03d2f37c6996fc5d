"""The same order in the words of many offices: who leads, who helps and by when is read alike."""

from __future__ import annotations

from itertools import cycle, islice

import pytest

from congdoan.documents.reading.model import Task
from congdoan.documents.reading.reader import read_text

HEAD = """LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN
Số: 12/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Long An, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Nâng cao hiệu quả hoạt động công đoàn năm 2024
"""
SECTIONS = """II. NỘI DUNG
1. Công tác tuyên truyền, giáo dục
1.1. Tổ chức 20 hội nghị phổ biến pháp luật cho công nhân lao động.
1.2. Mở chuyên mục về người lao động trên báo tỉnh.
2. Công tác phát triển đoàn viên
2.1. Thành lập mới 30 công đoàn cơ sở trong doanh nghiệp.
III. TỔ CHỨC THỰC HIỆN
"""
BODIES = (
    "Ban Tuyên giáo",
    "Ban Tuyên giáo - Nữ công",
    "Ban Chính sách - Pháp luật",
    "Ủy ban Kiểm tra",
    "Công đoàn Khu kinh tế",
    "Liên đoàn Lao động các huyện, thị xã, thành phố",
    "Sở Lao động - Thương binh và Xã hội",
    "UBKT",
    "Ban Chính sách, Pháp luật và Quan hệ lao động",
    "Trung tâm Tư vấn pháp luật",
    "Công đoàn ngành Giáo dục",
)
HELPERS = (
    ("Văn phòng",),
    ("các đơn vị liên quan",),
    ("Ban Tài chính", "Văn phòng"),
    ("các ban, đơn vị liên quan",),
    ("Sở Nội vụ",),
    ("các cơ quan liên quan",),
    ("Ủy ban nhân dân huyện",),
    ("chính quyền đồng cấp",),
    ("người sử dụng lao động",),
    ("Hội Liên hiệp Phụ nữ tỉnh",),
    ("Tỉnh đoàn",),
    ("các công đoàn cơ sở",),
    (),
)
WITH = (
    ", phối hợp với {}",
    " phối hợp với {}",
    ", cùng {}",
    ", phối hợp chặt chẽ với {}",
    " và phối hợp với {}",
    " phối hợp {}",
)
GIVEN = ("", "Giao ", "Phân công ", "Đề nghị ", "Thường trực giao ")
DOES = (
    "chủ trì thực hiện",
    "chủ trì triển khai",
    "chủ trì tham mưu thực hiện",
    "tham mưu thực hiện",
    "có trách nhiệm triển khai",
    "chịu trách nhiệm thực hiện",
    "làm đầu mối thực hiện",
    "là đơn vị chủ trì",
    "trực tiếp thực hiện",
    "chủ trì",
    "tổ chức thực hiện",
    "chịu trách nhiệm chính",
    "chủ trì, tham mưu tổ chức",
    "chủ trì, tham mưu tổ chức thực hiện",
)
NAMED = (
    "mục 1",
    "nội dung 1",
    "mục 1 phần II",
    "khoản 1 Mục II",
    "các nội dung tại mục 1",
    "nhiệm vụ số 1",
    "mục II.1",
    "các nhiệm vụ nêu tại mục 1, phần II của Kế hoạch này",
    "mục 1.1, 1.2",
    "các mục 1.1 và 1.2",
    "từ mục 1.1 đến mục 1.2",
    "toàn bộ mục 1",
    "phần việc tại mục 1",
    "tiểu mục 1, mục II",
    "điểm 1 mục II",
)
WORKS = (
    "tổ chức hội nghị đối thoại với công nhân",
    "mở 02 lớp tập huấn cho cán bộ công đoàn",
    "rà soát, bổ sung quy chế hoạt động",
    "thăm, tặng quà công nhân có hoàn cảnh khó khăn",
    "khảo sát nhu cầu nhà ở của người lao động",
)
BY = {
    "": None,
    " trước ngày 30/6/2024": "2024-06-30",
    ", hoàn thành trong quý II/2024": "2024-06-30",
    " (quý III/2024)": "2024-09-30",
    " trong tháng 5/2024": "2024-05-31",
    "; xong trước 15/9/2024": "2024-09-15",
    " hằng quý": "quarterly",
    ", chậm nhất ngày 20/11/2024": "2024-11-20",
    ", mỗi tháng 01 lần": "monthly",
    " định kỳ 6 tháng": "half_yearly",
    " trong 6 tháng đầu năm 2024": "2024-06-30",
    ". Thời gian hoàn thành: 31/10/2024": "2024-10-31",
    ", thời gian từ ngày 01/5 đến 31/5/2024": "2024-05-31",
}
COUNT = 91
"""Orders of each way to name helpers: words of every list stand beside most words of every other."""


def ways(*lists: tuple[object, ...]) -> list[tuple[object, ...]]:
    return list(islice(zip(*map(cycle, lists), strict=False), COUNT))


def said(task: Task) -> tuple[set[str], set[str], str | None]:
    due = task.due and (task.due.date.isoformat() if task.due.date else task.due.recurrence)
    return set(task.lead), set(task.cooperating), due


@pytest.mark.parametrize("helped", WITH)
def test_sections_are_handed_out_in_any_words(helped: str) -> None:
    wrong = []
    for given, body, does, helpers, named in ways(GIVEN, BODIES, DOES, HELPERS, NAMED):
        joined = helped.format(" và ".join(helpers)) + " thực hiện" if helpers else ""
        order = f"1. {given}{body} {does}{joined} {named}."
        tasks = [task for task in read_text(f"{HEAD}{SECTIONS}{order}\n").tasks if task.section.startswith("II.")]
        first = [said(task)[:2] for task in tasks if task.section.startswith("II.1.")]
        if first != [({body}, set(helpers))] * 2 or tasks[-1].lead:
            wrong.append((order, first))
    assert wrong == []


@pytest.mark.parametrize("helped", [way for way in WITH if " và " not in way])
def test_work_and_its_limit_are_told_in_any_words(helped: str) -> None:
    wrong = []
    for given, body, work, helpers, by in ways(GIVEN, BODIES, WORKS, HELPERS, tuple(BY)):
        joined = helped.format(" và ".join(helpers)) if helpers else ""
        order = f"1. {given}{body}{joined} {work}{by}."
        tasks = read_text(f"{HEAD}I. NỘI DUNG\n{order}\n2. Sơ kết công tác thi đua.\n").tasks
        if len(tasks) != 2 or said(tasks[0]) != ({body}, set(helpers), BY[by]):
            wrong.append((order, [said(task) for task in tasks]))
    assert wrong == []


@pytest.mark.parametrize(
    ("heading", "leads"),
    [
        ("Các doanh nghiệp, cơ sở sản xuất, kinh doanh", ("Các doanh nghiệp", "cơ sở sản xuất, kinh doanh")),
        ("Doanh nghiệp, hợp tác xã", ("Doanh nghiệp", "hợp tác xã")),
        ("Các cơ sở sản xuất, kinh doanh", ("Các cơ sở sản xuất, kinh doanh",)),
        ("Các sở, ban, ngành", ("Các sở, ban, ngành",)),
    ],
)
def test_bodies_of_a_heading_lead_what_stands_under_it(heading: str, leads: tuple[str, ...]) -> None:
    order = f"1. {heading}\na) Rà soát, bổ sung nội quy, quy trình an toàn.\nb) Tổ chức khám sức khỏe định kỳ."
    tasks = read_text(f"{HEAD}{SECTIONS}{order}\n").tasks[-2:]
    assert [task.lead for task in tasks] == [leads] * 2
