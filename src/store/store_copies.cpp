// SPDX-License-Identifier: Apache-2.0
// The whole of a store, elsewhere: in another store, or in a backup.
#include <system_error>

#include "store/backup_file.hpp"
#include "store/data_keys.hpp"
#include "store/database_copy.hpp"
#include "store/durable_file.hpp"
#include "store/journal_block.hpp"
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

// What a copy is held against. A journal without a block has no head yet.
TrustedPast past_of(const KnownHead& head) {
    TrustedPast past{{}, head.signers};
    if (head.number > 0 || !head.head.empty()) past.heads.push_back(head);
    return past;
}

}  // namespace

Result<Verification> Store::copy_to(Store& other, Flawed flawed) try {
    return guarded<Result<Verification>>([&]() -> Result<Verification> {
        seal();
        auto head = sealer_->known_head().value_or(KnownHead{});
        auto from = sessions_.begin(Purpose::reading);
        last_block(from.session());  // what is copied is what there is now
        seal();                      // and whoever signed it is known now
        head.signers = sealer_->known_signers();
        auto to = other.writing_sessions_.begin(Purpose::writing);
        if (!is_empty(to.session()))
            return Problem{ProblemCode::invalid_fields, "copy", {{"/to", "not_empty"}}};
        DataKeys keys(to.session(), other.node_key_);
        keys.clear();
        transfer(from.session(), to.session(), kinds_);
        keys.take_over(node_key_);
        auto found = store::verify(to.session(), kinds_, past_of(head));
        if (!found.flaw) found.flaw = verify_wrapping(to.session(), kinds_, other.node_key_);
        if (found.flaw && flawed == Flawed::refused) return found;
        // Before the commit: without its head a journal is complete, not so a head without it.
        if (!past_of(head).heads.empty()) other.sealer_->trust(head);
        to.commit();
        ++other.writes_;
        other.seal();
        return found;
    });
} catch (const std::system_error& error) {
    return storage_problem(error);
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

Result<Verification> Store::back_up(int file) try {
    return guarded<Result<Verification>>([&]() -> Result<Verification> {
        TENPOINT_TRY(key, SigningKey::open(folder(), randomness_));
        const auto turn = node_key_.take_turn();
        TENPOINT_CHECK(end_begun_rekey());
        seal();
        auto head = sealer_->known_head().value_or(KnownHead{});
        const TemporaryFile copy(staging_folder() / (ids_.next().text + ".db"));
        copy_into(copy.path);
        seal();  // whoever signed what was copied is known now
        head.signers = sealer_->known_signers();
        Verification found;
        {
            const auto session = Session::open_sqlite(copy.path.string());
            session->begin(Purpose::reading);
            found = store::verify(*session, kinds_, past_of(head));
            if (!found.flaw && !DataKeys(*session, node_key_).are_all_under_one())
                found.flaw = Flaw{FlawCode::key_changing, {}};  // by a node with a file of its own
            session->rollback();
        }
        pack_backup(copy.path, {head, clock_.now(), found.flaw}, key, file);
        return found;
    });
} catch (const std::system_error& error) {
    return storage_problem(error);
}

}  // namespace tenpoint::store
