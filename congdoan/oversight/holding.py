"""What a person did in inspections: records of their units' work, which stay."""

from typing import Final

from congdoan.accounts.held import HeldSource, Line, counted, held_sources
from congdoan.accounts.models import User
from congdoan.oversight.models import Checklist, Finding, Inspection, InspectionStep, Programme, ProgrammeStep, Remedy

_STAYS: Final = "Hồ sơ kiểm tra là hồ sơ công việc của đơn vị (Luật Lưu trữ 33/2024/QH15)."


def register() -> None:
    held_sources.register("oversight", HeldSource("Kiểm tra", _work, stays=_STAYS, order=54))


def _work(user: User) -> list[Line]:
    remedies = Remedy.objects.filter(reported_by=user) | Remedy.objects.filter(rechecked_by=user)
    return counted(
        {
            "Chương trình kiểm tra đã soạn": Programme.objects.filter(created_by=user),
            "Bảng kiểm tra đã soạn": Checklist.objects.filter(created_by=user),
            "Cuộc kiểm tra làm trưởng đoàn": Inspection.objects.filter(lead=user),
            "Kết luận kiểm tra đã ký": Inspection.objects.filter(signer=user),
            "Thông báo kiểm tra đã nhận": Inspection.objects.filter(acknowledged_by=user),
            "Phát hiện đã giải trình": Finding.objects.filter(explained_by=user),
            "Kiến nghị đã báo cáo, phúc tra": remedies,
            "Bước của cuộc kiểm tra": InspectionStep.objects.filter(by=user),
            "Bước của chương trình kiểm tra": ProgrammeStep.objects.filter(by=user),
        }
    )
