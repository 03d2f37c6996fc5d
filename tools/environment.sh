# Makes the virtual environment $here/.venv from locked requirements. Read in by ./run and ./test, which set $here.
# Says what is missing in Vietnamese, and in English for those who build.

venv="$here/.venv"
export PYTHONUTF8=1 PIP_DISABLE_PIP_VERSION_CHECK=1
export PYTHONDONTWRITEBYTECODE= # where it is set, each process would compile the product anew: a third of its start

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

is_root_with_apt() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

# Install Debian or Ubuntu packages; the list of packages is fetched once.
apt_install() {
    if [ -z "${apt_updated:-}" ]; then
        apt-get update -qq >/dev/null 2>&1 || true
        apt_updated=yes
    fi
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

suitable() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' >/dev/null 2>&1; }

# Print the name of a Python from 3.11 on.
find_python() {
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14; do
        if suitable "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

choose_python() {
    python=$(find_python) && return 0
    is_root_with_apt && apt_install python3.11 python3.11-venv && python=$(find_python) && return 0
    fail "Cần Python 3.11 trở lên: hãy cài gói python3.11 và python3.11-venv. (Python 3.11 or newer is needed.)"
}

make_venv() {
    choose_python
    rm -rf "$venv" 2>/dev/null || true
    "$python" -m venv "$venv" >/dev/null 2>&1 && return 0
    version=$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
    is_root_with_apt && apt_install "$version-venv" && "$python" -m venv --clear "$venv" >/dev/null 2>&1 && return 0
    "$python" -m virtualenv --quiet "$venv" >/dev/null 2>&1 && return 0
    rm -rf "$venv" 2>/dev/null || true
    [ -w "$here" ] || fail "Không ghi được vào $here: hãy chép mã nguồn vào thư mục của bạn. (Cannot write to $here.)"
    fail "Thiếu công cụ tạo môi trường Python: hãy cài gói $version-venv. (Package $version-venv is missing.)"
}

# What an installation rests on: the place it lies in and the files that say what is in it.
wanted() {
    printf '%s\n' "$here"
    cat "$here/pyproject.toml" "$1"
}

# Install the locked requirements of file $1 and the project itself, unless that was done already.
install_locked() {
    installed="$venv/installed-$(basename "$1")"
    suitable "$venv/bin/python" || make_venv
    wanted "$1" | cmp -s - "$installed" && return 0
    say "Đang cài các thư viện cần thiết (lần đầu mất một hai phút)…"
    pip() { "$venv/bin/python" -m pip -qq "$@"; }
    pip install --require-hashes --no-deps --requirement "$1" ||
        fail "Không cài được thư viện: kiểm tra mạng và chỗ trống trên đĩa rồi chạy lại. (Installing failed.)"
    pip install --no-deps --no-build-isolation --editable "$here" ||
        fail "Không cài được chương trình vào $venv; xem thông báo phía trên. (Installing the project failed.)"
    wanted "$1" >"$installed"
}

has_vietnamese_tesseract() { tesseract --list-langs 2>/dev/null | grep -qx vie; }

has_chromium() { [ -x /usr/bin/chromium ]; }
