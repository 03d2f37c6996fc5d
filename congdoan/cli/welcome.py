"""What `congdoan serve` says when the first page is ready: how to sign in, where the data lies."""

from django.conf import settings
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.cli import texts
from congdoan.config.data_folder import demo_password, setup_key
from congdoan.documents.reading.errors import UnreadableFile
from congdoan.documents.reading.extract import tesseract


def welcome(address: str) -> str:
    lines = [*how_to_sign_in(address), texts.DATA_FOLDER.format(folder=settings.DATA)]
    if not can_read_scans():
        lines.append(texts.NO_TESSERACT)
    return "\n".join([*lines, texts.HOW_TO_STOP])


def how_to_sign_in(address: str) -> list[str]:
    if User.objects.filter(username="vanthu").exists():
        return [texts.DEMO_ACCOUNTS.format(password=demo_password(settings.DATA))]
    if not User.objects.exists():
        return [texts.FIRST_ADMINISTRATOR.format(address=f"{address}{reverse('begin')}?key={setup_key(settings.DATA)}")]
    return []


def can_read_scans() -> bool:
    try:
        tesseract.program()
    except UnreadableFile:
        return False
    return True
