// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "record/kind_info.hpp"
#include "store/data_keys.hpp"
#include "store/record_table.hpp"

namespace tenpoint::store {

// Finds records by the exact value of a protected member whose note asks for a blind index: what is
// stored is a keyed hash of the value. It can be made anew from the records and is no part of them.
class BlindIndex {
  public:
    BlindIndex(Session& session, NodeKey& node_key) : session_(session), keys_(session, node_key) {}

    // Takes the record as it is, unsealed, in the place of what was known of it.
    void put(const record::KindInfo& kind, const Found& found);
    void drop(const Id& record);
    // The query, in which what is asked of such members is what their values are known by.
    ListQuery blinded(const record::KindInfo& kind, ListQuery query) const;

  private:
    std::string value_of(const record::KindInfo& kind, const record::FieldInfo& field,
                         const std::string& value) const;

    Session& session_;
    DataKeys keys_;
};

bool has_blind_index(const record::KindInfo& kind);

}  // namespace tenpoint::store
