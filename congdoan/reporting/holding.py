"""What a person did in reports: records of their units' work, which stay."""

from typing import Final

from congdoan.accounts.held import HeldSource, Line, counted, held_sources
from congdoan.accounts.models import User
from congdoan.reporting.models import IssuedReport, Report, ReportForm, ReportRequest, ReportStep

_STAYS: Final = "Báo cáo là hồ sơ công việc của đơn vị (Luật Lưu trữ 33/2024/QH15)."


def register() -> None:
    held_sources.register("reporting", HeldSource("Báo cáo của đơn vị", _work, stays=_STAYS, order=52))


def _work(user: User) -> list[Line]:
    papers = IssuedReport.objects.filter(signer=user) | IssuedReport.objects.filter(issued_by=user)
    return counted(
        {
            "Mẫu báo cáo đã soạn": ReportForm.objects.filter(created_by=user),
            "Yêu cầu báo cáo đã gửi": ReportRequest.objects.filter(asked_by=user),
            "Báo cáo đã ký": Report.objects.filter(signer=user),
            "Báo cáo đã ban hành": papers,
            "Bước làm báo cáo": ReportStep.objects.filter(by=user),
        }
    )
