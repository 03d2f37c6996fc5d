"""Of two limits in a passage the first holds of equal steps, the last of a step and its end. Over folded text."""

from __future__ import annotations

from congdoan.documents.reading import lazy_re as re

_STEP = re.compile(
    r"(?<![a-z])(?:so ket|du thao|de cuong|khao sat|(?:lay|xin) y kien|gop y|thi diem|dai hoi diem|lam diem"
    r"|rut kinh nghiem|phat dong|khai mac|khoi cong|so khao|tham dinh"
    r"|ky (?:giao uoc|cam ket)|xet (?:chon|tang)|vong loai)(?![a-z])"
)
_END = re.compile(
    r"(?<![a-z])(?:trinh|ban hanh|hoan chinh|hoan thanh|cong bo|nghiem thu|dua vao (?:su dung|van hanh)|danh gia"
    r"|phe duyet|ky ket|trao thuong|dien rong|dai tra|nhan rong)(?![a-z])"
)
_ALWAYS_END = re.compile(
    r"(?<![a-z])(?:be mac|be giang|ket thuc|tong ket|chung ket|ban giao(?: truoc)?|khanh thanh"
    r"|trao giai|trao thuong)\s*$"
)
""" "Khai mạc ngày 02/9/2024, bế mạc ngày 15/9/2024": the day on which it ends, directly after the word."""
_REST = re.compile(r"(?<![a-z])(?:so|phan|cac \w+(?: \w+){0,2}) con lai\s|(?<![a-z])chung (?:khao|ket)(?![a-z])")
""" "... 50% trong 6 tháng đầu năm, số còn lại trong 6 tháng cuối năm"."""
_TONG_KET = re.compile(r"(?<![a-z])tong ket(?![a-z])")
_SO_KET = re.compile(r"(?<![a-z])so ket(?![a-z])")
_NEXT = re.compile(r"(?<![a-z])(?:dot|lan|lop|vong|giai doan|ky)\s(?:thu\s)?(?:[2-5]|hai|ba|bon|i{2,3}|iv)(?![a-z])")
_FIRST = re.compile(r"(?<![a-z])(?:dot|lan|lop|vong|giai doan|ky)\s(?:thu\s)?(?:1|nhat|mot|i)(?![a-z])")
""" "Đợt 1 ngày 10/5, đợt 2 ngày 17/5": parts of one work."""
_SOME = re.compile(r"(?<![a-z])(?:\d{1,2}|mot|hai|ba|bon|nam) (cuoc|lop|buoi|dot|hoi nghi|chuyen)\s[a-z ]{0,12}$")
""" "Hai cuộc trong tháng 5, hai cuộc trong tháng 9"."""
_CLAUSE_END = re.compile(r"[;.,]\s|[.;]?\n|[.;]$")
_REACH = 400
"""Characters before and after a limit that say what it is the limit of."""
_REPORTS = re.compile(r"(?<![a-z])(?:bao cao|gui|nop)(?![a-z])[^;]*$")


def ends_work(folded: str, passage: tuple[int, int], before: tuple[int, int], at: tuple[int, int]) -> bool:
    """Whether the limit `at` is that of the end of what the limit `before` is a step of, both in `passage`."""
    start = _clause_start(folded, max(before[1], at[0] - _REACH), at[0])
    former, words = folded[max(passage[0], start - _REACH) : start], folded[start : at[0]]
    last = min(passage[1], at[1] + _REACH)
    stop = _CLAUSE_END.search(folded, at[1], last)
    later = folded[start : stop.start() if stop else last]
    if _ALWAYS_END.search(words):
        return _TONG_KET.search(words) is None or _TONG_KET.search(former) is None
    if _TONG_KET.search(later) and _SO_KET.search(former):
        return True
    if _REST.search(later):
        return True
    parts = _NEXT.search(words) and _FIRST.search(former) and not are_reports(folded, passage[0], before[0])
    if parts or _counts_again(folded, before[0], words):
        return True
    return _END.search(later) is not None and _STEP.search(former) is not None


def _clause_start(folded: str, first: int, last: int) -> int:
    """Where the clause of a limit begins, after the last mark between it and the one before."""
    marks = list(_CLAUSE_END.finditer(folded, first, last))
    return marks[-1].end() if marks else first


def _counts_again(folded: str, before: int, words: str) -> bool:
    again, some = _SOME.search(words), _SOME.search(folded, max(0, before - 40), before)
    return again is not None and some is not None and again[1] == some[1]


def are_reports(folded: str, start: int, end: int) -> bool:
    """ "Báo cáo trước ngày 15/6 và 15/12/2023": of two reports the first is due."""
    return _REPORTS.search(folded, max(start, end - _REACH), end) is not None
