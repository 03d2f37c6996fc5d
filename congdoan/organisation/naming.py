"""How papers write the names of units: spelling, abbreviations, and words that mean every unit of a kind.

Pure text, no database. Everything here is compared in one plain form: lower case, without tones and punctuation.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from congdoan.core.text import alphabet_key, fold
from congdoan.organisation.kinds import UnitKind

_ABBREVIATIONS: Final[dict[str, str]] = {
    "ldld": "lien doan lao dong",
    "cdcs": "cong doan co so",
    "cdn": "cong doan nganh",
    "cd": "cong doan",
    "tld": "tong lien doan",
    "vp": "van phong",
    "ubkt": "uy ban kiem tra",
    "btv": "ban thuong vu",
    "bch": "ban chap hanh",
    "kcn": "khu cong nghiep",
    "tp": "thanh pho",
    "tx": "thi xa",
    "tt": "thi tran",
}
_CONFEDERATION: Final = re.compile(r"\btong lien doan( lao dong)?( viet nam)?\b")
_PLACE_WORD: Final = r"(huyen|thi xa|thanh pho|quan|thi|tp)"
_ALL: Final = r"(cac |tat ca cac |toan the cac |moi )"

_AUDIENCES: Final[tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]] = tuple(
    (re.compile(pattern), kinds)
    for pattern, kinds in (
        (
            rf"{_ALL}?lien doan lao dong (cac )?{_PLACE_WORD}( va)?( {_PLACE_WORD})+"
            rf"|{_ALL}lien doan lao dong {_PLACE_WORD}|lien doan lao dong cac {_PLACE_WORD}|lien doan lao dong huyen",
            (UnitKind.DISTRICT,),
        ),
        (
            r"((cac )?lien doan lao dong (cac )?tinh( va)? thanh pho|(cac )?lien doan lao dong cac tinh|"
            r"cac lien doan lao dong tinh)",
            (UnitKind.PROVINCE,),
        ),
        (rf"{_ALL}?cong doan nganh trung uong( va tuong duong)?", (UnitKind.SECTOR_CENTRAL,)),
        (rf"{_ALL}?cong doan nganh( dia phuong| tinh)?|cong doan cac nganh", (UnitKind.SECTOR_LOCAL,)),
        (rf"{_ALL}?cong doan (cac )?(xa|phuong)( va)?( (phuong|xa|dac khu))*", (UnitKind.COMMUNE,)),
        (rf"{_ALL}?cong doan co so", (UnitKind.GRASSROOTS,)),
        (rf"{_ALL}?nghiep doan( co so)?", (UnitKind.CRAFT_UNION,)),
        (
            rf"{_ALL}?cong doan cap tren (truc tiep )?co so",
            (UnitKind.DISTRICT, UnitKind.SECTOR_LOCAL, UnitKind.COMMUNE),
        ),
        (
            rf"{_ALL}?cong doan (cac cap|truc thuoc)|cac cap cong doan",
            (UnitKind.DISTRICT, UnitKind.SECTOR_LOCAL, UnitKind.COMMUNE, UnitKind.GRASSROOTS, UnitKind.CRAFT_UNION),
        ),
        (
            rf"(van phong va )?{_ALL}(phong )?ban( va van phong)?( chuyen mon| chuyen de| tham muu| lien quan)*",
            (UnitKind.DEPARTMENT,),
        ),
    )
)
_DESIGNATIONS: Final[dict[str, tuple[str, ...]]] = {
    UnitKind.CONFEDERATION: ("tong lien doan",),
    UnitKind.PROVINCE: ("lien doan lao dong tinh", "lien doan lao dong thanh pho", "tinh"),
    UnitKind.DISTRICT: (
        "lien doan lao dong huyen",
        "lien doan lao dong thi xa",
        "lien doan lao dong thanh pho",
        "huyen",
    ),
    UnitKind.SECTOR_LOCAL: ("cong doan nganh", "nganh"),
    UnitKind.GRASSROOTS: ("cong doan co so",),
}
_CITY: Final = re.compile(r"^LĐLĐ (thành phố|TP\.) ")
_RANK: Final = re.compile(r"^(LĐLĐ (huyện|thị xã|tỉnh|xã|phường)|CĐ (ngành|các)|CĐCS|CĐ) ")
_ABBREVIATED: Final = re.compile(r"(?:[Bb]an\s+)?[A-ZĐ]{2,}(?:[-–&.\s]+[A-ZĐ]+)*")
_BODY: Final = re.compile(r"^(ban thuong vu|thuong truc|ban chap hanh|doan chu tich|co quan|lanh dao)( |$)")


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Lower case words without tones and punctuation: "Ban Chính sách – Pháp luật" → "ban chinh sach phap luat"."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))


def spelt_out(text: str) -> str:
    """The plain form with abbreviations in full: "LĐLĐ TP. Bến Tre" → "lien doan lao dong thanh pho ben tre"."""
    words = " ".join(_ABBREVIATIONS.get(word, word) for word in plain(text).split())
    return _CONFEDERATION.sub("tong lien doan", words)


def audience(text: str) -> tuple[str, ...]:
    """The kinds of units that the words mean as a whole ("các LĐLĐ huyện, thành phố"); empty when they mean none."""
    words = re.sub(r" truc thuoc$", "", spelt_out(text))
    return next((kinds for pattern, kinds in _AUDIENCES if pattern.fullmatch(words)), ())


def designations(kind: str, *names: str) -> tuple[str, ...]:
    """How a paper of an organ speaks of the organ itself: "LĐLĐ tỉnh", "Liên đoàn Lao động tỉnh Bến Tre"."""
    return (*dict.fromkeys(spelt_out(name) for name in names), *_DESIGNATIONS.get(kind, ()))


def without_body(words: str) -> str | None:
    """What follows the name of a leading body ("ban thuong vu lien doan ..."); None when there is no such body."""
    found = _BODY.match(words)
    return words[found.end() :].strip() if found else None


def without_organ(words: str, organ: tuple[str, ...]) -> str | None:
    """`words` without the organ's own name at the end; None when it does not stand there."""
    for name in sorted(organ, key=len, reverse=True):
        if words.endswith(f" {name}"):
            return re.sub(r" (cua|thuoc|co quan)$", "", words[: -len(name) - 1])
    return None


def shorter_names(name: str, place: str = "") -> Iterator[str]:
    """Spelt-out names by which a unit of its own is also called: with and without rank, organisation and province."""
    full = spelt_out(name)
    if place:
        full = re.sub(rf" (tinh )?{re.escape(plain(place))}$", "", full) if " nganh " in f" {full} " else full
    yield full
    if found := re.match(r"(?:lien doan lao dong|cong doan) ((?:huyen|thi xa|thanh pho|quan) )?(.+)$", full):
        rank, rest = found.group(1) or "", found.group(2)
        yield from (f"lien doan lao dong {rest}", f"cong doan {rank}{rest}", f"{rank}{rest}", rest)
        if rest.startswith("nganh "):
            yield f"cong doan {rest.removeprefix('nganh ')}"


def abbreviates(short: str, full: str) -> bool:
    """Whether `short` is made of the beginnings of all words of `full`: "toc" and "tc" of "to chuc"."""
    if not full:
        return not short
    first, _, rest = full.partition(" ")
    taken = (size for size in range(1, len(first) + 1) if short[:size] == first[:size])
    return any(abbreviates(short[size:], rest) for size in taken)


def is_short_for(words: str, name: str) -> bool:
    """Whether a department's spelt-out `name` may be written as `words`: "ban tc", "ban cs pl", "ubkt"."""
    head, _, rest = name.partition(" ")
    if head == "ban":
        words = words.removeprefix("ban ")
        return bool(words) and abbreviates(words.replace(" ", ""), rest)
    return len(words) > 1 and abbreviates(words.replace(" ", ""), name)


def ways_to_write(text: str, organ: tuple[str, ...]) -> Iterator[str]:
    """Spelt-out forms of a confirmed name: an abbreviation with and without "Ban", the organ's name after it.

    "TGNC" of a province's papers is also "Ban TGNC" and "Ban TGNC LĐLĐ tỉnh".
    """
    whole = spelt_out(text)
    bare = whole.removeprefix("ban ")
    for words in (whole, bare, f"ban {bare}") if _ABBREVIATED.fullmatch(text.strip()) else (whole,):
        yield words
        for name in organ:
            yield from (f"{words} {name}", f"{words} cua {name}", f"{words} thuoc {name}")


def is_way_to_write(printed: str, text: str) -> bool:
    """Whether printed words are the confirmed name `text`, perhaps with the name of an organ after it."""
    words = spelt_out(printed)
    return any(words == name or words.startswith(f"{name} ") for name in ways_to_write(text, ()))


def without_rank(short_name: str) -> str:
    """The name without what its group already says: "LĐLĐ huyện Ba Tri" → "Ba Tri", "CĐ ngành Y tế" → "Y tế"."""
    name = _RANK.sub("", _CITY.sub("TP. ", short_name))
    return name[:1].upper() + name[1:]


def order_key(short_name: str) -> str:
    """Orders units in the Vietnamese alphabet, numbers in them by size: "CĐCS số 9" before "CĐCS số 10"."""
    return alphabet_key(re.sub(r"\d+", lambda found: found.group().zfill(6), short_name))


def search_words(short_name: str, name: str) -> str:
    """Every word by which somebody may look for a unit, each once: as written, spelt out, and the initials."""
    words = dict.fromkeys(f"{plain(short_name)} {plain(name)} {spelt_out(short_name)}".split())
    initials = "".join(word[0] for word in spelt_out(short_name).split())
    return " ".join([*words, initials])
