// SPDX-License-Identifier: Apache-2.0
#include "store/store.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "access/the_node.hpp"
#include "store/backend.hpp"
#include "store/database_copy.hpp"
#include "store/group_writer.hpp"
#include "store/journal_block.hpp"
#include "store/migrations.hpp"
#include "store/record_table.hpp"
#include "store/restored_files.hpp"
#include "store/retrying_writer.hpp"
#include "store/search_following.hpp"
#include "store/search_index.hpp"

namespace tenpoint::store {

namespace fs = std::filesystem;

Result<bool> has_node(const Location& location) try {
    const auto& folder = location.folder;
    if (fs::exists(folder / "lock")) TENPOINT_CHECK(FolderLock::take(folder));
    if (location.database.empty())
        return fs::exists(folder / "tenpoint.db") || is_restore_decided(folder);
    return fs::exists(folder / "signing.key") &&
           Session::open_postgresql(location.database)->has_table("migrations");
} catch (const DatabaseError& error) {
    return storage_problem(error);
} catch (const std::system_error& error) {  // a folder that one may not look into
    return storage_problem(error);
}

Store::Store(Location location, FolderLock lock, record::Kinds kinds, const Clock& clock,
             Randomness& randomness)
    : location_(std::move(location)),
      lock_(std::move(lock)),
      kinds_(kinds),
      clock_(clock),
      randomness_(randomness),
      ids_(clock, randomness),
      node_key_(location_.node_key(), randomness),
      sessions_([this] { return open_session(); }),
      writing_sessions_([this] { return open_session(); }) {
    if (location_.database.empty())
        writer_ = std::make_unique<GroupWriter>(writing_sessions_);
    else
        writer_ = std::make_unique<RetryingWriter>(writing_sessions_);
}

std::unique_ptr<Session> Store::open_session() const {
    if (!location_.database.empty()) return Session::open_postgresql(location_.database);
    return Session::open_sqlite((folder() / "tenpoint.db").string());
}

Result<std::unique_ptr<Store>> Store::open(const Location& location, record::Kinds kinds,
                                           const Clock& clock, Randomness& randomness) try {
    return guarded<Result<std::unique_ptr<Store>>>([&]() -> Result<std::unique_ptr<Store>> {
        const auto& folder = location.folder;
        std::error_code error;
        fs::create_directories(folder, error);
        if (error) return file_problem("/data", folder, error.message());
        fs::permissions(folder, fs::perms::owner_all, error);
        TENPOINT_TRY(lock, FolderLock::take(folder));
        place_restored(folder);
        fs::remove_all(folder / "staging", error);
        fs::create_directories(folder / "staging", error);
        if (error) return file_problem("/data", folder / "staging", error.message());
        std::unique_ptr<Store> store(
            new Store(location, std::move(lock), kinds, clock, randomness));
        TENPOINT_CHECK(store->keys_have_begun());  // else nothing is changed
        TENPOINT_CHECK(store->migrate_database());
        store->fill_search_texts();
        TENPOINT_CHECK(store->start_keys());
        TENPOINT_CHECK(store->start_sealing());
        return store;
    });
} catch (const std::system_error& error) {
    return storage_problem(error);
}

void Store::fill_search_texts() {
    writer_->write([&](Session& session) {
        for (const auto* kind : kinds_)
            store::fill_search_texts(session, *kind);
        return true;
    });
}

Result<void> Store::start_sealing() try {
    TENPOINT_TRY(key, SigningKey::open(folder(), randomness_));
    sealer_ = std::make_unique<Sealer>(*writer_, sessions_, clock_, std::move(key), folder(),
                                       location_.database.empty());
    seal();
    return {};
} catch (const std::system_error& error) {
    return storage_problem(error);
}

// What is sealed may be told to whoever follows the journal, as the search does. A long way that it
// has to go is left for the next times.
std::optional<KnownHead> Store::seal() {
    constexpr std::chrono::milliseconds time_for_search{250};
    auto outcome = sealer_->seal();
    if (outcome.has_sealed) ++writes_;
    follow_journal(*writer_, sessions_, node_key_, kinds_, time_for_search);
    return std::move(outcome.lost_head);
}

// What stays unsealed is sealed when the store is opened again.
Store::~Store() {
    try {
        if (sealer_) seal();
    } catch (const std::exception&) {
    }
}

Result<Verification> Store::verify(const std::vector<KnownHead>& kept) try {
    return guarded<Result<Verification>>([&]() -> Result<Verification> {
        seal();
        TrustedPast trusted{kept, {}};
        if (auto known = sealer_->known_head()) trusted.heads.push_back(std::move(*known));
        auto transaction = sessions_.begin(Purpose::reading);
        // A transaction sees the state at its first statement: no head that is known is later, and
        // no signer that comes to be known is missed.
        last_block(transaction.session());
        seal();
        trusted.signers = sealer_->known_signers();
        auto found = store::verify(transaction.session(), kinds_, trusted);
        if (!found.flaw) found.flaw = verify_wrapping(transaction.session(), kinds_, node_key_);
        return found;
    });
} catch (const std::system_error& error) {
    return storage_problem(error);
}

// PostgreSQL's operators have backups of their own.
Result<void> Store::migrate_database() const {
    const auto session = open_session();
    TENPOINT_CHECK(migrate(*session, clock_, shipped_migrations(), [&](int applied) {
        if (!location_.database.empty()) return;
        auto time = to_text(clock_.now());
        std::ranges::replace(time, ':', '-');
        copy_database(*session,
                      folder() / fmt::format("tenpoint-{}-after-migration-{}.db", time, applied));
    }));
    session->begin(Purpose::writing);
    SearchIndex(*session).make();  // no other program migrates meanwhile
    session->commit();
    return {};
}

void Store::write_on_session(const Work& work) {
    bool kept = false;
    writer_->write([&](Session& session) { return kept = work(session); });
    if (!kept) return;
    ++writes_;
    sweep_hourly();
}

// What is not swept now is swept an hour later: nobody's write fails of it.
void Store::sweep_hourly() try {
    constexpr std::int64_t hour = 60 * 60 * 1000;
    const auto now = clock_.now().milliseconds;
    auto last = swept_at_.load();
    if (now - last < hour || !swept_at_.compare_exchange_strong(last, now)) return;
    writer_->write([&](Session& session) {
        Transaction(session, node_key_, access::the_node(), kinds_, clock_, ids_).sweep_requests();
        return true;
    });
    if (has_to_forget_) forget_destroyed();
} catch (const DatabaseError&) {
}

std::string Store::state(WhileGone while_gone) {
    if (location_.database.empty()) return std::to_string(writes_.now());
    return tried<std::string>(while_gone, [&] {
        auto transaction = sessions_.begin(Purpose::reading);
        auto& session = transaction.session();
        return text(
            session.query(session.backend().state(), {}, {ColumnType::text}).front().front());
    });
}

std::string Store::wait_for_change(const std::string& seen, std::chrono::milliseconds time) {
    using std::chrono::milliseconds;
    using std::chrono::steady_clock;
    constexpr milliseconds look_for_others{250};
    const auto end = steady_clock::now() + time;
    while (true) {
        const auto written = writes_.now();
        auto now = state();
        const auto left = std::chrono::ceil<milliseconds>(end - steady_clock::now());
        if (now != seen || left.count() <= 0) return now;
        writes_.wait(written, location_.database.empty() ? left : std::min(left, look_for_others));
    }
}

}  // namespace tenpoint::store
