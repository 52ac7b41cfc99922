// SPDX-License-Identifier: Apache-2.0
#include "store/restoring.hpp"

#include <system_error>

#include "store/backup_file.hpp"
#include "store/durable_file.hpp"
#include "store/journal_block.hpp"
#include "store/restored_files.hpp"

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

std::optional<std::string> head_of_block(Session& session, std::int64_t number) {
    if (!session.has_table("journal_blocks")) return std::nullopt;
    const auto rows = session.query("select head from journal_blocks where number = ?", {number},
                                    {ColumnType::text});
    if (rows.empty()) return std::nullopt;
    return text(rows.front()[0]);
}

// The same block in the node's own database, which may be in any state. It is read under another
// name, so that what its log holds stays in it, as far as it goes without.
std::optional<std::string> own_head_of_block(const fs::path& folder, const fs::path& unpacked,
                                             std::int64_t number) try {
    const auto database = folder / database_name;
    if (!fs::exists(database) || fs::is_empty(database)) return std::nullopt;
    const TemporaryFile other_name(unpacked / "own.db");
    fs::create_hard_link(database, other_name.path);
    return head_of_block(*Session::open_sqlite(other_name.path.string()), number);
} catch (const DatabaseError&) {
    return std::nullopt;
}

// Whether the head is in the past that was unpacked, as far as that goes. The last block that both
// may have settles all before it.
bool agrees(const KnownHead& known, const fs::path& unpacked, const fs::path& folder) {
    const auto session = Session::open_sqlite((unpacked / database_name).string());
    if (const auto head = head_of_block(*session, known.number)) return *head == known.head;
    const auto last = session->has_table("journal_blocks") ? last_block(*session) : std::nullopt;
    if (!last) return true;
    const auto own = own_head_of_block(folder, unpacked, last->number);
    return !own || *own == last->head;
}

// What is unpacked is looked at before it is opened as a store, which seals.
Result<void> check_origin(const BackupLabel& label, const fs::path& unpacked,
                          const fs::path& folder, const RestoreOptions& options,
                          Randomness& randomness) {
    const Problem refusal{
        ProblemCode::invalid_fields, label.signer, {{"/file", "of_another_node"}}};
    const auto known = read_known_head(folder);
    if (options.kept && !options.kept->signers.empty() &&
        !options.kept->signers.contains(label.signer))
        return refusal;
    if (!known) return {};
    auto signers = known->signers;
    if (fs::exists(folder / "signing.key")) {
        TENPOINT_TRY(key, SigningKey::open(folder, randomness));
        signers.insert(key.public_key());
    }
    if (!signers.contains(label.signer) || !agrees(*known, unpacked, folder)) return refusal;
    return {};
}

Result<Verification> open_and_verify(const Location& location, record::Kinds kinds,
                                     const Clock& clock, Randomness& randomness,
                                     const std::vector<KnownHead>& heads) {
    TENPOINT_TRY(store, Store::open(location, kinds, clock, randomness));
    return store->verify(heads);
}

}  // namespace

Result<Verification> restore(const fs::path& backup, const Location& location,
                             const RestoreOptions& options, record::Kinds kinds, const Clock& clock,
                             Randomness& randomness) try {
    fs::create_directories(location.folder);
    fs::permissions(location.folder, fs::perms::owner_all);
    TENPOINT_TRY(lock, FolderLock::take(location.folder));
    place_restored(location.folder);  // an earlier one, which a crash broke off
    const Workplace workplace(location.folder);
    const Location unpacked{workplace.path(), {}, location.node_key()};
    TENPOINT_TRY(label, unpack_backup(backup, unpacked.folder / database_name));
    if (!options.of_another_node)
        TENPOINT_CHECK(check_origin(label, unpacked.folder, location.folder, options, randomness));
    std::vector<KnownHead> heads;
    if (options.kept) heads.push_back(*options.kept);
    if (label.head.number > 0 || !label.head.head.empty()) {
        write_known_head(unpacked.folder, label.head);
        heads.push_back(label.head);
    }
    copy_key(location.folder, unpacked.folder);
    auto found = open_and_verify(unpacked, kinds, clock, randomness, heads);
    if (!found || (found->flaw && options.flawed == Flawed::refused)) return found;
    if (location.database.empty()) {
        decide_for_restored(unpacked.folder, location.folder, clock.now());
        place_restored(location.folder);
        return found;
    }
    TENPOINT_TRY(source, Store::open(unpacked, kinds, clock, randomness));
    { const FolderLock released = std::move(lock); }
    TENPOINT_TRY(target, Store::open(location, kinds, clock, randomness));
    return source->copy_to(*target, options.flawed);
} catch (const DatabaseError& error) {
    return storage_problem(error);
} catch (const std::system_error& error) {
    return storage_problem(error);
}

}  // namespace tenpoint::store
