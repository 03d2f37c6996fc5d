"""How long the second `./run` takes until the first page is served.

Run from the root: python -m benchmarks.starting
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
RUNS = 3


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def first_page(environment: dict[str, str]) -> float:
    """Seconds from the start of `./run` to the sign-in page; the office is stopped again."""
    port = free_port()
    begun = time.perf_counter()
    command = [str(ROOT / "run"), "--port", str(port)]
    office = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/tai-khoan/dang-nhap/", timeout=5):
                    return time.perf_counter() - begun
            except OSError:
                time.sleep(0.05)
    finally:
        office.send_signal(signal.SIGINT)
        office.wait(60)


def main() -> None:
    folder = tempfile.mkdtemp(prefix="congdoan-bench-")
    environment = {**os.environ, "CONGDOAN_DATA": folder}
    try:
        subprocess.run([str(ROOT / "run"), "--prepare"], env=environment, check=True, stdout=subprocess.DEVNULL)
        seconds = median(first_page(environment) for _ in range(RUNS))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"| `./run`, second start to first page | – | {seconds:.1f} s | – | ≤ 6 s |")


if __name__ == "__main__":
    main()
