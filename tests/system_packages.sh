#!/bin/sh
# What the tests need of the system: Chromium, PostgreSQL's server, fonts for every language shown.
# As root on Debian they are installed without asking. Elsewhere the tests that need them skip, and this says
# what to install; with CI=true a missing one is a failure.
set -eu

has_postgresql() {
    command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
}
has_font() {
    ls /usr/share/fonts/*/noto/"$1"* >/dev/null 2>&1
}
missing() {
    command -v chromium >/dev/null || echo chromium
    has_postgresql || echo postgresql
    if command -v apt-get >/dev/null; then
        has_font NotoSans-Regular || echo fonts-noto-core
        has_font NotoSansCJK-Regular || echo fonts-noto-cjk
    fi
}

needed=$(missing | tr '\n' ' ')
[ -n "$needed" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing $needed"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update </dev/null
    apt-get -qq install --no-install-recommends $needed </dev/null >/dev/null
    needed=$(missing | tr '\n' ' ')
    [ -n "$needed" ] || exit 0
fi
echo "Not installed: ${needed}(Debian's names). The tests that need them are skipped." >&2
[ "${CI:-}" != true ]
