"""What a person did in plans: records of their units' work, which stay."""

from typing import Final

from congdoan.accounts.held import HeldSource, Line, counted, held_sources
from congdoan.accounts.models import User
from congdoan.plans.models import Executor, Obstacle, Plan, ProgressReport, TargetValue

_STAYS: Final = "Văn bản giao việc, phân công, kết quả là hồ sơ công việc của đơn vị (Luật Lưu trữ 33/2024/QH15)."


def register() -> None:
    held_sources.register("plans", HeldSource("Văn bản giao việc và kết quả công việc", _work, stays=_STAYS, order=51))


def _work(user: User) -> list[Line]:
    return counted(
        {
            "Văn bản giao việc đã soạn": Plan.objects.filter(created_by=user),
            "Phần việc được phân công": Executor.objects.filter(user=user),
            "Báo cáo đã gửi": ProgressReport.objects.filter(by=user),
            "Số liệu chỉ tiêu đã nhập": TargetValue.objects.filter(by=user),
            "Vướng mắc đã nêu": Obstacle.objects.filter(raised_by=user),
        }
    )
