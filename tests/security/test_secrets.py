"""Secrets come from the environment, or from a file of the data folder that its owner alone reads."""

import re
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import InvalidToken
from django.core import signing

import congdoan
from congdoan.accounts.signin.adapters import MFAAdapter
from congdoan.config.data_folder import kept_secret, secret_key

ROOT = Path(congdoan.__path__[0]).parent
LOOKS_SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|AGE-SECRET-KEY-1[A-Z0-9]{20}|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30}"
    r"|xox[abp]-[0-9A-Za-z-]{10}|eyJhbGciOi[A-Za-z0-9_-]{20}",
)
GIVEN = re.compile(
    r"(?i)\b(secret|password|token|api_?key|passphrase)\w*\s*(?::\s*str\s*)?="
    r"""\s*["'](?![A-Z_]+["'])[^"'{}]{6,}["']"""
)
"""A value written down for something called so; the name of a variable is none."""
OURS = ("congdoan/", "tools/", "deploy/", "benchmarks/")


def _files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    names = listed.stdout.split("\n") if listed.returncode == 0 else []
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def test_no_file_of_the_tree_holds_a_key() -> None:
    found = [path.name for path in _files() if path.suffix in TEXTS and LOOKS_SECRET.search(_text(path))]
    assert found == []


def test_no_program_text_gives_a_value_to_a_secret() -> None:
    programs = [path for path in _files() if str(path.relative_to(ROOT)).startswith(OURS) and path.suffix in TEXTS]
    found = {f"{path.relative_to(ROOT)}: {hit[0]}" for path in programs for hit in GIVEN.finditer(_text(path))}
    assert found == set()


def test_the_key_made_at_the_first_start_is_long_and_read_by_its_owner_alone(tmp_path: Path) -> None:
    key = secret_key(tmp_path / "data")
    file = tmp_path / "data" / "secret-key"
    assert len(key) >= 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert secret_key(tmp_path / "data") == key != kept_secret(tmp_path / "other", lambda: "x")


def test_after_a_change_of_the_key_second_factors_and_links_stay_good(settings: Any) -> None:
    before = settings.SECRET_KEY
    kept, link = MFAAdapter().encrypt("JBSWY3DPEHPK3PXP"), signing.dumps("7", salt="x")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another-key-of-this-installation", [before]
    assert MFAAdapter().decrypt(kept) == "JBSWY3DPEHPK3PXP"
    assert signing.loads(link, salt="x") == "7"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(InvalidToken):
        MFAAdapter().decrypt(kept)


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="ignore")


TEXTS = {".py", ".toml", ".sh", ".md", ".env", ".service", ".yml", ".json", ".conf", ".txt", ".js", ".html", ""}
