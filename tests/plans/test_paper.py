import pytest

from congdoan.core.printing.paper import Bullet, Heading, Paragraph, Table
from congdoan.documents.models import Document, Reading
from congdoan.plans.exports.paper import body_of, plan_paper
from congdoan.plans.models import Plan, Section, Task
from tests.world import Federation

TEXT = (
    "KẾ HOẠCH\nThực hiện Kế hoạch số 241/KH-TLĐ, Ban Thường vụ xây dựng kế hoạch:\nII. NỘI DUNG\n1. Tuyên truyền\n"
    "1.1. Phổ biến mục tiêu cải cách.\n- Mở lớp tập huấn.\nNgoài ra, theo dõi chung.\nTM. BAN THƯỜNG VỤ\nNơi nhận:"
)


@pytest.fixture
def read_plan(federation: Federation) -> Plan:
    paper = Document.objects.create(unit=federation.province, subject="Cải cách")
    reading = Reading.objects.create(document=paper, text=TEXT)
    plan = Plan.objects.create(unit=federation.province, subject="Cải cách", document=paper, reading=reading)
    for order, (number, printed, title, depth) in enumerate(
        [("II", "II", "NỘI DUNG", 0), ("II.1", "1", "Tuyên truyền", 1), ("II.1.1", "1.1", "Phổ biến mục tiêu", 2)]
    ):
        start = TEXT.index(title)
        Section.objects.create(
            plan=plan, number=number, printed=printed, title=title, depth=depth, order=order, start=start
        )
    for order, words in enumerate(["Phổ biến mục tiêu cải cách.", "Mở lớp tập huấn."]):
        start = TEXT.index(words)
        Task.objects.create(plan=plan, order=order, title=words, text=words, start=start, end=start + len(words))
    return plan


def test_the_printed_plan_keeps_the_papers_own_paragraphs_in_order(read_plan: Plan) -> None:
    assert body_of(read_plan) == [
        Heading(1, "II.", "NỘI DUNG"),
        Heading(2, "1.", "Tuyên truyền"),
        Bullet("1.1.", "Phổ biến mục tiêu cải cách."),
        Bullet("-", "Mở lớp tập huấn."),
        Paragraph("Ngoài ra, theo dõi chung."),
    ]


def test_words_changed_in_the_review_are_the_words_that_are_printed(read_plan: Plan) -> None:
    read_plan.tasks.filter(order=1).update(text="Mở 4 lớp tập huấn.")
    assert Bullet("-", "Mở 4 lớp tập huấn.") in body_of(read_plan)


def test_the_paper_rests_on_what_the_introduction_names_and_ends_with_the_table_of_assignments(read_plan: Plan) -> None:
    paper = plan_paper(read_plan)
    assert paper.legal_bases == ("Thực hiện Kế hoạch số 241/KH-TLĐ, Ban Thường vụ xây dựng kế hoạch:",)
    assert isinstance(paper.body[-1], Table)
    assert paper.is_draft
