"""`--help` and the complaints about wrong options in Vietnamese: the words that argparse has of its own."""

import argparse
from collections.abc import Sequence
from typing import Final

WORDS: Final[dict[str, str]] = {
    "usage: ": "Cách dùng: ",
    "options": "tuỳ chọn",
    "positional arguments": "cần cho biết",
    "show this help message and exit": "xem hướng dẫn này",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s. Thêm --help để xem cách dùng.\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "còn thiếu %s",
    "unrecognized arguments: %s": "không có tuỳ chọn %s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s có thể là %(matches)s",
    "expected one argument": "cần một giá trị",
    "expected at least one argument": "cần ít nhất một giá trị",
    "expected at most one argument": "chỉ nhận một giá trị",
    "ignored explicit argument %r": "không nhận giá trị %r",
    "not allowed with argument %s": "không dùng cùng %s",
    "one of the arguments %s is required": "cần một trong các tuỳ chọn %s",
    "invalid %(type)s value: %(value)r": "giá trị %(value)r chưa đúng",
    "invalid choice: %(value)r (choose from %(choices)s)": "không có %(value)r; chọn trong %(choices)s",
}

MIGRATE: Final[dict[str, str]] = {
    "app_label": "chỉ phần này của chương trình",
    "migration_name": "đưa đến bước này; “zero” là gỡ hết",
    "interactive": "không hỏi gì",
    "fake": "chỉ ghi là đã làm, không làm",
    "fake_initial": "coi bước đầu là đã làm khi các bảng đã có",
    "plan": "chỉ in những việc sẽ làm",
    "check_unapplied": "mã thoát khác 0 khi còn bước chưa làm",
    "prune": "xoá dấu của những bước không còn trong chương trình",
}
"""The options of Django's own command that people are told of."""

HIDDEN: Final = {"version", "verbosity", "settings", "pythonpath", "traceback", "no_color", "force_color"} | {
    "skip_checks",
    "database",
    "run_syncdb",
}
"""Options for programmers, which every command of Django has. They work, but the help leaves them out."""


def speak_vietnamese() -> None:
    """Give argparse our words. It looks its own up by the name `_`, as programs that are translated do."""
    vars(argparse)["_"] = lambda text: WORDS.get(text, text)


def leave_out_what_is_for_programmers(parser: argparse.ArgumentParser, words: dict[str, str] | None = None) -> None:
    """Shorten the help of a Django command; `words` are what its own options mean."""
    for action in actions_of(parser):
        if action.dest in HIDDEN:
            action.help = argparse.SUPPRESS
        elif words and action.dest in words:
            action.help = words[action.dest]


def actions_of(parser: argparse.ArgumentParser) -> Sequence[argparse.Action]:
    return parser._actions
