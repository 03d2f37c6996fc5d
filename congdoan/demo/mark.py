from congdoan.demo.models import Demonstration


def is_demo() -> bool:
    """Whether this installation began as the demo federation."""
    return Demonstration.objects.exists()
