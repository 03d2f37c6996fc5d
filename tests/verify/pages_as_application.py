"""Run as a process of its own: the administrator opens pages and changes audited things, as `congdoan serve` would."""

import django

django.setup()  # before anything that needs the tables

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from congdoan.accounts.models import User  # noqa: E402
from congdoan.core.models import WorkdayException  # noqa: E402

call_command("collectstatic", verbosity=0, interactive=False)
client = Client(SERVER_NAME="localhost")
client.force_login(User.objects.get(username="admin"))
PAGES = "/ /don-vi/ /he-thong/lich/ /he-thong/viec-chay/ /he-thong/kiem-tra/ /van-ban/ /ke-hoach/"
for page in PAGES.split():
    found = client.get(page, follow=True)
    assert found.status_code == 200, (page, found.status_code)
    assert "/tai-khoan/" not in found.request["PATH_INFO"], "signed in"
written = client.post("/he-thong/lich/", {"day": "03/01/2030", "kind": "off", "name": "Nghỉ bù", "source": ""})
assert written.status_code == 302, written.content.decode()
day = WorkdayException.objects.get(name="Nghỉ bù")
assert client.post(f"/he-thong/lich/{day.pk}/bo/").status_code == 302
assert not WorkdayException.objects.filter(pk=day.pk).exists()
assert day.events.model.objects.filter(pgh_obj_id=day.pk).count() == 1, "its deletion is in the audit"
