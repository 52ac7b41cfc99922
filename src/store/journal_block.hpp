// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/session.hpp"

namespace tenpoint::store {

// A stretch of the journal in its final order, sealed: its head covers all of it and the head of
// the block before, and is signed. Hashes, keys and signatures are hexadecimal digits.
struct JournalBlock {
    std::int64_t number = 0;  // from 1
    std::string sealed_at;
    std::string previous;  // the head of the block before; empty: there is none
    std::string digests;   // of its entries in their order, 32 bytes each, so that one can be named
    std::string signer;    // public key
    std::string head;
    std::string signature;  // of the head

    static constexpr std::size_t digest_bytes = 32;
    std::size_t size() const { return digests.size() / digest_bytes; }
};

// What the head of a block with these contents is, and what of it is signed.
std::string head_of(const JournalBlock& block);
std::string signed_text(const JournalBlock& block);

void insert(Session& session, const JournalBlock& block);
std::optional<JournalBlock> last_block(Session& session);
// Up to `most` blocks behind that number, in their order.
std::vector<JournalBlock> blocks_after(Session& session, std::int64_t number, std::size_t most);

// What a seal says of an entry.
struct EntrySeal {
    std::string id, at, kind, record;
    std::string digest;  // over all that the entry holds
    std::int64_t block = 0;
};
// Those that come next, up to `most`. An entry waits while an older version of its record does
// whose id is younger, since another node's clock was ahead.
std::vector<EntrySeal> entries_to_seal(Session& session, std::int64_t most);
// Those of the blocks from `first` to `last`, in their order.
std::vector<EntrySeal> entries_of_blocks(Session& session, std::int64_t first, std::int64_t last);

}  // namespace tenpoint::store
