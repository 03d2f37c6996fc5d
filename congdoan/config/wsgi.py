"""What granian serves. The threads of one process share a pool of database connections; commands have one each."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congdoan.config.settings")

from congdoan.core.shedding.gate import SLOTS
from congdoan.core.shedding.server import Gated

# One for each request that is worked on, and one for whoever asks how we are meanwhile.
settings.DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": SLOTS + 1, "timeout": 10}

application = Gated(get_wsgi_application())
