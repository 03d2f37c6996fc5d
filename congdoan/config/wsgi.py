"""What granian serves. The threads of one process share a pool of database connections; commands have one each."""

import gc
import os
from multiprocessing import parent_process

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import reverse

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congdoan.config.settings")

from congdoan.core.shedding.gate import SLOTS
from congdoan.documents.reading.confine import end_with_parent

# We would keep the port: when parent and office are killed together nobody else ends us.
if granian := parent_process():
    end_with_parent(granian.pid)

# One for each request that is worked on, and one for whoever asks how we are meanwhile.
settings.DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": SLOTS + 1, "timeout": 10}

django_application = get_wsgi_application()

# It counts, and so needs the models that are known from here on.
from congdoan.core.shedding.server import Gated  # noqa: E402

application = Gated(django_application)

# Each page needs all addresses and what stands behind them: no one waits for that at the first page of a process.
reverse("desk:desk")

# All that was loaded stays for good: nobody needs to look through it again for what can be thrown away. A page leaves
# tens of thousands of objects, most of which go by themselves: to look every 700 of them costs more than it finds.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
