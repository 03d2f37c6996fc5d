"""A short paper as the reader would give it back, for tests of what is made of it."""

from datetime import date

from congdoan.accounts.models import User
from congdoan.documents.models import Citation, Document, Reading
from congdoan.documents.reading.model import (
    Choice,
    Coordinator,
    Due,
    Header,
    Passage,
    PlanReading,
    Section,
    Span,
    Target,
    Task,
    Warning,
)
from congdoan.documents.reading.model import (
    Citation as ReadCitation,
)
from congdoan.documents.services.results import keep_result
from congdoan.organisation.models import Unit
from congdoan.plans.models import Plan
from congdoan.plans.services.drafting.from_reading import draft_from_reading

TEXT = """KẾ HOẠCH
Cải cách hành chính đến năm 2025
Thực hiện Kế hoạch số 241/KH-TLĐ ngày 24/8/2022 của Tổng Liên đoàn và Chỉ thị số 06-CT/TU.
II. NỘI DUNG
2.1. Về góp ý văn bản
- Chủ động rà soát các văn bản chỉ đạo.
- Tham gia góp ý văn bản quy phạm pháp luật. Tổng hợp ý kiến gửi cấp trên.
2.5. Về hiện đại hóa công tác chỉ đạo
- Nâng cao chất lượng ban hành nghị quyết, xong trước ngày 30/6/2023.
- Triển khai Đề án chuyển đối số, 80% hồ sơ.
III. TỔ CHỨC THỰC HIỆN
Giao Văn phòng chủ trì thuộc mục 2.1, mục 2.5; Ban Dân vận phối hợp.
Các LĐLĐ huyện xây dựng kế hoạch của địa phương.
"""


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _task(section: str, order: int, words: str, lead: tuple[str, ...], **more: object) -> Task:
    at = span(words)
    fields = {"cooperating": (), "due": None, "product": None, **more}
    return Task(section, order, words, lead, start=at.start, end=at.end, **fields)  # type: ignore[arg-type]


def _cited(type: str, symbol: str, words: str, day: date | None = None) -> ReadCitation:
    at = span(words)
    return ReadCitation(type, symbol, day, "Tổng Liên đoàn" if day else "Tỉnh ủy", None, words, at.start, at.end)


def paper() -> PlanReading:
    """Five tasks in three sections, one name that matches no unit, one passage to be read in two ways."""
    due = span("trước ngày 30/6/2023")
    doubt = span("thuộc mục 2.1, mục 2.5")
    return PlanReading(
        text=TEXT,
        header=Header(
            type="kế hoạch",
            subject="Cải cách hành chính đến năm 2025",
            until=date(2025, 12, 31),
            spans=(("subject", span("Cải cách hành chính đến năm 2025")),),
        ),
        citations=(
            _cited("kế hoạch", "241/KH-TLĐ", "Kế hoạch số 241/KH-TLĐ ngày 24/8/2022", date(2022, 8, 24)),
            _cited("chỉ thị", "06-CT/TU", "Chỉ thị số 06-CT/TU"),
        ),
        sections=tuple(
            Section(number, title, span(title).start, span(title).end, part)
            for number, title, part in (
                ("II", "NỘI DUNG", "contents"),
                ("II.2.1", "Về góp ý văn bản", "contents"),
                ("II.2.5", "Về hiện đại hóa công tác chỉ đạo", "contents"),
                ("III", "TỔ CHỨC THỰC HIỆN", "implementation"),
            )
        ),
        tasks=(
            _task("II.2.1", 1, "Chủ động rà soát các văn bản chỉ đạo.", ("Văn phòng",), cooperating=("Ban Dân vận",)),
            _task("II.2.1", 2, "Tham gia góp ý văn bản quy phạm pháp luật. Tổng hợp ý kiến gửi cấp trên.", ()),
            _task(
                "II.2.5",
                3,
                "Nâng cao chất lượng ban hành nghị quyết, xong trước ngày 30/6/2023.",
                ("Văn phòng",),
                due=Due("trước ngày 30/6/2023", date(2023, 6, 30), None, due.start, due.end),
            ),
            _task("II.2.5", 4, "Triển khai Đề án chuyển đối số, 80% hồ sơ.", ("Văn phòng",)),
            _task(
                "III",
                5,
                "Các LĐLĐ huyện xây dựng kế hoạch của địa phương.",
                ("Các LĐLĐ huyện",),
                audience=("district",),
            ),
        ),
        targets=(Target("II.2.5", "80% hồ sơ", 80, "%", span("80% hồ sơ").start, span("80% hồ sơ").end),),
        warnings=(
            Warning(
                "two_readings",
                "Câu này có thể hiểu hai cách, và không đơn vị nào khác được giao mục 2.5.",
                doubt.start,
                doubt.end,
                (
                    Choice("Văn phòng chủ trì cả mục 2.5", "Văn phòng", ("II.2.5",), True),
                    Choice("Mục 2.5 chưa có đơn vị chủ trì", None, ("II.2.5",)),
                ),
            ),
        ),
        passages=(Passage(0, 8, "", "header"),),
        coordinator=Coordinator("Văn phòng", span("Văn phòng").start, span("Văn phòng").end),
    )


def reading_of(unit: Unit, by: User, read: PlanReading | None = None) -> Reading:
    document = Document.objects.create(unit=unit, subject="Kế hoạch quét", validity="draft", added_by=by)
    reading = Reading.objects.create(document=document)
    keep_result(reading, read or paper(), {})
    return reading


def draft(unit: Unit, by: User) -> Plan:
    """The plan in review made of the paper."""
    return draft_from_reading(reading_id=reading_of(unit, by).pk, by=by)


def citation(plan: Plan, symbol: str) -> Citation:
    return Citation.objects.get(document=plan.document, symbol=symbol)
