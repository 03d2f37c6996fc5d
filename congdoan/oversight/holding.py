"""What a person did in inspections: records of their units' work, which stay."""

from typing import Final

from congdoan.accounts.held import HeldSource, Line, held_sources
from congdoan.accounts.models import User
from congdoan.oversight.models import Checklist, Finding, Inspection, InspectionStep, Programme, ProgrammeStep, Remedy

_STAYS: Final = "Hồ sơ kiểm tra là hồ sơ công việc của đơn vị (Luật Lưu trữ 33/2024/QH15)."


def register() -> None:
    held_sources.register("oversight", HeldSource("Kiểm tra", _work, stays=_STAYS, order=54))


def _work(user: User) -> list[Line]:
    steps = InspectionStep.objects.filter(by=user).count() + ProgrammeStep.objects.filter(by=user).count()
    remedies = Remedy.objects.filter(reported_by=user) | Remedy.objects.filter(rechecked_by=user)
    counts = (
        ("Chương trình kiểm tra đã soạn", Programme.objects.filter(created_by=user).count()),
        ("Bảng kiểm tra đã soạn", Checklist.objects.filter(created_by=user).count()),
        ("Cuộc kiểm tra làm trưởng đoàn", Inspection.objects.filter(lead=user).count()),
        ("Kết luận kiểm tra đã ký", Inspection.objects.filter(signer=user).count()),
        ("Thông báo kiểm tra đã nhận", Inspection.objects.filter(acknowledged_by=user).count()),
        ("Phát hiện đã giải trình", Finding.objects.filter(explained_by=user).count()),
        ("Kiến nghị đã báo cáo, phúc tra", remedies.count()),
        ("Bước của cuộc kiểm tra", steps),
    )
    return [(what, str(count)) for what, count in counts if count]
