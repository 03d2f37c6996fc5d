"""What a Word paper shows and what it hides: accepted changes, text boxes, fields, notes, page headers."""

from __future__ import annotations

from congdoan.documents.reading.model import PlanReading
from congdoan.documents.reading.reader import read_file
from tests.reading.test_word_numbering import OUTLINE
from tests.reading.words import NAMES, OFFICE, W, num, numbered, paragraph, plain, read, run, styled, word

LETTERHEAD = (
    "LĐLĐ TỈNH AN GIANG",
    "Số: 15/KH-LĐLĐ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "An Giang, ngày 20 tháng 01 năm 2023",
)
BREAK = "<w:r><w:br/></w:r>"
NUMBERING = OUTLINE + num(1, 0) + num(2, 0, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>')


def tasks(reading: PlanReading) -> list[str]:
    return [task.text for task in reading.tasks]


def test_automatic_numbers_are_the_sections_that_assignments_name(tmp_path):
    path = word(
        tmp_path / "a.docx",
        plain("KẾ HOẠCH"),
        plain("Công tác năm 2023"),
        numbered("MỤC ĐÍCH", 0),
        numbered("Thống nhất nhận thức.", 4),
        numbered("NỘI DUNG", 0),
        numbered("Công tác tổ chức", 1),
        numbered("Rà soát tổ chức bộ máy.", 2),
        numbered("Sắp xếp, bố trí cán bộ.", 2),
        numbered("Công tác tuyên truyền", 1),
        numbered("Mở chuyên mục trên báo.", 3),
        numbered("Tổ chức hội thi.", 3),
        numbered("TỔ CHỨC THỰC HIỆN", 0),
        numbered("Ban Tổ chức chủ trì thực hiện mục 1.1, 1.2.", 1, 2),
        numbered("Ban Tuyên giáo chủ trì thực hiện mục 2.", 1, 2),
        numbering=NUMBERING,
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
        f"<w:p>{run('1. Tổ chức ')}<w:del w:id='1'><w:r><w:delText>hội thảo</w:delText></w:r></w:del>"
        f"<w:ins w:id='2'>{run('hội nghị')}</w:ins>{run(' cán bộ.')}</w:p>"
    )
    reading = read_file(word(tmp_path / "a.docx", plain("I. NỘI DUNG"), changed))
    assert tasks(reading) == ["Tổ chức hội nghị cán bộ."]
    assert "tracked_changes" in {warning.code for warning in reading.warnings}


def test_a_moved_paragraph_is_read_where_it_went_and_a_joined_one_as_one(tmp_path):
    moved_away = f"<w:moveFrom w:id='2'>{run('1. Rà soát.')}</w:moveFrom>"
    path = word(
        tmp_path / "a.docx",
        paragraph(moved_away, properties="<w:rPr><w:moveFrom w:id='1'/></w:rPr>"),
        plain("1. Công khai thủ tục."),
        paragraph(f"<w:moveTo w:id='3'>{run('2. Rà soát quy chế.')}</w:moveTo>"),
        paragraph("3. Tổ chức hội nghị", properties="<w:rPr><w:del w:id='4'/></w:rPr>"),
        plain(" Người lao động."),
    )
    assert read(path) == ["1. Công khai thủ tục.", "2. Rà soát quy chế.", "3. Tổ chức hội nghị Người lao động."]
    assert "tracked_changes" in {warning.code for warning in read_file(path).warnings}


def test_text_boxes_are_read_once_in_either_form(tmp_path):
    box = f"<w:txbxContent>{plain('2. Rà soát thủ tục.')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    old = f"<mc:AlternateContent><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    for form in (both, old):
        path = word(
            tmp_path / "a.docx", plain("I. NỘI DUNG"), plain("1. Công khai thủ tục."), f"<w:p><w:r>{form}</w:r></w:p>"
        )
        assert tasks(read_file(path)) == ["Công khai thủ tục.", "Rà soát thủ tục."]


def test_fields_show_their_results_and_never_their_code(tmp_path):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    inner = (
        mark.format("begin")
        + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        + mark.format("separate")
        + run("12")
        + mark.format("end")
    )
    nested = (
        mark.format("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + inner + mark.format("separate")
        + run("quý II/2023") + mark.format("end")
    )  # fmt: skip
    link = f'<w:hyperlink r:id="r9">{run("hội nghị")}</w:hyperlink>'
    simple = f'<w:fldSimple w:instr="DATE">{run(" cán bộ")}</w:fldSimple>'
    path = word(tmp_path / "a.docx", f"<w:p>{run('1. Tổ chức ')}{link}{simple}{run(' trong ')}{nested}{run('.')}</w:p>")
    assert read(path) == ["1. Tổ chức hội nghị cán bộ trong quý II/2023."]


def test_content_controls_are_read_and_their_hints_are_not(tmp_path):
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    hint = control.format("<w:showingPlcHdr/>", run("Bấm vào đây để nhập"))
    contents = control.format(
        '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>', plain("I. NỘI DUNG 3")
    )
    path = word(
        tmp_path / "a.docx",
        contents,
        control.format("", plain("I. NỘI DUNG")),
        f"<w:p>{run('1. Tổ chức ')}{control.format('', run('hội nghị'))}{hint}{run('.')}</w:p>",
    )
    assert read(path) == ["I. NỘI DUNG", "1. Tổ chức hội nghị."]


def test_a_table_of_contents_by_style_is_no_part_of_the_paper(tmp_path):
    styles = '<w:style w:type="paragraph" w:styleId="M1"><w:name w:val="toc 1"/></w:style>'
    path = word(tmp_path / "a.docx", styled("I. NỘI DUNG 3", "M1"), plain("I. NỘI DUNG"), styles=styles)
    assert read(path) == ["I. NỘI DUNG"]


def test_hidden_words_are_hidden_and_capitals_are_as_shown(tmp_path):
    styles = (
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Ten loai"/><w:rPr><w:caps/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="C"><w:name w:val="Hoa"/><w:rPr><w:caps/></w:rPr></w:style>'
    )
    sentence = [
        run("Bí mật", "<w:vanish/>"),
        "1. Tổ chức ",
        run("hội nghị", "<w:caps/>"),
        " ở ",
        run("ban", "<w:rStyle w:val='C'/>"),
    ]
    off = paragraph(run("Không hoa", "<w:caps w:val='0'/>"), properties="<w:pStyle w:val='T'/>")
    body = styled("Kế hoạch", "T") + paragraph(*sentence) + off
    assert read(word(tmp_path / "a.docx", body, styles=styles)) == [
        "KẾ HOẠCH",
        "1. Tổ chức HỘI NGHỊ ở BAN",
        "Không hoa",
    ]


def test_notes_stand_after_the_paper_and_are_no_tasks(tmp_path):
    noted = paragraph("1. Tổ chức hội nghị", "<w:r><w:footnoteReference w:id='2'/></w:r>", " cán bộ công đoàn.")
    start, end = "<w:commentRangeStart w:id='1'/>", "<w:commentRangeEnd w:id='1'/>"
    comment = paragraph(start, "2. Rà soát thủ tục.", end, "<w:r><w:commentReference w:id='1'/></w:r>")
    note = "Theo Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị."
    notes = f"<w:footnote w:id='2'>{plain(note)}</w:footnote>"
    path = word(
        tmp_path / "a.docx", plain("I. NỘI DUNG"), noted, comment, footnotes=notes, comments=plain("Sửa lại câu này")
    )
    reading = read_file(path)
    assert tasks(reading) == ["Tổ chức hội nghị cán bộ công đoàn.", "Rà soát thủ tục."]
    assert reading.text.endswith(f"\n[1] {note}\n")
    assert [citation.symbol for citation in reading.citations] == ["217-QĐ/TW"]
    assert "Sửa lại" not in reading.text


def test_a_line_break_inside_a_sentence_is_no_end_and_one_after_a_sentence_is(tmp_path):
    broken = paragraph(
        "1. Tổ chức hội nghị triển khai công tác năm 2023 tới các",
        BREAK,
        "LĐLĐ huyện, thành phố.",
        BREAK,
        "- Rà soát quy chế.",
        "<w:r><w:br w:type='page'/></w:r>",
        "- Công khai",
        "<w:r><w:cr/></w:r>",
        "thủ tục.",
    )
    assert read(word(tmp_path / "a.docx", broken)) == [
        "1. Tổ chức hội nghị triển khai công tác năm 2023 tới các LĐLĐ huyện, thành phố.",
        "- Rà soát quy chế.",
        "- Công khai thủ tục.",
    ]


def test_lines_of_a_letterhead_stay_apart(tmp_path):
    centred = paragraph(
        "Độc lập - Tự do - Hạnh phúc và những điều khác nữa",
        BREAK,
        "An Giang, ngày 20 tháng 01 năm 2023",
        properties="<w:jc w:val='center'/>",
    )
    organ = paragraph("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM NHIỆM KỲ MỚI", BREAK, "LĐLĐ TỈNH AN GIANG")
    assert len(read(word(tmp_path / "a.docx", centred, organ))) == 4


def test_the_letterhead_may_stand_in_the_header_of_the_first_page(tmp_path):
    kinds = (("first", "r7"), ("default", "r8"))
    references = (f'<w:headerReference w:type="{kind}" r:id="{name}"/>' for kind, name in kinds)
    section = f"<w:sectPr><w:titlePg/>{''.join(references)}</w:sectPr>"
    path = word(
        tmp_path / "a.docx",
        plain("KẾ HOẠCH"),
        plain("Công tác năm 2023"),
        plain("I. NỘI DUNG"),
        plain("1. Công khai thủ tục."),
        section,
        header1="".join(map(plain, LETTERHEAD)),
        header2=plain("2"),
        relations=f'<Relationship Id="r7" Type="{OFFICE}/header" Target="header1.xml"/>'
        f'<Relationship Id="r8" Type="{OFFICE}/header" Target="header2.xml"/>',
    )
    header = read_file(path).header
    assert (header.symbol, header.issuer) == ("15/KH-LĐLĐ", "LĐLĐ tỉnh An Giang")


def test_the_main_part_may_have_another_name_and_the_strict_form(tmp_path):
    body = (plain("I. NỘI DUNG"), plain("1. Công khai thủ tục."))
    path = word(tmp_path / "a.docx", *body, main="word/document2.xml")
    assert tasks(read_file(path)) == ["Công khai thủ tục."]
    path = word(tmp_path / "b.docx", *body, names=NAMES.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main"))
    assert tasks(read_file(path)) == ["Công khai thủ tục."]


def test_a_paper_pasted_line_by_line_is_read_in_paragraphs(tmp_path):
    lines = [
        "KẾ HOẠCH", "Công tác kiểm tra năm 2023", "I. NỘI DUNG",
        "1. Kiểm tra việc chấp hành Điều lệ Công đoàn Việt Nam tại 08 công đoàn cơ sở",
        "khối trường học, hoàn thành trong quý III năm 2023 theo chương trình của Ban",
        "Thường vụ Liên đoàn Lao động huyện.",
        "2. Giám sát việc thực hiện chế độ, chính sách đối với nhà giáo và người lao động",
        "trong các cơ sở giáo dục ngoài công lập trên địa bàn huyện, báo cáo kết quả về",
        "Liên đoàn Lao động tỉnh.",
    ]  # fmt: skip
    reading = read_file(word(tmp_path / "a.docx", *map(plain, lines)))
    assert [text[-10:] for text in tasks(reading)] == ["ộng huyện.", "động tỉnh."]
