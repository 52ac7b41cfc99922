// SPDX-License-Identifier: Apache-2.0
#include "store/restored_files.hpp"

#include <algorithm>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include "store/durable_file.hpp"

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;

constexpr auto decided_name = "restored";
// Holds the name under which the earlier database is kept, until it has it.
constexpr auto kept_as_name = "kept_as";

std::string first_line_of(const fs::path& path) {
    std::ifstream in(path);
    std::string line;
    std::getline(in, line);
    return line;
}

// SQLite's three files belong together: the last commits may be in the second only. They are not
// opened, since they may be anything.
void put_earlier_aside(const fs::path& folder, const std::string& kept_as,
                       const std::function<void()>& after_each) {
    for (const auto* end : {".db", ".db-wal", ".db-shm"}) {
        const auto file = folder / fmt::format("tenpoint{}", end);
        if (fs::exists(file)) fs::rename(file, folder / (kept_as + end));
        after_each();
    }
    if (fs::exists(folder / "journal.head"))
        fs::rename(folder / "journal.head", folder / (kept_as + ".head"));
    after_each();
    make_durable(folder);
}

}  // namespace

void decide_for_restored(const fs::path& unpacked, const fs::path& folder, Instant now) {
    auto time = to_text(now);
    std::ranges::replace(time, ':', '-');
    make_durable(unpacked / "tenpoint.db");
    replace_file(unpacked / kept_as_name, fmt::format("tenpoint-{}-before-restore\n", time));
    fs::rename(unpacked, folder / decided_name);
    make_durable(folder);
}

bool is_restore_decided(const fs::path& folder) {
    return fs::exists(folder / decided_name);
}

void place_restored(const fs::path& folder, const std::function<void()>& after_each) {
    const auto decided = folder / decided_name;
    if (!is_restore_decided(folder)) return;
    const auto kept_as = decided / kept_as_name;
    if (fs::exists(kept_as)) {
        put_earlier_aside(folder, first_line_of(kept_as), after_each);
        fs::remove(kept_as);
        make_durable(decided);
        after_each();
    }
    for (const auto* name : {"tenpoint.db-wal", "tenpoint.db", "journal.head", "signing.key"}) {
        if (fs::exists(decided / name)) fs::rename(decided / name, folder / name);
        after_each();
    }
    make_durable(folder);
    fs::remove_all(decided);
}

}  // namespace tenpoint::store
