"""The page under Hệ thống on the kinds of papers that carry tasks."""

from congdoan.core.system import RULES, SystemPage, system_pages


def register() -> None:
    system_pages.register("plans.kinds", SystemPage("Loại văn bản giao việc", "kinds:list", 25, group=RULES))
