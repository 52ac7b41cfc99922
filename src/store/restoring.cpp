// SPDX-License-Identifier: Apache-2.0
#include "store/restoring.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "store/backup_file.hpp"
#include "store/durable_file.hpp"

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;

constexpr auto database_name = "tenpoint.db";

// Beside the database, so that it can take its place by a new name.
class Workplace {
  public:
    explicit Workplace(const fs::path& folder) : path_(folder / "restoring") {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~Workplace() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

// The node goes on signing with the key that it has.
void copy_key(const fs::path& from, const fs::path& to) {
    if (fs::exists(from / "signing.key")) fs::copy_file(from / "signing.key", to / "signing.key");
}

// At every moment a whole database has the name: the old one, then the new one.
void replace_database(const fs::path& from, const fs::path& folder, Instant now) {
    const auto database = folder / database_name;
    if (fs::exists(database)) {
        auto time = to_text(now);
        std::ranges::replace(time, ':', '-');
        Session::open_sqlite(database.string())
            ->query("pragma wal_checkpoint(truncate)", {}, {ColumnType::integer});
        fs::create_hard_link(database, folder / fmt::format("tenpoint-{}-before-restore.db", time));
        fs::remove(folder / (std::string{database_name} + "-wal"));
        fs::remove(folder / (std::string{database_name} + "-shm"));
    }
    make_durable(from / database_name);
    fs::rename(from / database_name, database);
    fs::rename(from / "signing.key", folder / "signing.key");
    if (fs::exists(from / "journal.head"))
        fs::rename(from / "journal.head", folder / "journal.head");
    else
        fs::remove(folder / "journal.head");
    make_durable(folder);
}

Result<Verification> open_and_verify(const Location& location, record::Kinds kinds,
                                     const Clock& clock, Randomness& randomness,
                                     const KnownHead& head) {
    TENPOINT_TRY(store, Store::open(location, kinds, clock, randomness));
    return store->verify({head});
}

}  // namespace

Result<Verification> restore(const fs::path& backup, const Location& location, record::Kinds kinds,
                             const Clock& clock, Randomness& randomness) try {
    fs::create_directories(location.folder);
    fs::permissions(location.folder, fs::perms::owner_all);
    TENPOINT_TRY(lock, FolderLock::take(location.folder));
    const Workplace workplace(location.folder);
    const Location unpacked{workplace.path()};
    TENPOINT_TRY(head, unpack_backup(backup, unpacked.folder / database_name));
    if (head.number > 0) write_known_head(unpacked.folder, head);
    copy_key(location.folder, unpacked.folder);
    auto verification = open_and_verify(unpacked, kinds, clock, randomness, head);
    if (!verification || verification->flaw) return verification;
    if (location.database.empty()) {
        replace_database(unpacked.folder, location.folder, clock.now());
        return verification;
    }
    TENPOINT_TRY(source, Store::open(unpacked, kinds, clock, randomness));
    { const FolderLock released = std::move(lock); }
    TENPOINT_TRY(target, Store::open(location, kinds, clock, randomness));
    return source->copy_to(*target);
} catch (const std::system_error& error) {
    return Problem{ProblemCode::storage_failed, error.what()};
}

}  // namespace tenpoint::store
