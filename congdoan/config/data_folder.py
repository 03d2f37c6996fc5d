"""Where everything that is not code lives: database, files, mail, secrets. One folder."""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """The data folder: `CONGDOAN_DATA`, else /var/lib/congdoan for root, else the user's data directory."""
    asked = os.environ.get("CONGDOAN_DATA")
    if asked:
        return Path(asked).expanduser().absolute()
    if os.geteuid() == 0:
        return Path("/var/lib/congdoan")
    return Path(platformdirs.user_data_dir("congdoan", appauthor=False))


def secret_key(data: Path) -> str:
    """The signing key of this installation, made once and readable by its owner alone."""
    return kept_secret(data / "secret-key", lambda: secrets.token_urlsafe(50))


def demo_password(data: Path) -> str:
    """The password of all demo accounts: `CONGDOAN_DEMO_PASSWORD`, else one made at the first start and kept."""
    asked = os.environ.get("CONGDOAN_DEMO_PASSWORD")
    return asked or kept_secret(data / "demo-password", typeable)


def setup_key(data: Path) -> str:
    """What lets somebody make the first administrator in the browser: whoever reads the data folder or its output."""
    return kept_secret(data / "setup-key", lambda: secrets.token_urlsafe(24))


def typeable() -> str:
    """A password of 60 bits that is easy to read out and to type: "kdt4-m7xw-ra2c"."""
    letters = "abcdefghijkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(3))


def kept_secret(path: Path, make: Callable[[], str]) -> str:
    """The text kept at `path`; made and written, for its owner alone, when it does not exist yet."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = _written_beside(path, make())
        with suppress(FileExistsError):  # somebody else was quicker: theirs counts
            os.link(unfinished, path)
        unfinished.unlink()
    return path.read_text("utf-8").strip()


def put_secret(path: Path, text: str) -> None:
    """Keep `text` at `path`, for its owner alone, instead of what is there."""
    _written_beside(path, text).replace(path)


def _written_beside(path: Path, text: str) -> Path:
    """A whole file next to `path`, of the folder's owner though root runs the command."""
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text + "\n")
        if os.geteuid() == 0:
            os.fchown(out.fileno(), path.parent.stat().st_uid, -1)
    return unfinished
