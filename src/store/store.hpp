// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <type_traits>
#include <vector>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "base/random.hpp"
#include "store/change_count.hpp"
#include "store/folder_lock.hpp"
#include "store/transaction.hpp"

namespace tenpoint::store {

// All that a node keeps, in one folder: `tenpoint.db` (SQLite in WAL mode, synchronous=FULL, so
// that what was acknowledged survives a power cut) and `staging/`. May be used from many threads:
// readers never wait for the writer, and there is one writer at a time.
class Store {
  public:
    // Makes the folder and the database where they do not exist, and migrates. Fails with
    // `folder_in_use` where another program has it open, or `database_too_new`.
    // The kinds, clock and randomness outlive the store.
    static Result<std::unique_ptr<Store>> open(const std::filesystem::path& folder,
                                               record::Kinds kinds, const Clock& clock,
                                               Randomness& randomness);

    // Runs `work(Transaction&)`, which returns a Result. Commits before it returns a success; a
    // refusal leaves nothing behind. Fails with `storage_failed` where the disk does.
    template <class Work>
    std::invoke_result_t<Work, Transaction&> write(const access::Principal& principal, Work work) {
        const std::scoped_lock lock(writing_);
        return guarded<std::invoke_result_t<Work, Transaction&>>([&] {
            Rollback rollback(*writer_, "begin immediate");
            Transaction transaction(*writer_, principal, kinds_, clock_, ids_);
            auto result = work(transaction);
            if (result) {
                rollback.commit();
                ++changes_;
            }
            return result;
        });
    }

    // Runs `work(const Snapshot&)`, which returns a Result, on one unchanging state.
    template <class Work>
    std::invoke_result_t<Work, const Snapshot&> read(const access::Principal& principal,
                                                     Work work) {
        Borrowed reader(*this);
        return guarded<std::invoke_result_t<Work, const Snapshot&>>([&] {
            Rollback rollback(reader.session(), "begin");
            const Snapshot snapshot(reader.session(), principal, kinds_);
            return work(snapshot);
        });
    }

    // Grows with each write: what was derived from the store at the same count is still right.
    std::uint64_t changes() const { return changes_; }
    // Waits until the count is another than `seen`, for `time` at most, and gives it.
    std::uint64_t wait_for_change(std::uint64_t seen, std::chrono::milliseconds time) const {
        return changes_.wait(seen, time);
    }

    record::Kinds kinds() const { return kinds_; }
    const Clock& clock() const { return clock_; }
    Randomness& randomness() { return randomness_; }
    const std::filesystem::path& folder() const { return folder_; }
    // Where staged files live; emptied when the store is opened.
    std::filesystem::path staging_folder() const { return folder_ / "staging"; }

  private:
    Store(std::filesystem::path folder, FolderLock lock, record::Kinds kinds, const Clock& clock,
          Randomness& randomness);

    // Ends a transaction that was not committed, also when an exception passes.
    class Rollback {
      public:
        Rollback(Session& session, std::string_view begin) : session_(session) {
            session_.execute(begin);
        }
        ~Rollback();
        Rollback(const Rollback&) = delete;
        Rollback& operator=(const Rollback&) = delete;
        void commit() {
            session_.execute("commit");
            committed_ = true;
        }

      private:
        Session& session_;
        bool committed_ = false;
    };

    // A reading session, given back when done.
    class Borrowed {
      public:
        explicit Borrowed(Store& store) : store_(store), session_(store.take_reader()) {}
        ~Borrowed() { store_.give_back(std::move(session_)); }
        Borrowed(const Borrowed&) = delete;
        Borrowed& operator=(const Borrowed&) = delete;
        Session& session() { return *session_; }

      private:
        Store& store_;
        std::unique_ptr<Session> session_;
    };

    template <class R, class Work>
    static R guarded(Work work) {
        try {
            return work();
        } catch (const DatabaseError& error) {
            return Problem{ProblemCode::storage_failed, error.what()};
        }
    }

    std::unique_ptr<Session> take_reader();
    void give_back(std::unique_ptr<Session> session);
    std::string database_file() const { return (folder_ / "tenpoint.db").string(); }

    std::filesystem::path folder_;
    FolderLock lock_;
    record::Kinds kinds_;
    const Clock& clock_;
    Randomness& randomness_;
    IdMaker ids_;
    std::mutex writing_;
    std::unique_ptr<Session> writer_;
    std::mutex lending_;
    std::vector<std::unique_ptr<Session>> readers_;
    ChangeCount changes_;
};

}  // namespace tenpoint::store
