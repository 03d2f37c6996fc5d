"""The head of a paper is read as a clerk reads it, whatever office printed it; what is missing is doubted."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from congdoan.documents.reading.reader import read_text

PAPERS = tomllib.loads((Path(__file__).parent / "headers.toml").read_text("utf-8"))["paper"]
FIELDS = ("type", "number", "symbol", "date", "issuer", "subject", "until")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper["kind"])
def test_the_head_is_read_as_printed(paper: dict[str, Any]) -> None:
    header = read_text(paper["text"]).header
    wanted = {name: paper[name] for name in FIELDS if name in paper} | dict.fromkeys(paper.get("absent", ()))
    found = {name: getattr(header, name) for name in wanted}
    assert {name: value and str(value) for name, value in found.items()} == wanted


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper["kind"])
def test_what_is_missing_or_inferred_is_a_doubt_and_nothing_else(paper: dict[str, Any]) -> None:
    warnings = read_text(paper["text"]).warnings
    doubts = sorted(warning.code for warning in warnings if warning.code.split("_")[0] in FIELDS)
    assert doubts == paper.get("doubts", [])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper["kind"])
def test_each_field_points_at_where_it_stands(paper: dict[str, Any]) -> None:
    reading = read_text(paper["text"])
    spans = {name: reading.text[span.start : span.end] for name, span in reading.header.spans}
    if "symbol" in paper and "symbol_misread" not in paper.get("doubts", ()):
        assert spans["symbol"].replace(" ", "") == paper["symbol"]
    if "date" in paper:
        assert spans["date"].split()[-1].endswith(paper["date"][:4])
