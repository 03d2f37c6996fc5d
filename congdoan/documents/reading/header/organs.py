"""Names of organs printed in capitals, given back the case in which Vietnamese writes them."""

from __future__ import annotations

import re

from congdoan.documents.reading.layout.fold import fold

_HEAD = re.compile(
    r"(?:tong lien doan|lien doan|ldld|tong cong ty|cong doan|cd |ubnd|uy ban|hdnd|hoi dong|so "
    r"|phong |tinh uy|thanh uy|huyen uy"
    r"|thi uy|quan uy|dang uy|dang bo|ban |bo |chinh phu|thu tuong|quoc hoi|hoi |tinh doan"
    r"|huyen doan|doan |mat tran|uy ban mttq"
    r"|cuc |chi cuc|vien |truong |trung tam|benh vien|cong ty|van phong|bao hiem|toa an|vien "
    r"kiem sat|ngan hang|cong an|bo chi huy"
    r"|bch|btv|ban chap hanh|tap doan|nghiep doan|chu tich|thanh tra|tong cuc|hoc vien|nha van hoa|thuong truc|to chuc)"
)
_CONTINUED = re.compile(
    r"(?:lao dong|tinh|huyen|thanh pho|viet nam|thi xa|quan|xa|phuong|dac khu|khu vuc|va |-|cac |khoa|trung uong)\b"
)
_PHRASES = {
    "tổng liên đoàn lao động việt nam": "Tổng Liên đoàn Lao động Việt Nam", "tổng liên đoàn": "Tổng Liên đoàn",
    "liên đoàn lao động": "Liên đoàn Lao động", "lđlđ": "LĐLĐ", "công đoàn": "Công đoàn", "cđcs": "CĐCS",
    "ủy ban nhân dân": "Ủy ban nhân dân", "uỷ ban nhân dân": "Ủy ban nhân dân", "ubnd": "UBND", "hđnd": "HĐND",
    "hội đồng nhân dân": "Hội đồng nhân dân", "ban chấp hành": "Ban Chấp hành", "ban thường vụ": "Ban Thường vụ",
    "tỉnh ủy": "Tỉnh ủy", "tỉnh uỷ": "Tỉnh ủy", "huyện ủy": "Huyện ủy", "thành ủy": "Thành ủy", "thị ủy": "Thị ủy",
    "đảng ủy": "Đảng ủy", "đảng bộ": "Đảng bộ", "ban tổ chức": "Ban Tổ chức", "ban tuyên giáo": "Ban Tuyên giáo",
    "ban tài chính": "Ban Tài chính", "ban dân vận": "Ban Dân vận", "ban nội chính": "Ban Nội chính",
    "ủy ban kiểm tra": "Ủy ban kiểm tra", "văn phòng": "Văn phòng", "sở": "Sở", "bộ": "Bộ", "phòng": "Phòng",
    "nội vụ": "Nội vụ", "giáo dục và đào tạo": "Giáo dục và Đào tạo", "y tế": "Y tế", "tài chính": "Tài chính",
    "lao động - thương binh và xã hội": "Lao động - Thương binh và Xã hội",
    "thủ tướng chính phủ": "Thủ tướng Chính phủ",
    "chính phủ": "Chính phủ", "quốc hội": "Quốc hội", "bộ chính trị": "Bộ Chính trị", "trung ương": "Trung ương",
    "thông tin và truyền thông": "Thông tin và Truyền thông", "công thương": "Công Thương", "tư pháp": "Tư pháp",
    "văn hóa, thể thao và du lịch": "Văn hóa, Thể thao và Du lịch", "kế hoạch và đầu tư": "Kế hoạch và Đầu tư",
    "nông nghiệp và phát triển nông thôn": "Nông nghiệp và Phát triển nông thôn", "xây dựng": "Xây dựng",
    "nông nghiệp và môi trường": "Nông nghiệp và Môi trường", "khoa học và công nghệ": "Khoa học và Công nghệ",
    "tài nguyên và môi trường": "Tài nguyên và Môi trường", "giao thông vận tải": "Giao thông vận tải",
    "viên chức": "Viên chức", "các khu công nghiệp": "các Khu công nghiệp", "khu công nghiệp": "Khu công nghiệp",
    "ngành giáo dục": "ngành Giáo dục", "ngành y tế": "ngành Y tế", "giáo dục": "Giáo dục", "việt nam": "Việt Nam",
    "hội liên hiệp phụ nữ": "Hội Liên hiệp Phụ nữ", "hội nông dân": "Hội Nông dân",
    "hội cựu chiến binh": "Hội Cựu chiến binh",
    "tỉnh đoàn": "Tỉnh Đoàn", "huyện đoàn": "Huyện Đoàn", "mặt trận tổ quốc": "Mặt trận Tổ quốc", "công an": "Công an",
    "đoàn tncs hồ chí minh": "Đoàn TNCS Hồ Chí Minh", "hồ chí minh": "Hồ Chí Minh",
    "bảo hiểm xã hội": "Bảo hiểm xã hội",
    "ủy ban mặt trận tổ quốc": "Ủy ban Mặt trận Tổ quốc", "công ty": "Công ty", "tnhh": "TNHH", "trường": "Trường",
    "đại học": "Đại học", "cao đẳng": "Cao đẳng", "bệnh viện": "Bệnh viện", "trung tâm": "Trung tâm",
    "chi cục": "Chi cục",
    "cục": "Cục", "đoàn chủ tịch": "Đoàn Chủ tịch", "công đoàn cơ sở": "Công đoàn cơ sở", "nghiệp đoàn": "Nghiệp đoàn",
    "cổ phần": "Cổ phần", "tổng công ty": "Tổng Công ty", "hội": "Hội", "đoàn": "Đoàn", "ban": "Ban", "viện": "Viện",
    "ban quản lý": "Ban Quản lý", "ban chỉ đạo": "Ban Chỉ đạo", "chính sách": "Chính sách", "pháp luật": "Pháp luật",
    "nữ công": "Nữ công", "liên minh hợp tác xã": "Liên minh Hợp tác xã", "chủ tịch": "Chủ tịch", "mttq": "MTTQ",
}  # fmt: skip
_PLACES = re.compile(r"\b(tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu|tp\.?)\s+(.+)$")
_PHRASE = re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, _PHRASES), key=len, reverse=True)) + r")(?!\w)")
_ACRONYM = re.compile(r"[A-ZĐ]*[BCDGHKLMNPQRSTVXĐ]{3,}[A-ZĐ]*$")


def group_organs(lines: list[str]) -> list[str]:
    """The organs that the left side of a letterhead names, from the highest to the issuing one."""
    organs: list[str] = []
    for line in lines:
        folded = fold(line)
        starts = _HEAD.match(folded) and not (organs and _is_cut(organs[-1], folded))
        if organs and (not starts or organs[-1].endswith(("-", "–", " VÀ", ","))):
            organs[-1] = f"{organs[-1]} {line}"
        elif starts or not organs:
            organs.append(line)
    return organs


def _is_cut(before: str, folded: str) -> bool:
    """Whether a line that looks like an organ's beginning goes on with the one above ("SỞ LAO ĐỘNG / ...")."""
    return _CONTINUED.match(folded) is not None and not folded.startswith(
        ("tinh uy", "tinh doan", "huyen uy", "huyen doan")
    )


def natural_case(name: str) -> str:
    """ "LIÊN ĐOÀN LAO ĐỘNG TỈNH BẾN TRE" → "Liên đoàn Lao động tỉnh Bến Tre"."""
    if not name.isupper():
        return name
    acronyms = {word.lower(): word for word in name.split() if _ACRONYM.match(word)}
    lowered = name.lower()
    place = _PLACES.search(lowered)
    if place and not place[2].startswith(("ủy", "uỷ", "đoàn")):
        lowered = lowered[: place.start(2)] + " ".join(_capital(word) for word in place[2].split(" "))
    cased = _PHRASE.sub(lambda match: _PHRASES[match.group()], lowered)
    words = [acronyms.get(word, word) for word in cased.split(" ")]
    if _is_party(words):
        words[2:] = [_capital(word) for word in words[2:]]
    result = " ".join(words)
    return result[:1].upper() + result[1:]


def _is_party(words: list[str]) -> bool:
    """ "Tỉnh ủy bến tre": the place follows without "tỉnh"."""
    return len(words) > 2 and words[1] in ("ủy", "Đoàn") and words[0] in ("Tỉnh", "Huyện", "Thành", "Thị")


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
