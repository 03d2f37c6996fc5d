"""Short forms of an issuing organ's name, as folded patterns: "cdn", "cd kkt", "cdvc tinh", "ldld tp", "hu"."""

from __future__ import annotations

import re

_TAIL = r"(?: (?:tinh|huyen|tp|thanh pho|quan|thi xa|xa|phuong|viet nam|vn)(?: [a-z]+){0,3})?"
_NO_TRADE = (
    r"(?:co so|truong|cong ty|benh vien|xa|phuong|dac khu|khu|cac|tong|tap doan|xi nghiep|nha may|ban|chi cuc|cuc|so)"
    r"(?![a-z])"
)
_PARTY = {"tinh uy": "tu", "thanh uy": "(?:tu|thu)", "huyen uy": "hu", "thi uy": "(?:tu|thu)", "quan uy": "qu"}
_WORDS = (
    ("khu cong nghiep", "kcn"), ("khu kinh te", "kkt"), ("khu che xuat", "kcx"), ("tong cong ty", "tct"),
    ("vien chuc", "vc"), ("viet nam", "vn"), ("cong ty", "cty"), ("giao duc", "gd"), ("y te", "yt"),
)  # fmt: skip
_LEAST = 3


def short_forms(organ: str) -> list[str]:
    """Patterns of the short forms of a folded organ's name."""
    if organ.startswith("cong doan "):
        return _of_union(organ.removeprefix("cong doan ").split(" "))
    if organ.startswith(("lien doan lao dong thanh pho ", "ldld thanh pho ")):
        place = re.escape(organ.partition("thanh pho ")[2])
        return [rf"(?:lien doan lao dong|ldld) ?tp\.?(?: ?{place})?"]
    return [short for party, short in _PARTY.items() if organ == party or organ.startswith(f"{party} ")]


def _of_union(words: list[str]) -> list[str]:
    """Of the union of `words`: its first letters, all or those of its first words, run together or after "cd"."""
    named = " ".join(words)
    trade = re.escape(named.removeprefix("nganh "))
    forms = [] if re.match(_NO_TRADE, named) else [rf"(?:cong doan nganh|cd nganh|cdn)(?: {trade}|{_TAIL})"]
    spelled = [words, [word for word in words if word not in ("nganh", "cac")]]
    for each in spelled:
        for count in range(1, len(each) + 1):
            letters = "".join(word[:1] for word in each[:count])
            if len(letters) + 2 >= _LEAST and letters.isalpha():
                joint = "" if len(letters) == 1 else " ?"
                forms.append(rf"cd{joint}{letters}{_TAIL}")
    for long, few in _WORDS:
        for printed, other in ((long, few), (few, long)):
            before, found, after = named.partition(printed)
            if found and not before[-1:].isalpha() and not after[:1].isalpha():
                forms.append(_with_other(before, other, after))
    return list(dict.fromkeys(forms))


def _with_other(before: str, other: str, after: str) -> str:
    """ "cong doan kkt hai phong", "cong doan y te vn": one word short or in full, with what follows it or not."""
    rest = f"(?:{re.escape(after)})?" if after else ""
    lead = re.escape(before).replace(r"cac\ ", "(?:cac )?").replace(r"nganh\ ", "(?:nganh )?")
    return rf"(?:cong doan|cd) {lead}{other}(?:{rest}|{_TAIL})"
