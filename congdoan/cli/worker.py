"""`congdoan worker`: does background work until asked to stop. `serve` runs one; more may run on other machines."""

import argparse
import asyncio

import django

GRACE = 10.0  # seconds that running jobs have to finish when the worker is asked to stop


def work(arguments: list[str]) -> int:
    asked = parser().parse_args(arguments)
    django.setup()
    asyncio.run(run_worker(concurrency=asked.concurrency, until_done=asked.until_done))
    return 0


async def run_worker(*, concurrency: int, until_done: bool) -> None:
    from procrastinate.contrib.django import procrastinate_app

    from congdoan.core.again import HEARTBEAT, SILENT, Again, keep_taking_up, once

    app = procrastinate_app.current_app
    app.perform_import_paths()  # type: ignore[no-untyped-call]
    for task in app.tasks.values():
        task.retry_strategy = Again()
    with app.replace_connector(app.connector.get_worker_connector()):  # type: ignore[attr-defined]
        async with app.open_async():
            taking_up = asyncio.create_task(keep_taking_up(app))
            await app.run_worker_async(
                concurrency=concurrency,
                wait=not until_done,
                shutdown_graceful_timeout=GRACE,
                delete_jobs="successful",
                update_heartbeat_interval=HEARTBEAT,
                stalled_worker_timeout=SILENT,
                task_middleware=[once],
            )
            taking_up.cancel()


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="congdoan worker", description="Chạy việc nền. Ctrl-C để dừng.")
    made.add_argument("--concurrency", metavar="SỐ", type=int, default=4, help="số việc làm cùng lúc (mặc định 4)")
    made.add_argument("--until-done", action="store_true", help="làm hết việc đang chờ rồi thoát")
    return made
