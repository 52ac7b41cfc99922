// SPDX-License-Identifier: Apache-2.0
#include "store/store.hpp"

#include <system_error>

#include "store/migrations.hpp"
#include "store/record_table.hpp"

namespace tenpoint::store {

namespace fs = std::filesystem;

Store::Store(fs::path folder, FolderLock lock, record::Kinds kinds, const Clock& clock,
             Randomness& randomness)
    : folder_(std::move(folder)),
      lock_(std::move(lock)),
      kinds_(kinds),
      clock_(clock),
      randomness_(randomness),
      ids_(clock, randomness),
      writer_(Session::open_sqlite(database_file())) {}

Result<std::unique_ptr<Store>> Store::open(const fs::path& folder, record::Kinds kinds,
                                           const Clock& clock, Randomness& randomness) {
    return guarded<Result<std::unique_ptr<Store>>>([&]() -> Result<std::unique_ptr<Store>> {
        std::error_code error;
        fs::create_directories(folder, error);
        if (error) return Problem{ProblemCode::storage_failed, error.message()};
        fs::permissions(folder, fs::perms::owner_all, error);
        TENPOINT_TRY(lock, FolderLock::take(folder));
        fs::remove_all(folder / "staging", error);
        fs::create_directories(folder / "staging", error);
        if (error) return Problem{ProblemCode::storage_failed, error.message()};
        std::unique_ptr<Store> store(new Store(folder, std::move(lock), kinds, clock, randomness));
        TENPOINT_CHECK(migrate(*store->writer_, clock));
        store->fill_search_texts();
        return store;
    });
}

void Store::fill_search_texts() {
    Rollback rollback(*writer_, "begin immediate");
    for (const auto* kind : kinds_)
        store::fill_search_texts(*writer_, *kind);
    rollback.commit();
}

Store::Rollback::~Rollback() {
    if (committed_) return;
    try {
        session_.execute("rollback");
    } catch (const DatabaseError&) {  // the failure that led here has ended the transaction itself
    }
}

std::unique_ptr<Session> Store::take_reader() {
    {
        const std::scoped_lock lock(lending_);
        if (!readers_.empty()) {
            auto session = std::move(readers_.back());
            readers_.pop_back();
            return session;
        }
    }
    return Session::open_sqlite(database_file());
}

void Store::give_back(std::unique_ptr<Session> session) {
    const std::scoped_lock lock(lending_);
    readers_.push_back(std::move(session));
}

}  // namespace tenpoint::store
