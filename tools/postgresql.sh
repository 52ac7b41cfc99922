# SPDX-License-Identifier: Apache-2.0
#
# A throw-away PostgreSQL for the tests; to be sourced. It listens on a socket in a temporary folder
# and nowhere else, keeps nothing safe, and goes with the shell that started it.

# Runs a program of PostgreSQL, which refuses to be root, as its own user there.
as_postgres() { # PROGRAM WORD…
    local program
    program=$(printf '%s\n' /usr/lib/postgresql/*/bin/"$1" | sort -V | tail -n 1)
    shift
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid postgres --regid postgres --init-groups "$program" "$@"
    else
        "$program" "$@"
    fi
}

# Where the server will be. Call it in the shell whose end shall be the server's.
place_postgresql() {
    postgresql_folder=$(mktemp -d "${TMPDIR:-/tmp}/tenpoint-postgresql-XXXXXX") || return
    export postgresql_folder TENPOINT_TEST_POSTGRESQL="postgresql:///postgres?user=postgres&host=$postgresql_folder"
    trap stop_postgresql EXIT
}

# Lists are ordered and texts lowered as on SQLite by the locale C.UTF-8.
start_postgresql() {
    if [ "$(id -u)" = 0 ]; then chown postgres "$postgresql_folder" || return; fi
    (cd "$postgresql_folder" &&
        as_postgres initdb -D data -U postgres --auth=trust -E UTF8 --locale=C.UTF-8 -N >initdb.log) &&
        restart_postgresql
}

restart_postgresql() {
    (cd "$postgresql_folder" &&
        as_postgres pg_ctl -D data -w -l "$postgresql_folder/data/log" -o "-c listen_addresses= \
            -c unix_socket_directories=$postgresql_folder -c max_connections=200 \
            -c fsync=off -c full_page_writes=off" start >/dev/null)
}

# Without a word to those connected, and without putting anything in order.
crash_postgresql() {
    (cd "$postgresql_folder" && as_postgres pg_ctl -D data -w -m immediate stop >/dev/null)
}

stop_postgresql() {
    if [ -f "$postgresql_folder/data/postmaster.pid" ]; then crash_postgresql; fi
    rm -rf "$postgresql_folder"
}
