"""A database of its own for a measurement: the embedded server with the product's settings, thrown away at the end."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path


def fresh_database() -> None:
    """Set up Django on an empty, migrated database in a temporary folder."""
    folder = Path(tempfile.mkdtemp(prefix="congdoan-bench-"))
    (folder / "static").mkdir()  # whitenoise warns when it is not there
    os.environ["CONGDOAN_DATA"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congdoan.config.settings")
    import django
    from django.core.management import call_command

    from congdoan.core.postgres.home import Home
    from congdoan.core.postgres.server import stop

    django.setup()
    call_command("migrate", verbosity=0)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(stop, Home.within(folder))
