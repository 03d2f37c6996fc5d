"""Settings of the tests: files thrown away at the end, a database server kept for the next run, quick passwords."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if not os.environ.get("CONGDOAN_DATA") or (
    "PYTEST_XDIST_WORKER" in os.environ and Path(os.environ["CONGDOAN_DATA"]).name.startswith("congdoan-test-alone-")
):
    # Parallel processes inherit the folder of the first, but the files of one are strangers to the database of another.
    os.environ["CONGDOAN_DATA"] = tempfile.mkdtemp(
        prefix=f"congdoan-test-{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}-"
    )
    atexit.register(shutil.rmtree, os.environ["CONGDOAN_DATA"], ignore_errors=True)

from congdoan.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}  # emptied with each process
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
DATABASES["default"]["TEST"] = {"NAME": f"test_{DATA.name}"}  # noqa: F405
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405 (whitenoise warns when it is not there)
POSTGRES_FOLDER = Path(__file__).parents[2] / ".test-state"
POSTGRES_PARAMETERS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "128MB",
    "logging_collector": "off",
}
CLOCK_KEPT_SECONDS = float("inf")  # no question at a moment that a test does not know of
PREPARED_ARE_CHECKED = True
PAGE_TIMES_EVERY = float("inf")  # no write at a moment that a test does not know of
