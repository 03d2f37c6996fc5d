"""The pages under Hệ thống on what readings are corrected and what is learned from it."""

from congdoan.core.system import READING, SystemPage, system_pages


def register() -> None:
    checked = SystemPage("Chỗ sửa bản đọc", "learning:overview", 44, "readings.view", READING)
    system_pages.register("plans.checked", checked)
    system_pages.register("plans.rules", SystemPage("Quy tắc đọc", "learning:rules", 46, "readings.rules", READING))
