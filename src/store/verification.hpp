// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether a store still is what its journal says: the database's own pages, the journal's chain and
// signatures, the stored files, and every row of a record. Memory does not grow with the store.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <boost/describe/enum.hpp>

#include "record/kind_info.hpp"
#include "store/known_head.hpp"
#include "store/node_key.hpp"
#include "store/session.hpp"

namespace tenpoint::store {

// What may be wrong; the sentence for a person is the translation `verify.<code>`.
enum class FlawCode {
    database_damaged,      // how, in the words of the database
    head_unreadable,       // of the node's folder
    tail_missing,          // block that is known, last that is there
    head_differs,          // block
    block_missing,         // block
    chain_broken,          // block
    block_altered,         // block, when it was sealed
    signer_unknown,        // block, public key
    signature_wrong,       // block, when it was sealed
    entries_missing,       // block, entries it should have, entries it has, place of the first
    entry_added,           // entry, when, kind, record, block
    entry_altered,         // entry, when, kind, record
    history_incomplete,    // record
    record_without_entry,  // kind, record
    record_missing,        // kind, record
    record_returned,       // kind, record
    record_altered,        // kind, record, version
    search_altered,        // kind, record
    reference_broken,      // kind, record, field
    link_altered,          // kind, record, field
    file_damaged,          // file, its name
    file_incomplete,       // file, its name
    chunks_without_file,   // file
    value_without_key,     // kind, record
    file_without_key,      // file, its name
    key_left_behind,       // record
    key_unusable,          // record
    key_changing,          // of a backup
    index_altered,         // record
};
BOOST_DESCRIBE_ENUM(FlawCode, database_damaged, head_unreadable, tail_missing, head_differs,
                    block_missing, chain_broken, block_altered, signer_unknown, signature_wrong,
                    entries_missing, entry_added, entry_altered, history_incomplete,
                    record_without_entry, record_missing, record_returned, record_altered,
                    search_altered, reference_broken, link_altered, file_damaged, file_incomplete,
                    chunks_without_file, value_without_key, file_without_key, key_left_behind,
                    key_unusable, key_changing, index_altered)

struct Flaw {
    FlawCode code{};
    std::vector<std::string> arguments;  // as said beside the code
};

// What a store is held against beside itself.
struct TrustedPast {
    std::vector<KnownHead> heads;   // that must be in the journal
    std::set<std::string> signers;  // whose signatures are good
};

struct Verification {
    std::int64_t blocks = 0;
    std::int64_t entries = 0;
    std::int64_t unsealed = 0;  // of the entries
    std::int64_t records = 0;
    std::int64_t files = 0;
    std::int64_t bytes = 0;
    KnownHead head;            // of the last block, with all who signed
    std::optional<Flaw> flaw;  // the first that was found; the counts go as far as it
};

// `session` sees one unchanging state, in a transaction; no statement is broken off for the time
// that it takes. Throws DatabaseError.
Verification verify(Session& session, record::Kinds kinds, const TrustedPast& trusted);

// Its parts, in their order. Each counts what it looks at, and stops at a flaw.
std::optional<Flaw> verify_pages(Session& session);
std::optional<Flaw> verify_journal(Session& session, const TrustedPast& trusted,
                                   Verification& counts);
std::optional<Flaw> verify_files(Session& session, Verification& counts);
std::optional<Flaw> verify_records(Session& session, record::Kinds kinds, Verification& counts);
std::optional<Flaw> verify_references(Session& session, record::Kinds kinds);
std::optional<Flaw> verify_keys(Session& session, record::Kinds kinds);

// What the above needs no key for: whether the node's key opens all data keys, and whether the
// blind index has what the records have.
std::optional<Flaw> verify_wrapping(Session& session, record::Kinds kinds, NodeKey& node_key);

}  // namespace tenpoint::store
