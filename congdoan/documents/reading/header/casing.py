"""Names in capitals, given back the case in which Vietnamese writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from congdoan.documents.reading import lazy_re as re
from congdoan.documents.reading.assignment.topic_words import TOPICS
from congdoan.documents.reading.layout.fold import fold
from congdoan.documents.reading.layout.letters import FIRST_WORD, by_first_word, vietnamese

_NAMES = """
Tổng Liên đoàn Lao động Việt Nam; Tổng Liên đoàn; Liên đoàn Lao động; LĐLĐ; TLĐ; Công đoàn; CĐCS; CĐ; UBND
HĐND; Ủy ban nhân dân; Uỷ ban nhân dân; Ủy ban; Ủy ban MTTQ; Liên hiệp các Hội; Liên hiệp Hội; Hội đồng nhân dân
Ban Chấp hành; Ban Thường vụ; BCH; BTV
Thường trực; Đoàn Chủ tịch; Tỉnh ủy; Tỉnh uỷ; Huyện ủy; Huyện uỷ; Thành ủy; Thành uỷ; Thị ủy; Quận ủy
Đảng ủy; Đảng uỷ; Đảng bộ; Chi bộ; Ban Tổ chức; Ban Tuyên giáo; Ban Tài chính; Ban Dân vận; Ban Nội chính
Ban Nữ công; Ban Chính sách; Ban Tuyên giáo và Dân vận; Ban Quản lý; Ban Chỉ đạo; Ban Chỉ huy; Ban Dân tộc
Bộ Chỉ huy; Bộ Chỉ huy Quân sự
Ban Kinh tế; Ban Cơ yếu; Ủy ban Kiểm tra; Ủy ban Dân tộc; Văn phòng; Sở; Bộ; Phòng; Cục; Chi cục; Tổng cục
Vụ; Viện; Ban; Hội; Đoàn; Trường; Khối; Thanh tra; Nội vụ; Y tế; Tài chính; Tư pháp; Giáo dục và Đào tạo
Lao động - Thương binh và Xã hội; Lao động, Thương binh và Xã hội; Thông tin và Truyền thông; Công Thương
Văn hóa, Thể thao và Du lịch; Văn hoá, Thể thao và Du lịch; Văn hóa và Thể thao; Văn hóa - Xã hội
Kế hoạch và Đầu tư; Tài chính - Kế hoạch; Nông nghiệp và Phát triển nông thôn; Nông nghiệp và Môi trường
Xây dựng; Khoa học và Công nghệ; Tài nguyên và Môi trường; Giao thông vận tải; Dân tộc và Tôn giáo
Ngoại giao; Ngoại vụ; Du lịch; Quốc phòng; Công an; Thủ tướng Chính phủ; Chính phủ; Quốc hội; Bộ Chính trị
Ban Bí thư; Trung ương; Chủ tịch; Bộ trưởng; Viên chức; Công chức; Giáo dục; Khu công nghiệp; Khu kinh tế
Việt Nam; Hồ Chí Minh; Điện lực; Dầu khí; Cao su; Dệt May; Ngân hàng; Bưu điện; Đường sắt; Hàng hải
Hàng không; Than - Khoáng sản; Thông tin; Nông nghiệp; Hóa chất; Công nghiệp; Hội Liên hiệp Phụ nữ
Hội Nông dân; Hội Cựu chiến binh; Hội Chữ thập đỏ; Hội Khuyến học; Tỉnh Đoàn; Tỉnh đoàn; Huyện đoàn
Thành đoàn; Đoàn TNCS Hồ Chí Minh; Đoàn Thanh niên Cộng sản Hồ Chí Minh; Mặt trận Tổ quốc; MTTQ
Liên minh Hợp tác xã; Ủy ban Mặt trận Tổ quốc; Bảo hiểm xã hội; Kho bạc Nhà nước; Công ty; Tổng công ty
Tập đoàn; TNHH; Cổ phần; CP; MTV; Một thành viên; Xí nghiệp; Nhà máy; Đại học; Cao đẳng; Trung học phổ thông
Trung học cơ sở; Tiểu học; Mầm non; THPT; THCS; Trung tâm; Trung tâm Y tế; Bệnh viện; Bệnh viện Đa khoa
Đa khoa; Công đoàn cơ sở; Công đoàn bộ phận; Nghiệp đoàn; Chính sách; Pháp luật; Nữ công; Tuyên giáo
Dân vận; Tổ chức; Kiểm tra; Chính trị; Giúp việc; Công tác; Cảng cá; Cảng vụ; Đường thủy nội địa; Giày da; Quân sự
Biên phòng; Bộ đội; Tòa án nhân dân; Viện kiểm sát nhân dân
Nhà Văn hóa Lao động; Thành phố Hồ Chí Minh; TP. Hồ Chí Minh; thành phố; thị xã; thị trấn; đặc khu; khu vực
Điện tử; Cơ khí; Kỹ thuật; Công nghệ; Thương mại; Dịch vụ; Sản xuất; Đầu tư; Xuất nhập khẩu; Quốc tế; Vận tải
Lâm nghiệp; Thủy sản; Thủy lợi; Thủy điện; Nhiệt điện; Cấp nước; Thoát nước; Môi trường; Đô thị; Viễn thông
Phát thanh; Truyền hình; Sư phạm; Kinh tế; Khoa học; Bách khoa; Dược phẩm; Vật liệu; Da giày; May mặc
Chế biến; Thực phẩm; Phụ sản; Sản nhi; Nhi đồng; Tâm thần; Y học cổ truyền; Gang thép; Luyện kim; miền Bắc
miền Trung; miền Nam; Khối Cơ quan và Doanh nghiệp; Mía đường; Nông Lâm; Phục hồi chức năng; Da liễu
Khách sạn; Khu nghỉ dưỡng; mở rộng; Lương thực; Xăng dầu; Hóa dầu; Phân bón; Thuốc lá; Cà phê; Hồ tiêu; Thủy tinh
Nội thất; Chăn nuôi; Thú y; Kiểm lâm; Khuyến nông; Trồng trọt; Bảo vệ thực vật; Giống cây trồng; Thủy nông
Đê điều; Công trình; Cầu đường; Đăng kiểm; Đường bộ; Hải quan; Dự trữ; Thống kê; Chứng khoán; Bảo hiểm; Lữ hành
Xổ số; Kiến thiết; Vệ sinh; Cây xanh; Chiếu sáng; Đóng tàu; Hoa tiêu; Bưu chính; Truyền tải; Phát điện; Khoáng sản
Địa chất; Trắc địa; Bản đồ; Khí tượng; Thủy văn; Năng lượng; Nguyên tử; Đo lường; Thương nghiệp; Lắp máy; Cơ giới
Chế xuất; Bao bì; Giống; Văn phòng phẩm; Sở hữu trí tuệ; Khối Doanh nghiệp; Khối Doanh nghiệp Trung ương
Thể thao; Văn hóa; Nghệ thuật; Phòng cháy; Chữ thập đỏ; Người cao tuổi; Khuyết tật; Trung cấp; Nghề; Giao thông
Nhà nước; Ngân hàng Nhà nước; khu vực nhà nước; ngoài nhà nước; vốn nhà nước; sự nghiệp; công lập; người lao động
người sử dụng lao động; người đứng đầu; thủ trưởng; đoàn viên; ban ngành; đoàn thể; địa phương; tổ chức đảng
cấp ủy; cấp uỷ; cấp ủy đảng; chính quyền; hợp tác xã; hộ kinh doanh; cơ sở sản xuất; chủ đầu tư; nhà thầu
cơ sở; cơ quan; doanh nghiệp; đơn vị; các bên; trực thuộc; trực tiếp; cấp trên; liên hợp; nhân dân
"""
_LEAST_TOPIC = 3
_SMALL_WORDS = frozenset(
    ("tỉnh", "huyện", "quận", "xã", "phường", "các", "và", "của", "ngành", "về", "cho", "tại", "ở", "với",
     "trong", "thuộc", "trên", "ngoài", "có", "chưa", "không", "nơi", "được", "từ", "là", "theo", "do")
)  # fmt: skip
_PHRASES = {topic: topic[0].upper() + topic[1:] for topic in TOPICS if len(topic) > _LEAST_TOPIC}
_PHRASES |= {name.strip().lower(): name.strip() for name in re.split(r";|\n", _NAMES.strip())}
_BEGINNING_WITH = by_first_word(_PHRASES)
_ACRONYM = re.compile(
    r"(?:CQ|DN|KT|XH|TC|VP|HC|NN|KH|DV|SX|GD|ĐT|MT|LĐ|TN|TT)$|[A-ZĐ]*[BCDGHKLMNPQRSTVXĐ]{3,}[A-ZĐ]*$|T[PXT]\.?$"
)
_NUMBERED_AREA = re.compile(r"\b(?:quận|phường)(?= \d)")
_COUNTED = re.compile(r"(?<=khu vực )[ivx]{1,5}(?!\w)", re.IGNORECASE)
""" "Chi cục Hải quan khu vực XI"."""
_AREA_OF_NAME = vietnamese(r"(?<=\s)(?:Thành phố|Tỉnh|Huyện|Thị xã)(?= (?!Hồ Chí Minh|Đoàn|Ủy)[A-ZÀ-ỸĐ])")
""" "Thành phố" alone is this town; before its name it is small, but for Thành phố Hồ Chí Minh."""
_ORGAN = re.compile(
    r"(?:Tổng|Liên|Ủy ban|Hội |Ban |Đoàn |Mặt|Tỉnh|Huyện|Thành|Đảng|Công đoàn|Chính|Quốc hội|Bộ "
    r"|Việt|Hồ Chí|LĐLĐ|UBND|CĐCS)"
)
_SEEN = 40
_PHRASE_WORDS = 12


def natural_case(name: str, text: str, folded: str) -> str:
    """ "LIÊN ĐOÀN LAO ĐỘNG TỈNH BẾN TRE" → "Liên đoàn Lao động tỉnh Bến Tre".

    As the paper itself writes the name in its `text` (`folded` without marks), else by the rules of Vietnamese.
    """
    name = name.replace("UỶ", "ỦY")
    if not name.isupper():
        return _with_trade_name(name) if name[:8].isupper() else name
    return _AREA_OF_NAME.sub(lambda area: area[0].lower(), _cased(name.split(" "), text, folded))


def _with_trade_name(name: str) -> str:
    """ "CÔNG ĐOÀN PVFCCo" → "Công đoàn PVFCCo"."""
    words = name.split(" ")
    cased = _cased([word.upper() for word in words], "", "")
    pairs = zip(words, cased.split(" "), strict=False)
    return " ".join(small if word.isupper() else word for word, small in pairs)


def _cased(words: list[str], text: str, folded: str) -> str:
    ruled = _by_rule(words, text)
    for first in range(len(words) - 1):
        ending = _as_written(" ".join(words[first:]), text, folded)
        if ending:
            beginning = _beginning(words[:first], text, folded) if first > 1 else None
            return _first_capital(" ".join([beginning or " ".join(ruled[:first]), ending]).strip())
    for last in range(len(words) - 1, 1, -1):
        beginning = _beginning(words[:last], text, folded)
        if beginning:
            return " ".join([beginning, *ruled[last:]])
    return _first_capital(" ".join(ruled))


_ANY_WORKPLACE = re.compile(r"(?:đoàn|bộ|ủy|cơ sở) (?:trường|công ty|bệnh viện|nhà máy|viện)$")


def _beginning(words: list[str], text: str, folded: str) -> str | None:
    """The first words as the text writes them; not "Công đoàn trường", which is any, before the name of the school."""
    written = _as_written(" ".join(words), text, folded)
    return None if written and _ANY_WORKPLACE.search(written) else written


_PLACE = vietnamese(
    r"(?:[Qq]uận \d+|(?:(?:Tỉnh|Thành|Huyện|Thị|Quận) ủy|[Tt]ỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn"
    r"|đặc khu|TP\.)(?: (?:- )?[A-ZÀ-ỸĐ][^,\s]*){1,4})$"
)


def is_known_name(name: str) -> bool:
    """Whether every word of an organ's name, but for a place's at its end, is one whose case is known."""
    rest, at = "", 0
    lowered = _PLACE.sub("", name).lower()
    for start, known in _known_phrases(lowered):
        rest += lowered[at:start]
        at = start + len(known)
    return all(word in _SMALL_WORDS or word in "-–" for word in (rest + lowered[at:]).split())


def _known_phrases(lowered: str) -> Iterator[tuple[int, str]]:
    """Each known phrase in `lowered` with its place, the longest at its place; none overlaps one before it."""
    taken = 0
    for word in FIRST_WORD.finditer(lowered):
        if word.start() >= taken and (known := _phrase_at(lowered, word)):
            yield word.start(), known
            taken = word.start() + len(known)


def _phrase_at(lowered: str, word: re.Match[str]) -> str | None:
    """The longest known phrase that begins with `word` and ends where a word does."""
    for phrase in _BEGINNING_WITH.get(word[0], ()):
        end = word.start() + len(phrase)
        if lowered.startswith(phrase, word.start()) and not FIRST_WORD.match(lowered, end):
            return phrase
    return None


_LONGEST_PIECE = 4


def is_torn(before: str, after: str) -> bool:
    """Whether a name was torn between two words that belong together: "TỔNG LIÊN" over "ĐOÀN LAO ĐỘNG VIỆT NAM"."""
    first, then = before.lower().split(" ")[-_LONGEST_PIECE:], after.lower().split(" ")[:_LONGEST_PIECE]
    pieces = [" ".join(first[at:]) for at in range(len(first))]
    if any(piece in _PHRASES for piece in pieces):
        return False
    counts = range(1, len(then) + 1)
    own = max((count for count in counts if " ".join(then[:count]) in _PHRASES), default=0)
    joined = [count for count in counts if any(f"{piece} {' '.join(then[:count])}" in _PHRASES for piece in pieces)]
    return max(joined, default=0) >= max(own, 1)


def sentence_case(title: str, text: str, folded: str, *, first_capital: bool) -> str:
    """A subject printed in capitals as a sentence: as the paper's text writes its words, names with capitals."""
    if not title.isupper():
        return title
    words = title.split(" ")
    result: list[str] = []
    while len(result) < len(words):
        result += _longest_written(words[len(result) :], text, folded)
    lowered = " ".join(result)
    return _first_capital(lowered) if first_capital else lowered


def _longest_written(words: list[str], text: str, folded: str) -> list[str]:
    """The first words as they stand together in the running text; one word, small, when no two do."""
    for count in range(min(len(words), _PHRASE_WORDS), 1, -1):
        wanted = " ".join(words[:count])
        at, target = -1, fold(wanted)
        for _ in range(_SEEN):
            at = folded.find(target, at + 1)
            if at < 0:
                break
            written = text[at : at + len(wanted)]
            inside = folded[at - 1 : at].isalnum() or folded[at + len(wanted) : at + len(wanted) + 1].isalnum()
            if not inside and not written.isupper() and written.upper() == wanted and not _opens(text, at):
                return written.split(" ")
    lowered = " ".join(words).lower()
    first = FIRST_WORD.match(lowered)
    known = _phrase_at(lowered, first) if first else None
    if known and _ORGAN.match(_PHRASES[known]):
        return _PHRASES[known].split(" ")
    return [words[0] if _ACRONYM.match(words[0]) else words[0].lower()]


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or a line begins at `at`: then its capital says nothing."""
    return text[at].isupper() and (at == 0 or text[at - 1] == "\n" or text[at - 2 : at] in (". ", "- ", "+ ", ": "))


def _as_written(name: str, text: str, folded: str) -> str | None:
    """How the running text writes the name most often, if it begins with a capital there."""
    wanted, seen = fold(name), Counter[str]()
    at = folded.find(wanted)
    while at >= 0 and seen.total() < _SEEN:
        written = text[at : at + len(name)]
        after = folded[at + len(name) : at + len(name) + 1]
        if written[0].isupper() and not written.isupper() and not after.isalnum() and written.upper() == name:
            seen[written] += 1
        at = folded.find(wanted, at + 1)
    return seen.most_common(1)[0][0] if seen else None


def _by_rule(words: list[str], text: str) -> list[str]:
    """Known names as they are written, small words small, everything else as a proper name.

    Words that the running `text` writes together in small letters, and nowhere with capitals, are no name.
    """
    lowered = _NUMBERED_AREA.sub(lambda match: match[0].capitalize(), " ".join(words).lower())
    result, at = [], 0
    for start, known in _known_phrases(lowered):
        result += _between_names(lowered[at:start].split(), text)
        result += _PHRASES[known].split(" ")
        at = start + len(known)
    result += _between_names(lowered[at:].split(), text)
    printed = dict(zip((word.lower() for word in words), words, strict=True))
    cased = " ".join(_acronym(printed.get(word.lower(), ""), word) for word in result).replace(" ,", ",")
    return _COUNTED.sub(lambda counted: counted[0].upper(), cased).split(" ")


def _between_names(words: list[str], text: str) -> list[str]:
    together, proper = " ".join(words), [_word(word) for word in words]
    is_small = len(words) > 1 and f" {together} " in text and " ".join(proper) not in text
    return words if is_small else proper


def _word(word: str) -> str:
    return word if word.rstrip(",;") in _SMALL_WORDS or word[0].isupper() else _capital(word)


def _acronym(printed: str, word: str) -> str:
    return printed if _ACRONYM.match(printed) else word


def _capital(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def _first_capital(name: str) -> str:
    return name[:1].upper() + name[1:]
