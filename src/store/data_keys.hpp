// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "store/node_key.hpp"
#include "store/session.hpp"

namespace tenpoint::store {

// The data keys: one for each record that has protected members, made with its first such value
// and destroyed when the record is erased or removed; and one for each stored file. They are stored
// wrapped by the node's key, so that a new node's key rewrites none of the values, and whoever
// destroys a data key destroys what it sealed in the tables, the journal and all copies of the
// database that are made later.
//
// Throws DatabaseError where a key does not open, or the database's keys are not this node's.
class DataKeys {
  public:
    DataKeys(Session& session, NodeKey& node_key) : session_(session), node_key_(node_key) {}

    std::optional<SecretKey> find(const Id& record) const;
    // By their records; a record without one is not among them.
    std::map<std::string, SecretKey> find(const std::vector<Id>& records) const;
    SecretKey find_or_make(const Id& record);
    // Of a stored file, which comes with its key.
    void keep(const Id& file, const SecretKey& key);
    void destroy(const Id& record);

    // The blind index has a key of its own, since it must stay when data keys go.
    SecretKey index_key() const;

    // Makes the key of the blind index, with which a store's keys begin. Nothing happens where it
    // is there; says whether it was made.
    bool begin();
    // Whether they have begun. Fails with `node_key_missing`, or `wrong_node_key`, where they have
    // and are not this node's.
    Result<bool> have_begun() const;

    // Wraps the index's key under the node's key of that name. From then on all nodes wrap new data
    // keys under that name.
    void lead_to(const std::string& name);
    // The same with those behind `after`, a thousand at most. Gives the last that it looked at;
    // nothing where there was none.
    std::optional<std::string> wrap_anew(const std::string& name, const std::string& after);
    // Whether no key is wrapped under another.
    bool are_all_under(const std::string& name) const;

    // Before and after those of another store come in their place: drops them; wraps what came,
    // which is wrapped by the other's key, under this one.
    void clear();
    void take_over(NodeKey& other);

    // A record whose key does not open.
    std::optional<std::string> find_unusable() const;

  private:
    std::optional<Row> row_of(const std::string& record) const;
    std::vector<Row> rows_after(const std::string& after) const;
    std::optional<SecretKey> unwrapped(const Row& row) const;
    void wrap(const Row& row, const SecretKey& key, const SecretKey& wrapping);
    void wrap_under(const std::string& name, const Row& row);
    SecretKey wrapping_key() const;
    void insert(const std::string& record, std::int64_t since, const SecretKey& key,
                const SecretKey& wrapping);

    Session& session_;
    NodeKey& node_key_;
};

}  // namespace tenpoint::store
