"""Papers named without a number: laws by their titles, resolutions by the congress or session that passed them."""

from __future__ import annotations

import re

from congdoan.documents.reading.layout.letters import vietnamese

_YEAR = re.compile(r"\s*,?\s*\(?(?:nam\s)?((?:19|20)\d\d)\)?(?!\d|\s?[-/]\s?\d)")
_NOT_A_LAW = re.compile(r"\s(?:phap|su|gia|dinh|le|va|cua|chuyen|ve|hien hanh|nay|tuc|phat|doan)\b")
_LAW_WORD = vietnamese(r"[A-ZÀ-ỸĐ][\wà-ỹđ]*")
_TITLE_STOP = re.compile(
    r"[.;:\n“”\"()]|,(?!\s(?:bo sung|chong|thuc hanh|tham nhung|lang phi|tieu cuc|to cao|ve sinh"
    r"|an toan|khen thuong|cong nghe))"
    r"|\b(?:va (?:cac|nghi|luat|bo luat|phap|quy|dieu|chi|huong|thong)|nam \d+|so \d+|ngay|duoc"
    r"|quy dinh|da|co hieu luc|nham|de|den|tai|trong|cho|doi voi|theo|voi|\d{4})\b"
)
_AMENDING = re.compile(r"\s(?:sua doi|thay the)")
MAX_TITLE = 140


def law_end(text: str, folded: str, match: re.Match[str]) -> int | None:
    """The end of a law's name with its year; None when the word "luật" names no law here."""
    kind, after = match["type"], match.end()
    if kind == "hien phap":
        year = _YEAR.match(folded, after)
        named = text[match.start()].isupper()
        return year.end() if year and named else None
    if kind == "dieu le":
        return _charter_end(text, folded, match)
    if not text[match.start()].isupper() or _NOT_A_LAW.match(folded, after):
        return None
    if not (_AMENDING.match(folded, after) or _LAW_WORD.match(text, after + 1)):
        return None
    stop = _TITLE_STOP.search(folded, after + 1, after + MAX_TITLE)
    end = stop.start() if stop else min(len(text), after + MAX_TITLE)
    end = after + len(text[after:end].rstrip(" ,"))
    year = _YEAR.match(folded, end)
    if not year and not _AMENDING.match(folded, after):
        end = _first_title_words(text, after, end)
    return year.end() if year else end


def _first_title_words(text: str, start: int, end: int) -> int:
    """Without a year behind it, a title goes as far as words that titles are made of."""
    cut = re.compile(
        r"\s(?:tới|cho|trong|của(?! Luật)|tại|với|để|đến|nhằm|là|bằng|có|đã|sẽ|được|cũng|khi|vào|từ"
        r"|và (?!sử|Sử|Xã|hôn|gia|tố|Gia|Tố|Quốc|đào|công|vệ|phát))"
    ).search(text, start + 1, end)
    return cut.start() if cut else end


def _charter_end(text: str, folded: str, match: re.Match[str]) -> int | None:
    found = re.compile(r"\s(?:cong doan viet nam|dang(?: cong san viet nam)?)(?:,?\s*\(?khoa\s[ivx]+\)?)?").match(
        folded, match.end()
    )
    return found.end() if found and text[match.start()].isupper() else None


_CONGRESS = re.compile(
    r"(?:dai hoi|hoi nghi)(?:\s(?:dai bieu|toan quoc|lan thu|ban chap hanh|trung uong|cong doan"
    r"|viet nam|dang|cua|bo|tinh|thanh pho"
    r"|huyen|cac cap|toan the|khoa|nhiem ky|lien doan lao dong|ldld|nganh|\d{1,3}|[ivx]{1,6}"
    r"|\d{4}\s?-\s?\d{4})(?![a-z]))*"
)
_CENTRAL = re.compile(r"trung uong\s(?:lan thu\s)?\d{1,2}(?:\s?,?\s?\(?khoa\s[ivx]+\)?)?")
_ORDINAL = re.compile(r"\b(?:[ivx]{1,6}|\d{1,3})\b")
_PROPER = vietnamese(r"(?:\s[A-ZÀ-ỸĐ][\wà-ỹđ]*){1,4}")


def resolution_end(text: str, folded: str, match: re.Match[str]) -> int | None:
    """The end of "Nghị quyết Đại hội XI Công đoàn tỉnh Bến Tre"; None when no congress or session is numbered."""
    start = match.start("name")
    named = _CENTRAL.match(folded, start) or _CONGRESS.match(folded, start)
    if named is None:
        return None
    end = named.end()
    while re.search(r"(?:tinh|huyen|thanh pho|nganh)$", folded[start:end]):
        proper = _PROPER.match(text, end)
        if proper is None:
            break
        end = proper.end()
        more = re.compile(r"(?:,?\s(?:lan thu\s[ivx\d]+|khoa\s[ivx\d]+|,?\s?nhiem ky\s\d{4}\s?-\s?\d{4}))+").match(
            folded, end
        )
        end = more.end() if more else end
        break
    return end if _ORDINAL.search(folded, start, end) else None
