"""Whether letters make a Vietnamese syllable: how text in the right encoding is told from text in a wrong one."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from congdoan.documents.reading import lazy_re as re

_INITIAL_LIST = "ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x"
_RHYME_LIST = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oat oay oăc oăm oăn oăng oăt
    oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt
    uơ uy uya uych uynh uyt uyn uyu uyên uyêt uê uêch uênh uân uâng uât uây
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
"""
_INITIALS = tuple(_INITIAL_LIST.split())
_RHYMES = frozenset(_RHYME_LIST.split())
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_TONED = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_STOPPED = ("c", "p", "t", "ch")
_STOP_TONES = {"\u0301", "\u0323"}
_ABBREVIATION = re.compile("[A-ZĐ]+")
WORD = re.compile(r"[A-Za-z\u00a1-\u024f\u0300-\u036f\u1e00-\u1eff]+")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether `word`, in composed letters of either case, is a possible Vietnamese syllable with its tone."""
    apart = unicodedata.normalize("NFD", word.lower())
    tones = _TONED.findall(apart)
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", apart.translate(_TONES))
    if not _has_rhyme(plain):
        return False
    return not plain.endswith(_STOPPED) or (bool(tones) and tones[0] in _STOP_TONES)


def _has_rhyme(plain: str) -> bool:
    if plain in _RHYMES:
        return True
    return any(plain.startswith(initial) and plain[len(initial) :] in _RHYMES for initial in _INITIALS)


def marked_words(text: str) -> tuple[int, int]:
    """How many words with letters outside ASCII are syllables, and how many are not.

    Lone letters and abbreviations such as LĐLĐ say nothing.
    """
    good = bad = 0
    for word in WORD.findall(text):
        if word.isascii():
            continue
        if is_syllable(word):
            good += len(word) > 1
        elif not _ABBREVIATION.fullmatch(word):
            bad += 1
    return good, bad
