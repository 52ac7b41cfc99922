// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "store/journal_block.hpp"
#include "store/known_head.hpp"
#include "store/session_pool.hpp"
#include "store/signing_key.hpp"
#include "store/writer.hpp"

namespace tenpoint::store {

// Gives the journal's entries their final order. Writers append entries without one, and so never
// wait for each other; what was committed is sealed in blocks (journal_block.hpp) by one sealer at
// a time, also where several nodes share a database. May be used from many threads.
//
// Two changes of one record are sealed in their order, whatever the clocks of their nodes said.
class Sealer {
  public:
    static constexpr std::int64_t most_entries = 500;  // of a block

    // `is_alone`: no other node signs in this database.
    Sealer(Writer& writer, SessionPool& readers, const Clock& clock, SigningKey key,
           std::filesystem::path folder, bool is_alone);

    struct Outcome {
        bool has_sealed = false;  // at least one block
        // The head that the folder knows, where it is not in the journal any more: the past was
        // rewritten or cut off, which is for a person to see to.
        std::optional<KnownHead> lost_head{};
    };
    // Seals what was committed before, and then remembers the journal's head in the folder; one
    // that was lost stays what it is. Throws DatabaseError, std::system_error.
    Outcome seal();

    // How many entries wait for their seal. Throws DatabaseError.
    std::int64_t unsealed() const;

    // Takes up a journal that came whole from elsewhere.
    void trust(const KnownHead& head);

    // How far the folder knows the journal.
    std::optional<KnownHead> known_head() const;
    // Who may have signed it: this node, and those that the folder knows.
    std::set<std::string> known_signers() const;

  private:
    // The next block, signed, and the ids of its entries.
    struct Draft {
        JournalBlock block;
        std::vector<std::string> entries;
    };
    std::optional<Draft> draft() const;
    bool append(const Draft& next);
    std::optional<KnownHead> remember_head();
    std::set<std::string> signers(Session& session) const;

    Writer& writer_;
    SessionPool& readers_;
    const Clock& clock_;
    SigningKey key_;
    std::filesystem::path folder_;
    bool is_alone_;
    mutable std::mutex mutex_;
    std::optional<KnownHead> known_;  // under the mutex
};

}  // namespace tenpoint::store
