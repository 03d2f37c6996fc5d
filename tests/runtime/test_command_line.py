"""What the command line says, and with which exit code, when it is asked wrongly or cannot do it."""

import json
import os
import socket
import subprocess
import sys
from importlib import metadata

import pytest

from congdoan.cli import dispatch, prepare
from congdoan.cli.failure import Failure
from tests.runtime.command import congdoan, is_one_sentence


def test_help_names_the_commands_in_vietnamese(tmp_path):
    for asked in ([], ["--help"]):
        done = congdoan(*asked, data_folder=tmp_path)
        assert done.returncode == 0
        assert "serve                 chạy trang web" in done.stdout


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("serve", "chỉ chuẩn bị mọi thứ rồi thoát"),
        ("worker", "làm hết việc đang chờ rồi thoát"),
        ("demo", "xóa liên đoàn mẫu cùng mọi dữ liệu đã nhập"),
        ("read-plan", "tệp cần đọc"),
        ("create-admin", "Tạo người quản trị hệ thống"),
        ("import-organisation", "nhập thật; mọi dòng hoặc không dòng nào"),
        ("migrate", "chỉ in những việc sẽ làm"),
    ],
)
def test_every_command_explains_itself_in_vietnamese(tmp_path, command, words):
    done = congdoan(command, "--help", data_folder=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith(f"Cách dùng: congdoan {command} [-h]")
    assert words in " ".join(done.stdout.split())
    for foreign in ("usage", "options", "show this", "Django", "settings"):
        assert foreign not in done.stdout


def test_the_version_is_the_installed_one(tmp_path):
    assert congdoan("--version", data_folder=tmp_path).stdout.strip() == f"congdoan {metadata.version('congdoan')}"


def test_an_unknown_command_is_answered_with_the_nearest_one_and_exit_code_2(tmp_path):
    done = congdoan("migrat", data_folder=tmp_path)
    assert done.returncode == 2
    assert is_one_sentence(done.stderr)
    assert "“migrate”" in done.stderr


def test_a_wrong_option_is_answered_with_exit_code_2(tmp_path):
    for asked, said in (
        (("serve", "--prot", "1"), "không có tuỳ chọn --prot 1"),
        (("serve", "--port", "99999"), "--port: giá trị '99999' chưa đúng"),
        (("migrate", "--prot"), "không có tuỳ chọn --prot"),
        (("create-admin",), "còn thiếu TÊN_ĐĂNG_NHẬP, --full-name"),
    ):
        done = congdoan(*asked, data_folder=tmp_path)
        assert done.returncode == 2
        assert said in done.stderr


def test_a_busy_port_is_one_sentence_that_names_another(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = congdoan("serve", "--port", str(port), data_folder=tmp_path)
    assert done.returncode == 1
    assert is_one_sentence(done.stderr)
    assert f"--port {port + 1}" in done.stderr
    assert not list(tmp_path.iterdir())


def test_an_address_of_another_machine_is_refused_in_one_sentence(tmp_path):
    done = congdoan("serve", "--host", "192.0.2.1", data_folder=tmp_path)
    assert done.returncode == 1
    assert is_one_sentence(done.stderr)


def test_a_data_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "tệp").touch()
    done = congdoan("migrate", data_folder=tmp_path / "tệp" / "dữ-liệu")
    assert done.returncode == 1
    assert is_one_sentence(done.stderr)
    assert "CONGDOAN_DATA" in done.stderr


@pytest.mark.parametrize("address", ["postgres://nobody@127.0.0.1:1/none", "không phải địa chỉ"])
def test_a_database_that_cannot_be_reached_is_one_sentence(tmp_path, address):
    done = congdoan("migrate", data_folder=tmp_path, DATABASE_URL=address)
    assert done.returncode == 1
    assert is_one_sentence(done.stderr)
    assert "DATABASE_URL" in done.stderr


def test_a_full_disk_is_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(prepare, "NEEDED", 10**18)
    with pytest.raises(Failure, match="giải phóng"):
        prepare.prepare(empty=True)

    def run_out(name, arguments):
        raise OSError(28, "No space left on device", "/x")

    monkeypatch.setattr(dispatch, "run", run_out)
    assert dispatch.run_command_line(["serve"]) == 1
    assert is_one_sentence(capsys.readouterr().err)


def test_interrupting_a_command_ends_it_with_exit_code_130(monkeypatch):
    def interrupt(name, arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(dispatch, "run", interrupt)
    assert dispatch.run_command_line(["migrate"]) == 130


def test_reading_a_paper_needs_neither_the_web_framework_nor_a_data_folder(tmp_path):
    paper = tmp_path / "văn bản.txt"
    paper.write_text("KẾ HOẠCH\nI. MỤC ĐÍCH\nNâng cao chất lượng.\n", "utf-8")
    script = (
        "import sys; from congdoan.cli.dispatch import run_command_line as run;"
        f"code = run(['read-plan', {str(paper)!r}]);"
        "print([name for name in sys.modules if name.partition('.')[0] in {'django', 'psycopg'}], file=sys.stderr);"
        "sys.exit(code)"
    )
    environment = {**os.environ, "CONGDOAN_DATA": "/dev/null/none"}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stderr.strip()) == (0, "[]")
    assert json.loads(done.stdout)["header"]["type"] == "kế hoạch"


def test_a_paper_that_cannot_be_read_is_one_sentence_and_exit_code_2(tmp_path):
    done = congdoan("read-plan", str(tmp_path / "không-có.docx"), data_folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert not done.stdout
