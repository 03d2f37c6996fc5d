"""The sample plan 34/KH-LĐLĐ as a paper, made from its text by the signs at the beginning of its lines."""

import re
from datetime import date
from pathlib import Path

from congdoan.core.printing.paper import Annex, Block, Bullet, Heading, Paper, Paragraph, Signer, Table

TEXT = (Path(__file__).parent / "ke-hoach.txt").read_text(encoding="utf-8")
LEVELS = {r"(?P<number>[IVX]+\.) ": 1, r"(?P<number>\d\.) ": 2, r"(?P<number>\d\.\d\.) (?=Về)": 3}

ANNEX = (
    Annex("PHÂN CÔNG NHIỆM VỤ THỰC HIỆN KẾ HOẠCH", landscape=True),
    Table(
        ("TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời gian hoàn thành", "Sản phẩm"),
        tuple(
            (str(n), "Rà soát, sửa đổi, bổ sung các văn bản chỉ đạo", "Văn phòng", "Các ban", "30/6/2023", "Báo cáo")
            for n in range(1, 41)
        ),
        (1, 9, 3, 3, 3, 3),
    ),
)


def plan(*, text: str = TEXT, annex: bool = False) -> Paper:
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    return Paper(
        superior="Tổng Liên đoàn Lao động Việt Nam",
        issuer="Liên đoàn Lao động tỉnh Bến Tre",
        symbol="34/KH-LĐLĐ",
        place="Bến Tre",
        day=date(2022, 9, 12),
        year=2022,
        type="Kế hoạch",
        subject=lines[1],
        body=(*(_block(line) for line in lines[2:]), *(ANNEX if annex else ())),
        signer=Signer("TM.", ("Ban Thường vụ", "KT. Chủ tịch", "Phó Chủ tịch"), "Nguyễn Thị Hồng Ánh"),
        recipients=(
            "Đoàn Chủ tịch Tổng Liên đoàn (b/c)",
            "Thường trực Tỉnh ủy (b/c)",
            "Các Ban LĐLĐ tỉnh",
            "Lưu: VT, ToC",
        ),
    )


def _block(line: str) -> Block:
    for pattern, level in LEVELS.items():
        if found := re.match(pattern, line):
            return Heading(level, found["number"], line[found.end() :])
    if line.startswith(("- ", "+ ")):
        return Bullet(line[0], line[2:])
    return Paragraph(line)
