"""One paper, however its letters were stored."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from string import ascii_letters

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congdoan.documents.reading.cli import main
from congdoan.documents.reading.extract.encodings import decode
from congdoan.documents.reading.layout.clean import clean_line, clean_lines, readable
from congdoan.documents.reading.reader import read_file, read_text
from tests.reading.old_letters import tcvn3, vni

CASES = sorted((Path(__file__).parent.parent.parent / "cases").glob("*.txt"))
TEXT = (Path(__file__).parent.parent.parent / "cases" / "thang-cong-nhan.txt").read_text("utf-8")


def windows_1258(text: str) -> bytes:
    """Each tone as a sign of its own after its vowel, as Windows stored Vietnamese."""
    apart = "".join(letter if _in_1258(letter) else _tone_apart(letter) for letter in text)
    return apart.encode("cp1258")


def _in_1258(letter: str) -> bool:
    return letter.encode("cp1258", "ignore") != b""


def _tone_apart(letter: str) -> str:
    signs = unicodedata.normalize("NFD", letter)
    tone = next(sign for sign in signs if sign in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", signs.replace(tone, "")) + tone


def tone_before_hat(text: str) -> str:
    """Decomposed, the tone typed before the hat or the breve."""
    apart = unicodedata.normalize("NFD", text)
    for shape in "\u0302\u0306":
        for tone in "\u0300\u0301\u0303\u0309":
            apart = apart.replace(shape + tone, tone + shape)
    return apart


FORMS = {
    "utf-8": TEXT.encode(),
    "utf-8 with a byte order mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "utf-16 little": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "utf-16 big": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "utf-16 little without a mark": TEXT.encode("utf-16-le"),
    "utf-16 big without a mark": TEXT.encode("utf-16-be"),
    "decomposed": unicodedata.normalize("NFD", TEXT).encode(),
    "tones before hats": tone_before_hat(TEXT).encode(),
    "line ends of windows": TEXT.replace("\n", "\r\n").encode(),
    "line ends of old macintosh": TEXT.replace("\n", "\r").encode(),
    "hard and invisible spaces": TEXT.replace(" ", "\u00a0\u200b").encode(),
    "soft hyphens and joiners": TEXT.replace("ng", "n\u00ad\u2060g").encode(),
    "windows-1258": windows_1258(TEXT),
    "tcvn3 as bytes": tcvn3(TEXT).encode("cp1252"),
    "tcvn3 pasted into utf-8": tcvn3(TEXT).encode(),
    "vni as bytes": vni(TEXT).encode("cp1252"),
    "vni pasted into utf-8": vni(TEXT).encode(),
    "utf-8 misread and saved again": TEXT.encode().decode("latin-1").encode(),
    "full-width digits and stops": TEXT.translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789.,/"}).encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_encoding_gives_the_same_reading(form, tmp_path):
    path = tmp_path / "plan.txt"
    path.write_bytes(FORMS[form])
    assert read_file(path) == read_text(TEXT)


def test_lines_in_different_encodings_stand_in_one_paper(tmp_path):
    ways = (str, tcvn3, vni)
    lines = [ways[at % 3](line) for at, line in enumerate(TEXT.split("\n"))]
    path = tmp_path / "plan.txt"
    path.write_text("\n".join(lines), "utf-8")
    assert read_file(path) == read_text(TEXT)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_paper_in_unicode_is_left_as_it_is_and_old_ones_come_to_it(path):
    text = readable(decode(path.read_bytes())).replace("\u00ad", "")  # TCVN3 has its "ư" where the soft hyphen is
    assert readable(text) == text
    assert readable(vni(text)) == text
    unbroken = text.replace("\u00ad", "")  # a soft hyphen is the letter ư in TCVN3, which has none
    assert readable(tcvn3(unbroken)).lower() == unbroken.lower()


@pytest.mark.parametrize(
    "line",
    [
        "Diện tích 30 m², cao 2,5 m ± 0,1; góc 25º; ½ số phòng; 3 × 4 bàn © 2023",
        "Company: Société Générale, Zürich, São Paulo, Ærø, mañana",
        "« Đổi mới » – ‹ sáng tạo ›",
        "Toà án, hoà giải, khoẻ, thuý, quỵ, cuỗm",
        "RÀ SOÁT Ô TÔ",
    ],
)
def test_letters_of_other_languages_and_signs_are_no_old_encoding(line):
    assert readable(line) == line


def test_old_fonts_knew_no_capitals_with_a_tone():
    assert readable(tcvn3("Số: 12/KH-UBND\nỦy ban nhân dân\nĐỀ ÁN\n- Ít nhất 90% cơ sở. Ở huyện: KẾ HOẠCH")) == (
        "Số: 12/KH-UBND\nỦy ban nhân dân\nĐỀ ÁN\n- Ít nhất 90% cơ sở. Ở huyện: KẾ HOẠCH"
    )


SIGNS = [*"-–—‐‑−•·●▪◦►➢✓✔❖■□◆◇∙⁃‣▸➔☐\uf0b7\uf0d8\uf0fc\uf076\uf0a7\uf02d\uf0a8\uf071", "o", "§", "Ø", "ü", "v", "q"]


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_of_a_list_opens_a_task(sign):
    reading = read_text(
        f"KẾ HOẠCH\nCông tác năm 2023\nI. NỘI DUNG\n{sign} Tổ chức hội nghị cán bộ.\n{sign}\tRà soát quy chế làm việc."
    )
    assert [task.text for task in reading.tasks] == ["Tổ chức hội nghị cán bộ.", "Rà soát quy chế làm việc."]


def test_the_command_prints_the_normalised_text_alone(tmp_path, capfd):
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, "utf-8")
    assert main([str(path), "--format", "text"]) == 0
    out, err = capfd.readouterr()
    assert out == read_text(TEXT).text
    assert err == ""


@given(st.text(alphabet=" ovq.-–“\tĐđẮắƠơỹäÖµ·\u0301\u00a0\uf02d" + ascii_letters, max_size=24))
def test_a_line_by_itself_is_cleaned_as_one_among_others(line):
    assert [clean_line(line)] == clean_lines(line)
