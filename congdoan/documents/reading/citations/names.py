"""How far a name goes in running text: issuers ("của Ban Thường vụ Tỉnh ủy"), titles of laws, subjects."""

from __future__ import annotations

import re

_STOPS = frozenset(
    [
        "về",
        "tại",
        "theo",
        "với",
        "đến",
        "để",
        "nhằm",
        "do",
        "được",
        "gắn",
        "cho",
        "khi",
        "sau",
        "trước",
        "từ",
        "là",
        "có",
        "đã",
        "đang",
        "sẽ",
        "phải",
        "làm",
        "này",
        "nêu",
        "nói",
        "năm",
        "ngày",
        "trong",
        "trên",
        "bằng",
        "hoặc",
        "cùng",
        "giữa",
        "qua",
        "vào",
        "như",
        "cũng",
        "còn",
        "mà",
        "thì",
        "nên",
        "tới",
        "ra",
        "hay",
        "bởi",
        "vì",
        "gồm",
    ]
)
_STOP_PAIRS = frozenset(
    [
        "ban hành",
        "quy định",
        "hướng dẫn",
        "thực hiện",
        "triển khai",
        "phê duyệt",
        "giai đoạn",
        "đảm bảo",
        "bảo đảm",
        "kịp thời",
        "góp phần",
        "chỉ đạo",
        "thông báo",
        "sửa đổi",
        "đặc biệt",
        "đồng thời",
        "tiếp tục",
        "yêu cầu",
        "đề ra",
        "xây dựng",
        "tổ chức",
        "bổ sung",
        "chủ trì",
        "phối hợp",
        "tham mưu",
        "trình bày",
        "gửi kèm",
        "nhiệm kỳ",
        "đối với",
        "thống nhất",
        "đến nay",
        "các văn",
        "các nghị",
        "và các",
    ]
)
_MOST_SMALL_WORDS = 5
_TOKEN = re.compile(r"[^\s]+")
_AFTER_VA = re.compile(r"Xã|Nông|Môi|Du|Đào|Công nghệ|Truyền|Đầu|Kỹ|Bảo|Thể|Thương|Người|Gia|Nữ|Nội|Xây|Dân|Phát|Pháp")
MAX_NAME = 160


def issuer_end(text: str, start: int, limit: int) -> int:
    """The end of the organ's name that begins at `start`; equals `start` when none begins there."""
    tokens = list(_TOKEN.finditer(text, start, min(limit, start + MAX_NAME)))
    end, small = start, 0
    for at, token in enumerate(tokens):
        printed = token.group()
        word = printed.rstrip(",.;:)”\"'")
        following = tokens[at + 1].group() if at + 1 < len(tokens) else ""
        if not word or printed[0] in '(“"‘' or not _belongs(word, following, end > start):
            break
        small = 0 if word[0].isupper() or word[0].isdigit() else small + 1
        if small > _MOST_SMALL_WORDS:
            break
        end = token.start() + len(word)
        if len(word) != len(printed):
            break
    return _without_loose_end(text, start, end)


def _belongs(word: str, following: str, inside: bool) -> bool:
    if word[0].isupper():
        return not (inside and word in ("Về", "Căn", "V/v"))
    if not inside:
        return word in ("tỉnh", "liên", "huyện", "cấp")
    if word in ("và", "–", "-"):
        return _AFTER_VA.match(following) is not None
    return word not in _STOPS and f"{word} {following.rstrip(',.;:')}" not in _STOP_PAIRS


def _without_loose_end(text: str, start: int, end: int) -> int:
    while end > start and text[start:end].rsplit(None, 1)[-1] in ("và", "các", "-", "–"):
        head = text[start:end].rsplit(None, 1)
        end = start + len(head[0]) if len(head) > 1 else start
    return end


def subject_end(text: str, folded: str, start: int, limit: int) -> int:
    """The end of a subject that begins at `start`: the closing quotation mark, else the end of the clause."""
    if text[start : start + 1] in ("“", '"', "”", "«", "‘"):
        depth_end = min(limit, start + 600)
        close = min((at for mark in '”"»’' if (at := text.find(mark, start + 1, depth_end)) > 0), default=-1)
        return close + 1 if close > 0 else start
    end = _CLAUSE.search(folded, start, min(limit, start + 400))
    return end.start() if end else min(limit, start + 400)


_CLAUSE = re.compile(
    r"[;:\n“”\"]|\.(?:\s|$)|,\s(?!thi xa|thanh pho|thi tran|quan|huyen|xa|phuong|chinh tri|van "
    r"hoa|the thao|ky luat|tam nhin|dinh huong"
    r"|giam sat|boi duong|bo sung|thay the|su dung|tai san|nguoi lao dong|cong chuc|vien chuc|khen thuong|to cao)"
    r"|,\s(?:dong thoi|gop phan|dam bao|bao dam|tap trung|trong do|gan voi|thuc hien)"
    r"|\s(?:va|cung)\s(?:cac\s)?(?=(?:ke hoach|nghi quyet|chi thi|quyet dinh|chuong trinh|de an"
    r"|ket luan|luat|nghi dinh|thong tu|huong dan|quy dinh)\s(?:so|cua)\s)"
    r"|\s(?:dam bao|bao dam|duoc sua doi|da duoc)\s"
)
