// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include <boost/json/array.hpp>

#include "record/kind_info.hpp"
#include "store/data_keys.hpp"
#include "store/journal.hpp"
#include "store/record_table.hpp"

namespace tenpoint::store {

// Seals the protected members of a record under its data key, each for its kind, record and member,
// and opens them again. Tables and journal hold, and hashes cover, what is sealed: whoever verifies
// needs no key. A member without a value stays without one. Of an erased record an optional member
// has none either, and any other is an empty text, which nothing that is sealed ever is.
//
// Throws DatabaseError where a value does not open: it was altered past the program.
class FieldCipher {
  public:
    FieldCipher(Session& session, NodeKey& node_key)
        : keys_(session, node_key), randomness_(node_key.randomness()) {}

    void open(const record::KindInfo& kind, std::span<Found> records) const;
    // The values that entries about one record tell of. Where they were erased nothing is told.
    void open(const record::KindInfo& kind, const Id& record,
              std::vector<JournalEntry>& entries) const;

    // A record as it was, stored and opened.
    struct Before {
        const Found& stored;
        const Found& opened;
    };
    // The record as it is to be stored, a new one without `before`. What did not change stays as it
    // was stored before.
    Found seal(const record::KindInfo& kind, const Found& record, const Before* before = nullptr);

    // Empties the protected members of a record as it is stored. Gives the changes for the journal.
    static boost::json::array erase(const record::KindInfo& kind, Found& stored);

    // For the journal: puts what is stored in the place of the protected values.
    static void seal(const record::KindInfo& kind, boost::json::array& changes, const Found* before,
                     const Found& after);

    DataKeys& keys() { return keys_; }

  private:
    DataKeys keys_;
    Randomness& randomness_;
};

}  // namespace tenpoint::store
