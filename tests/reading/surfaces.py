"""Papers with known leads: bodies of every kind, in every form in which Vietnamese papers say who leads.

Each paper is written from a seed: who issues it, which bodies, which form of words, where these stand.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BODIES = tuple((Path(__file__).parent / "bodies.txt").read_text().splitlines())
"""One body a line, as papers print them; none of them was taken from the tables of the reader."""

WORK = (
    "xây dựng quy chế tiếp công dân",
    "rà soát danh sách hộ khó khăn",
    "tổ chức hội thảo về chuyển đổi số",
    "kiểm tra việc sử dụng quỹ",
    "lập dự toán kinh phí",
    "biên soạn tài liệu tuyên truyền",
    "tuyên truyền Luật Công đoàn",
    "tổng hợp kết quả thi đua",
    "mở lớp tập huấn nghiệp vụ",
    "cập nhật phần mềm quản lý văn bản",
    "khảo sát nhu cầu nhà ở",
    "vận động ủng hộ quỹ vì người nghèo",
)
INSIDE = (
    "Giao {0} {work}.",
    "Giao cho {0} {work}.",
    "Giao nhiệm vụ cho {0} {work}.",
    "Phân công {0} {work}.",
    "Phân công cho {0} {work}.",
    "Đề nghị {0} {work}.",
    "Yêu cầu {0} {work}.",
    "{0}: {Work}.",
    "{0} {work}.",
    "{0} và {1} {work}.",
    "{0} có trách nhiệm {work}.",
    "{0} chịu trách nhiệm {work}.",
    "{0} chủ trì {work}.",
    "{0} chủ trì, phối hợp với {1} {work}.",
    "{0} phối hợp với {1} {work}.",
    "{0} tham mưu {work}.",
    "{0} cần {work}.",
    "{0} khẩn trương {work}.",
    "{0} được giao {work}.",
    "{0} được phân công chủ trì {work}.",
    "{0} là đơn vị chủ trì {work}.",
    "{0} là cơ quan đầu mối {work}.",
    "{0} làm đầu mối, phối hợp với {1} {work}.",
    "Giao {0} làm đầu mối {work}.",
    "Trách nhiệm của {0}: {work}.",
    "Trong quý II năm 2024, {0} {work}.",
    "Trước ngày 30/6/2024, giao {0} {work}.",
    "{Work}, do {0} chủ trì.",
    "{Work} do {0} đảm nhận.",
    "{Work}, do {0} chịu trách nhiệm.",
    "{Work}; giao {0} chủ trì, {1} phối hợp.",
    "{Work}; {0} chủ trì, {1} phối hợp thực hiện.",
    "{Work}, {0} đảm nhiệm.",
    "{Work}. {0} chủ trì thực hiện.",
    "{Work}. {0} làm đầu mối.",
    "{Work}. {0} chịu trách nhiệm chính.",
    "{Work}. Giao {0} thực hiện.",
    "{Work}. Việc này do {0} chủ trì.",
    "{Work}. Đầu mối thực hiện là {0}.",
    "{Work}. Cơ quan chủ trì là {0}.",
    "{Work}. Đầu mối: {0}.",
    "{Work}. Đơn vị chủ trì: {0}; đơn vị phối hợp: {1}.",
    "{Work}. Phân công: {0} chủ trì, {1} phối hợp.",
    "{Work}. Trách nhiệm: {0}.",
    "{Work} ({0} chủ trì, {1} phối hợp).",
    "{Work} ({0} chủ trì).",
    "{Work} ({0} thực hiện).",
    "{Work} ({0} làm đầu mối).",
    "{Work} ({0}).",
    "{Work} (giao {0}).",
    "{Work} (giao {0} chủ trì).",
    "{Work} (phân công: {0}).",
    "{Work} (phụ trách: {0}).",
    "{Work} (chủ trì: {0}; phối hợp: {1}).",
    "{Work} (đơn vị thực hiện: {0}).",
    "{Work}.\n- Chủ trì: {0}.\n- Phối hợp: {1}.",
    "{Work}.\n- Đơn vị thực hiện: {0}.",
    "{Work}.\n- Cơ quan chủ trì tham mưu: {0}; cơ quan phối hợp: {1}.",
    "{Work}.\nĐơn vị đầu mối: {0}.",
    "{Work}.\nPhân công thực hiện: {0}.",
)
HANDED = (
    "{0} chủ trì thực hiện mục {at}.",
    "{0} thực hiện mục {at}.",
    "{0} phụ trách mục {at}.",
    "{0}: mục {at}.",
    "{0}: chủ trì thực hiện mục {at}, phối hợp với {1}.",
    "{0} làm đầu mối thực hiện mục {at}.",
    "{0} chịu trách nhiệm triển khai mục {at}.",
    "{0} có trách nhiệm thực hiện nhiệm vụ tại mục {at}.",
    "{0} được giao chủ trì mục {at}.",
    "{0} là cơ quan chủ trì mục {at}.",
    "{0} chủ trì, tham mưu triển khai các nội dung tại mục {at}.",
    "Giao {0} chủ trì, phối hợp với {1} thực hiện nội dung mục {at}.",
    "Giao {0}: thực hiện mục {at}.",
    "Phân công {0} thực hiện mục {at}.",
    "Mục {at}: {0} chủ trì.",
    "Mục {at}: {0} chủ trì, {1} phối hợp.",
    "Mục {at}: {0}.",
    "Mục {at} do {0} chủ trì.",
    "Mục {at} giao {0} chủ trì.",
    "Mục {at} do {0} đảm nhiệm, {1} phối hợp.",
    "Nội dung tại mục {at} giao {0} chủ trì.",
    "Các nội dung nêu tại mục {at} phân công {0} thực hiện.",
    "Đối với mục {at}, {0} chủ trì, phối hợp với {1}.",
    "Chủ trì mục {at}: {0}.",
)
ABOVE = (
    "{0}",
    "{0}:",
    "{0} có trách nhiệm:",
    "Đối với {0}",
    "Đối với {0}:",
    "Giao {0}:",
    "Giao {0} chủ trì:",
    "Trách nhiệm của {0}",
    "Nhiệm vụ của {0}:",
    "Đề nghị {0}:",
    "{0} thực hiện các nhiệm vụ sau:",
    "{0} chủ trì, phối hợp với {1}:",
)
HEADS = (("CÔNG ĐOÀN NGÀNH DỆT MAY", "CĐDM"), ("UBND HUYỆN TÂN BIÊN", "UBND"), ("LĐLĐ TỈNH KON TUM", "LĐLĐ"))
_PAPER = """{issuer}
Số: 45/KH-{short}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Triển khai công tác năm 2024

I. MỤC ĐÍCH, YÊU CẦU
Nâng cao chất lượng công tác.

II. NỘI DUNG
{work}

III. TỔ CHỨC THỰC HIỆN
{hand}

Nơi nhận:
- Như mục III;
- Lưu: VT.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A task's section, its leads, and the form that says so."""

    section: str
    lead: frozenset[str]
    form: str


def written(seed: int) -> tuple[str, list[Wanted]]:
    """A paper of one seed, and who leads each of its tasks."""
    rng = random.Random(seed)
    issuer, short = rng.choice(HEADS)
    wanted: list[Wanted] = []
    lines = list(_contents(rng, wanted))
    handed = [*_handed(rng, wanted, 6), *_above(rng, wanted, 4)]
    text = _PAPER.format(issuer=issuer, short=short, work="\n".join(lines), hand="\n".join(handed))
    return text, wanted


def _contents(rng: random.Random, wanted: list[Wanted]) -> Iterator[str]:
    for at in range(1, 7):
        work = rng.choice(WORK)
        if at % 2:
            form = rng.choice(INSIDE)
            names = rng.sample(BODIES, 2)
            leads = names if form.startswith("{0} và {1}") else names[:1]
            wanted.append(Wanted(f"II.{at}", frozenset(leads), form))
            yield f"{at}. " + form.format(*names, work=work, Work=_capital(work))
        else:
            yield f"{at}. {_capital(work)}."


def _handed(rng: random.Random, wanted: list[Wanted], count: int) -> Iterator[str]:
    for at in range(2, count + 1, 2):
        form = rng.choice(HANDED)
        names = rng.sample(BODIES, 2)
        wanted.append(Wanted(f"II.{at}", frozenset(names[:1]), form))
        yield f"{at // 2}. " + _capital(form.format(*names, at=f"{at} phần II"))


def _above(rng: random.Random, wanted: list[Wanted], first: int) -> Iterator[str]:
    for at in range(first, first + 2):
        form = rng.choice(ABOVE)
        names = rng.sample(BODIES, 2)
        yield f"{at}. " + form.format(*names)
        for letter in "ab":
            wanted.append(Wanted(f"III.{at}.{letter}", frozenset(names[:1]), form))
            yield f"{letter}) {_capital(rng.choice(WORK))}."


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
