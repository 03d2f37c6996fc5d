"""What Word shows but does not store: automatic numbers, accepted changes, text boxes."""

from __future__ import annotations

import zipfile
from pathlib import Path

from congdoan.documents.reading.reader import read_file

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def level(at: int, style: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.")
    + level(2, "decimal", "%2.%3.")
    + level(3, "lowerLetter", "%4)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "\uf02d")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    + '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    + "</w:numbering>"
)


def numbered(text: str, at: int, list_id: int = 1) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def plain(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word(path: Path, *paragraphs: str) -> Path:
    body = f'<w:document xmlns:w="{W}"><w:body>{"".join(paragraphs)}</w:body></w:document>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", body)
        archive.writestr("word/numbering.xml", NUMBERING)
    return path


def test_automatic_numbers_are_counted_as_word_shows_them(tmp_path):
    path = word(
        tmp_path / "a.docx",
        plain("KẾ HOẠCH"),
        plain("Công tác năm 2023"),
        numbered("MỤC ĐÍCH", 0),
        numbered("Thống nhất nhận thức.", 0, 2),
        numbered("NỘI DUNG", 0),
        numbered("Công tác tổ chức", 1),
        numbered("Rà soát tổ chức bộ máy.", 2),
        numbered("Sắp xếp, bố trí cán bộ.", 2),
        numbered("Công tác tuyên truyền", 1),
        numbered("Mở chuyên mục trên báo.", 3),
        numbered("Tổ chức hội thi.", 3),
        numbered("TỔ CHỨC THỰC HIỆN", 0),
        numbered("Ban Tổ chức chủ trì thực hiện mục 1.1, 1.2.", 1, 3),
        numbered("Ban Tuyên giáo chủ trì thực hiện mục 2.", 1, 3),
    )
    reading = read_file(path)
    assert [(task.section, task.lead) for task in reading.tasks] == [
        ("II.1.1", ("Ban Tổ chức",)),
        ("II.1.2", ("Ban Tổ chức",)),
        ("II.2.a", ("Ban Tuyên giáo",)),
        ("II.2.b", ("Ban Tuyên giáo",)),
    ]
    assert [section.number for section in reading.sections][-3:] == ["III", "III.1", "III.2"]


def test_tracked_changes_are_read_as_accepted_and_said_so(tmp_path):
    changed = (
        "<w:p><w:r><w:t>1. Tổ chức </w:t></w:r><w:del w:id='1'><w:r><w:delText>hội thảo</w:delText></w:r></w:del>"
        "<w:ins w:id='2'><w:r><w:t>hội nghị</w:t></w:r></w:ins><w:r><w:t> cán bộ.</w:t></w:r></w:p>"
    )
    reading = read_file(word(tmp_path / "a.docx", plain("I. NỘI DUNG"), changed))
    assert [task.text for task in reading.tasks] == ["Tổ chức hội nghị cán bộ."]
    assert "tracked_changes" in {warning.code for warning in reading.warnings}


def test_text_boxes_are_read_once(tmp_path):
    box = "<w:txbxContent><w:p><w:r><w:t>2. Rà soát thủ tục.</w:t></w:r></w:p></w:txbxContent>"
    shape = (
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><mc:AlternateContent>'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    reading = read_file(word(tmp_path / "a.docx", plain("I. NỘI DUNG"), plain("1. Công khai thủ tục."), shape))
    assert [task.text for task in reading.tasks] == ["Công khai thủ tục.", "Rà soát thủ tục."]
