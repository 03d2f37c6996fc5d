"""Fails when the models say something that no migration does yet. Uses a database that is thrown away."""

import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "congdoan.config.test_settings"

import django
from django.core.management import call_command

django.setup()
try:
    call_command("makemigrations", check_changes=True, dry_run=True)
except SystemExit as ended:
    sys.exit(ended.code)
