// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "base/random.hpp"
#include "store/change_count.hpp"
#include "store/folder_lock.hpp"
#include "store/patience.hpp"
#include "store/sealer.hpp"
#include "store/session_pool.hpp"
#include "store/storage_problem.hpp"
#include "store/transaction.hpp"
#include "store/verification.hpp"
#include "store/writer.hpp"

namespace tenpoint::store {

// Where a node keeps what it has.
struct Location {
    // The node's own on this machine. It holds the database too, `tenpoint.db`, unless another is
    // named.
    std::filesystem::path folder;
    // A PostgreSQL database, "postgresql://…". Several nodes, each with a folder of its own, may
    // share it.
    std::string database{};
    // The key under which what is personal is sealed (node_key.hpp); empty: `node.key` in the
    // folder.
    std::filesystem::path key_file{};

    std::filesystem::path node_key() const {
        return key_file.empty() ? folder / "node.key" : key_file;
    }
};

// Whether there is a node, for who does not mean to make one: its database in the folder, or on
// PostgreSQL its key in the folder and its tables in the database. Leaves nothing behind. Fails
// with `folder_in_use` where another program has the folder open, or `storage_failed`.
Result<bool> has_node(const Location& location);

// What becomes of a copy that is not as its journal says.
enum class Flawed { refused, taken };

// What becomes of who asks while PostgreSQL is gone: told so at once, as readers are, or waiting
// for it as a write does (patience.hpp), for who asks in order to write.
enum class WhileGone { fails, waits };

// All that a node keeps: in SQLite (WAL mode, synchronous=FULL, so that what was acknowledged
// survives a power cut) or in PostgreSQL. May be used from many threads: readers never wait for
// writers. On SQLite writes that come at once share a commit (group_writer.hpp); on PostgreSQL each
// has its own, also those of other nodes (retrying_writer.hpp). Either way the outcome is as if
// they had come one after the other.
class Store {
  public:
    // Makes the folder and SQLite's database where they do not exist, and migrates; before that a
    // copy of SQLite's database is left beside it (docs/operators/running.md). Fails with
    // `folder_in_use` where another program has the folder open, `database_too_new`,
    // `node_key_missing`, `wrong_node_key`, `index_keys_missing`, or `storage_failed` where
    // PostgreSQL cannot be reached. The kinds, clock and randomness outlive the store.
    static Result<std::unique_ptr<Store>> open(const Location& location, record::Kinds kinds,
                                               const Clock& clock, Randomness& randomness);
    // Seals what is not yet sealed of the journal, if it can.
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    // Runs `work(Transaction&)`, which returns a Result. Commits before it returns a success; a
    // refusal leaves nothing behind. Fails with `storage_failed` where the database does.
    //
    // `work` may run more than once, and on another thread while this one waits (writer.hpp says
    // when): it sets anew what it changes outside of the transaction, and moves nothing out of what
    // it captured.
    template <class Work>
    std::invoke_result_t<Work&, Transaction&> write(const access::Principal& principal, Work work) {
        using Outcome = std::invoke_result_t<Work&, Transaction&>;
        return guarded<Outcome>([&] {
            std::optional<Outcome> outcome;
            bool has_destroyed = false;
            write_on_session([&](Session& session) {
                Transaction transaction(session, node_key_, principal, kinds_, clock_, ids_);
                outcome.emplace(work(transaction));
                has_destroyed = transaction.has_destroyed();
                return outcome->has_value();
            });
            if (has_destroyed && outcome->has_value()) forget_destroyed();
            return std::move(*outcome);
        });
    }

    // Runs `work(const Snapshot&)`, which returns a Result, on one unchanging state. Where it
    // waits, `work` may run more than once.
    template <class Work>
    std::invoke_result_t<Work&, const Snapshot&> read(const access::Principal& principal, Work work,
                                                      WhileGone while_gone = WhileGone::fails) {
        using Outcome = std::invoke_result_t<Work&, const Snapshot&>;
        return guarded<Outcome>([&] {
            return tried<Outcome>(while_gone, [&] {
                auto transaction = sessions_.begin(Purpose::reading);
                const Snapshot snapshot(transaction.session(), node_key_, principal, kinds_,
                                        &derived_);
                return work(snapshot);
            });
        });
    }

    // Names the state that a read which begins now sees: what was derived from the store under the
    // same name is still right. Never empty. Throws DatabaseError.
    std::string state(WhileGone while_gone = WhileGone::fails);
    // Waits until the state is another than `seen`, for `time` at most, and gives it. What other
    // nodes write to the same database is noticed within a quarter of a second.
    std::string wait_for_change(const std::string& seen, std::chrono::milliseconds time);

    // Seals the journal as far as it was committed (sealer.hpp). Done when the store is opened and
    // when it is closed; who keeps it open calls it now and then. Gives the head that the folder
    // knows where it is not in the journal any more. Throws DatabaseError and std::system_error.
    std::optional<KnownHead> seal();
    // How many entries wait for their seal. Throws DatabaseError.
    std::int64_t unsealed() const { return sealer_->unsealed(); }
    // Compares the store with its journal, and the journal with the head that the node's folder
    // knows and with those that somebody kept elsewhere. Others may write meanwhile.
    Result<Verification> verify(const std::vector<KnownHead>& kept);

    // Copies all that is kept, with its journal, into another store, and verifies it there before
    // it counts. Fails with `invalid_fields` where the other keeps something already.
    Result<Verification> copy_to(Store& other, Flawed flawed = Flawed::refused);
    // Writes all that is kept into an open file (backup_file.hpp), without the node's key, as it is
    // at one moment while others write, so that it opens with one key: a change of the key that was
    // begun is ended before. It is verified first; one with a flaw is written too, and says so.
    Result<Verification> back_up(int file);

    // Makes a new node's key and wraps all data keys under it; no value is sealed anew. Others may
    // read and write meanwhile; who would do the same waits, also in another node that shares the
    // key's file. The old key is dropped once nothing needs it: whatever ends this before, both are
    // in the file, the store works on, and the next call goes on with it before it begins another
    // change. Fails with `storage_failed` where the key's file cannot be written.
    Result<void> rekey();
    // A key for something that is kept elsewhere for a short time, such as in a browser. All nodes
    // of the database have the same for one purpose, until the node's key changes.
    SecretKey key_for(std::string_view purpose);

    record::Kinds kinds() const { return kinds_; }
    const Clock& clock() const { return clock_; }
    Randomness& randomness() { return randomness_; }
    const std::filesystem::path& folder() const { return location_.folder; }
    // Where staged files live; emptied when the store is opened.
    std::filesystem::path staging_folder() const { return folder() / "staging"; }

  private:
    Store(Location location, FolderLock lock, record::Kinds kinds, const Clock& clock,
          Randomness& randomness);

    template <class R, class Function>
    static R guarded(Function function) {
        try {
            return function();
        } catch (const DatabaseError& error) {
            return storage_problem(error);
        }
    }

    template <class R, class Function>
    static R tried(WhileGone while_gone, Function function) {
        for (Patience patience;;) {
            try {
                return function();
            } catch (const DatabaseError& error) {
                const bool may_come_back = error.sort() == DatabaseError::Sort::connection_lost &&
                                           while_gone == WhileGone::waits;
                if (!may_come_back || !patience.wait()) throw;
            }
        }
    }

    Result<void> migrate_database() const;
    void fill_search_texts();
    Result<bool> keys_have_begun();
    Result<void> start_keys();
    Result<void> change_key();
    Result<void> end_begun_rekey();
    void forget_destroyed();
    Result<void> start_sealing();
    void copy_into(const std::filesystem::path& database);
    void write_on_session(const Work& work);
    void sweep_hourly();
    std::unique_ptr<Session> open_session() const;

    Location location_;
    FolderLock lock_;
    record::Kinds kinds_;
    const Clock& clock_;
    Randomness& randomness_;
    IdMaker ids_;
    NodeKey node_key_;
    SessionPool sessions_;
    SessionPool writing_sessions_;  // apart, so that on SQLite the only writer's cache stays warm
    std::unique_ptr<Writer> writer_;
    ChangeCount writes_;
    DerivedValues derived_;
    std::unique_ptr<Sealer> sealer_;          // once the store is open
    std::atomic<std::int64_t> swept_at_ = 0;  // milliseconds, as Instant
    std::atomic<bool> has_to_forget_ = false;
};

}  // namespace tenpoint::store
