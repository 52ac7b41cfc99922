// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "record/kind_info.hpp"
#include "store/data_keys.hpp"
#include "store/record_table.hpp"

namespace tenpoint::store {

// Finds records by the exact value of a protected member whose note asks for a blind index: what is
// stored is a keyed hash of the value. It can be made anew from the records and is no part of them.
class BlindIndex {
  public:
    BlindIndex(Session& session, NodeKey& node_key)
        : session_(session), node_key_(node_key), keys_(session, node_key) {}

    // Takes the record as it is, unsealed: a new one, or in the place of what was known of it.
    void add(const record::KindInfo& kind, const Found& found);
    void put(const record::KindInfo& kind, const Found& found);
    void drop(const Id& record);
    // Takes all records of a kind anew, since the index has another key.
    void renew(const record::KindInfo& kind);
    // A record that is known by something else than its values.
    std::optional<std::string> find_altered(const record::KindInfo& kind) const;
    // The query, in which what is asked of such members is what their values are known by.
    ListQuery blinded(const record::KindInfo& kind, ListQuery query) const;

  private:
    using Values = std::map<std::string, std::string>;  // by their members

    Values values_of(const record::KindInfo& kind, const Found& found) const;
    Values stored_values(const std::string& record) const;
    void for_each(const record::KindInfo& kind,
                  const std::function<void(const Found&)>& visit) const;

    Session& session_;
    NodeKey& node_key_;
    DataKeys keys_;
};

bool has_blind_index(const record::KindInfo& kind);

}  // namespace tenpoint::store
