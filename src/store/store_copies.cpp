// SPDX-License-Identifier: Apache-2.0
// The whole of a store, elsewhere: in another store, or in a backup.
#include <system_error>

#include "store/backup_file.hpp"
#include "store/database_copy.hpp"
#include "store/migrations.hpp"
#include "store/store.hpp"
#include "store/transfer.hpp"

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;

bool is_empty(Session& session) {
    return session.query("select id from journal limit 1", {}, {ColumnType::text}).empty() &&
           session.query("select id from files limit 1", {}, {ColumnType::text}).empty();
}

// Goes with the object.
struct TemporaryFile {
    explicit TemporaryFile(fs::path at) : path(std::move(at)) {}
    ~TemporaryFile() {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    fs::path path;
};

}  // namespace

Result<Verification> Store::copy_to(Store& other) try {
    return guarded<Result<Verification>>([&]() -> Result<Verification> {
        seal();
        const auto head = sealer_->known_head();
        {
            auto from = sessions_.begin(Purpose::reading);
            auto to = other.writing_sessions_.begin(Purpose::writing);
            if (!is_empty(to.session()))
                return Problem{ProblemCode::invalid_fields, "copy", {{"/to", "not_empty"}}};
            transfer(from.session(), to.session(), kinds_);
            to.commit();
        }
        ++other.writes_;
        if (head) other.sealer_->trust(*head);
        return other.verify({});
    });
} catch (const std::system_error& error) {
    return Problem{ProblemCode::storage_failed, error.what()};
}

// Writes all that the store keeps into a SQLite database of its own.
void Store::copy_into(const fs::path& database) {
    if (location_.database.empty()) return copy_database(*open_session(), database);
    auto from = sessions_.begin(Purpose::reading);
    const auto name = database.string();
    migrate(*Session::open_sqlite(name), clock_, shipped_migrations(), [](int) {}).value();
    const auto to = Session::open_sqlite(name);
    to->begin(Purpose::writing);
    transfer(from.session(), *to, kinds_);
    to->commit();
}

Result<Verification> Store::back_up(const fs::path& file) try {
    return guarded<Result<Verification>>([&]() -> Result<Verification> {
        seal();
        auto head = sealer_->known_head().value_or(KnownHead{});
        const TemporaryFile copy(staging_folder() / (ids_.next().text + ".db"));
        copy_into(copy.path);
        seal();  // whoever signed what was copied is known now
        head.signers = sealer_->known_signers();
        TrustedPast trusted{{}, head.signers};
        if (head.number > 0 || !head.head.empty()) trusted.heads.push_back(head);
        Verification found;
        {
            const auto session = Session::open_sqlite(copy.path.string());
            session->begin(Purpose::reading);
            found = store::verify(*session, kinds_, trusted);
            session->rollback();
        }
        if (!found.flaw) pack_backup(copy.path, head, clock_.now(), file);
        return found;
    });
} catch (const std::system_error& error) {
    return Problem{ProblemCode::storage_failed, error.what()};
}

}  // namespace tenpoint::store
