"""What is wrong with a parameter or a field, as a Vietnamese sentence."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

_SENTENCES: Final = {
    "missing": "Thiếu giá trị bắt buộc.",
    "int_parsing": "Ghi một số nguyên, ví dụ 12.",
    "int_type": "Ghi một số nguyên, ví dụ 12.",
    "int_from_float": "Ghi một số nguyên, ví dụ 12.",
    "int_parsing_size": "Số quá lớn.",
    "bool_parsing": "Ghi true hoặc false.",
    "bool_type": "Ghi true hoặc false.",
    "decimal_parsing": "Ghi một số, dấu thập phân là dấu chấm, ví dụ 12.5.",
    "decimal_type": "Ghi một số, dấu thập phân là dấu chấm, ví dụ 12.5.",
    "finite_number": "Ghi một số hữu hạn.",
    "string_type": "Ghi một chuỗi chữ.",
    "list_type": "Ghi một danh sách.",
    "extra_forbidden": "Không có tham số, trường tên này.",
    "json_invalid": "Nội dung gửi lên không phải JSON hợp lệ.",
    "model_attributes_type": "Nội dung gửi lên phải là một đối tượng JSON.",
    "dict_type": "Nội dung gửi lên phải là một đối tượng JSON.",
}
_WITH_LIMIT: Final = {
    "greater_than_equal": ("ge", "Không nhỏ hơn {}."),
    "greater_than": ("gt", "Phải lớn hơn {}."),
    "less_than_equal": ("le", "Không lớn hơn {}."),
    "less_than": ("lt", "Phải nhỏ hơn {}."),
    "string_too_long": ("max_length", "Dài quá {} ký tự."),
    "string_too_short": ("min_length", "Ngắn hơn {} ký tự."),
    "too_long": ("max_length", "Nhiều hơn {} phần tử."),
    "decimal_max_digits": ("max_digits", "Nhiều hơn {} chữ số."),
    "decimal_max_places": ("decimal_places", "Nhiều hơn {} chữ số thập phân."),
    "decimal_whole_digits": ("whole_digits", "Nhiều hơn {} chữ số phần nguyên."),
    "literal_error": ("expected", "Chỉ nhận một trong: {}."),
    "enum": ("expected", "Chỉ nhận một trong: {}."),
}
_DAY: Final = "Ghi ngày theo dạng 2023-03-15."
_MOMENT: Final = "Ghi thời điểm theo dạng 2023-03-15T08:00:00+07:00, có múi giờ."


def sentence(kind: str, given: Mapping[str, Any]) -> str:
    """For a kind of error of the validating library and what it says with it."""
    if kind in _SENTENCES:
        return _SENTENCES[kind]
    if kind in _WITH_LIMIT:
        name, words = _WITH_LIMIT[kind]
        return words.format(str(given.get(name, "")).replace(" or ", ", "))
    if kind.startswith(("datetime", "timezone")):
        return _MOMENT
    if kind.startswith("date"):
        return _DAY
    return "Giá trị không đúng. Xem kiểu của trường này trong tài liệu API."


def field_problems(errors: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """One line for each error, with the name that the caller used."""
    return [
        {"field": _name(error.get("loc", ())), "detail": sentence(str(error.get("type")), error.get("ctx") or {})}
        for error in errors
    ]


def _name(place: Sequence[Any]) -> str:
    """Without where it stood ("query", "body") and the name of the argument that the body went to."""
    parts = [str(part) for part in place]
    skipped = 2 if parts[:1] == ["body"] and len(parts) > 1 else 1
    return ".".join(parts[skipped:]) or (parts[0] if parts else "body")
