"""Patterns of the reader wait until a paper needs them."""

import subprocess
import sys
from importlib import import_module
from pkgutil import walk_packages

from congdoan.documents import reading
from congdoan.documents.reading import lazy_re


def test_a_pattern_is_as_the_one_of_re_from_its_first_use_on() -> None:
    pattern = lazy_re.compile(r"(?P<day>\d+)/\d+", lazy_re.IGNORECASE)
    assert pattern.pattern == r"(?P<day>\d+)/\d+"
    found = pattern.search("ngày 20/6")
    assert found is not None and found["day"] == "20"
    assert pattern.sub("x", "20/6, 21/6") == "x, x"
    assert [day["day"] for day in pattern.finditer("20/6, 21/6")] == ["20", "21"]
    assert lazy_re.compile(rb"a+").fullmatch(b"aa") is not None


def test_every_pattern_of_the_reader_is_right() -> None:
    modules = [import_module(module.name) for module in walk_packages(reading.__path__, f"{reading.__name__}.")]
    lazy_re.compile_all()  # says which is wrong
    assert len(modules) > 150


def test_the_reader_starts_with_hardly_a_pattern_compiled() -> None:
    script = (
        "import re; true, made = re.compile, []\n"
        "re.compile = lambda *given: made.append(given) or true(*given)\n"
        "import congdoan.documents.reading.reader\n"
        "print(len(made))"
    )
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True).stdout
    assert int(printed) < 100
