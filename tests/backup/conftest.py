from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from congdoan.core.backup.sealing import Seal
from tests.backup.installation import Installation, copy, drop, make
from tests.template_database import template_database


@pytest.fixture(scope="session")
def _unblocked(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Installations are databases of their own, none of which pytest-django looks after."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="session")
def filled(_unblocked: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation with a federation in it; not to be changed."""
    name = f"backup_filled_{uuid4().hex[:8]}"
    installation = make(name, tmp_path_factory.mktemp("filled"), template_database())
    installation.fill()
    yield installation
    drop(name)


@pytest.fixture
def another(filled: Installation, tmp_path: Path) -> Iterator[Installation]:
    """A copy of it, to be changed."""
    name = f"backup_copy_{uuid4().hex[:8]}"
    yield copy(filled, name, tmp_path / "copy")
    drop(name)


@pytest.fixture
def empty(_unblocked: None, tmp_path: Path) -> Iterator[Installation]:
    """A new installation, prepared and empty."""
    name = f"backup_empty_{uuid4().hex[:8]}"
    yield make(name, tmp_path / "empty", template_database())
    drop(name)


@pytest.fixture(scope="session")
def archive(filled: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plain archive of the filled installation."""
    path = tmp_path_factory.mktemp("archives") / "van-phong.tar"
    write(filled, path, Seal())
    return path


def write(installation: Installation, path: Path, seal: Seal) -> str:
    """Write an archive of an installation; gives its content hash."""
    from congdoan.core.backup.making import write_archive

    with installation.inside(), path.open("wb") as out:
        return write_archive(out, seal, lambda *_: None).manifest.content


Write = Callable[[Installation, Path, Seal], str]
