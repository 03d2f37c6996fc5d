from django.conf import settings

from congdoan.config import data_folder


def demo_password() -> str:
    """The password of all demo accounts: `CONGDOAN_DEMO_PASSWORD`, else one made at the first start and kept."""
    return data_folder.demo_password(settings.DATA)
