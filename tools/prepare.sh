# SPDX-License-Identifier: Apache-2.0
#
# Steps that ./run and ./test share; to be sourced. Each is quick when there is nothing to do, and
# says by its exit code whether it worked. `root` is the project's folder.

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

packages_of() { # GROUP…
    local group
    for group in "$@"; do sed -n "s/^$group //p" "$root/tools/packages.txt"; done
}

have_node() {
    command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)'
}

# Installs what is missing of the groups, by sudo where we are not root.
install_packages() { # GROUP…
    local groups=("$@") missing installed apt=(apt-get) package
    have_node || groups+=(node)
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p')
    missing=$(packages_of "${groups[@]}" | grep -vxFf <(printf '%s\n' "$installed")) || return 0
    say "Installing from Debian: ${missing//$'\n'/ }"
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null ||
            die "There is no sudo here. As root, run: apt-get install --no-install-recommends ${missing//$'\n'/ }"
        apt=(sudo apt-get)
    fi
    "${apt[@]}" update -q >&2 || die "The lists of Debian's packages could not be fetched."
    # shellcheck disable=SC2086
    "${apt[@]}" install -y -q --no-install-recommends $missing >&2 ||
        die "Some packages could not be installed."
    rm -f "$root"/build/*/.configured
}

# Installs the locked npm packages of a folder when the lock has changed. Those of ui/ are installed
# by the build.
install_modules() { # FOLDER
    local lock stamp
    lock=$(sha256sum <"$root/$1/package-lock.json")
    stamp="$root/$1/node_modules/.installed"
    [ "$(cat "$stamp" 2>/dev/null)" = "$lock" ] && return
    say "Installing the npm packages of $1/"
    (cd "$root/$1" && npm ci --no-audit --no-fund --loglevel=error >&2) || return
    printf '%s\n' "$lock" >"$stamp"
}

# As many compilers at once as there are cores, and 1.5 GB of free memory for each.
jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(($(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo) / 1500000))
    [ "$memory" -lt 1 ] && memory=1
    echo $((cores < memory ? cores : memory))
}

# Configures and builds a preset. CMake sees for itself what changed, except in the presets.
build() { # PRESET [TARGET]
    local folder="$root/build/$1" presets
    presets=$(sha256sum <"$root/CMakePresets.json")
    if [ ! -f "$folder/build.ninja" ] || [ "$(cat "$folder/.configured" 2>/dev/null)" != "$presets" ]; then
        (cd "$root" && cmake --fresh --preset "$1" >&2) || return
        printf '%s\n' "$presets" >"$folder/.configured"
    fi
    ninja -C "$folder" -j "$(jobs)" "${2:-all}" >&2
}
