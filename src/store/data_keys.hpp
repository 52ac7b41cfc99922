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

struct DataKey {
    SecretKey key;
    // The first version of its record that it seals: what is older was sealed by one that is gone.
    std::int64_t since = 1;
};

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

    std::optional<DataKey> find(const Id& record) const;
    // By their records; a record without one is not among them.
    std::map<std::string, SecretKey> find(const std::vector<Id>& records) const;
    SecretKey find_or_make(const Id& record);
    // Of a record that has none, and comes to be of that version.
    SecretKey make(const Id& record, std::int64_t version);
    // Of a stored file, which comes with its key.
    void keep(const Id& file, const SecretKey& key);
    void destroy(const Id& record);

    // What is found by a keyed hash has keys of its own, since these stay when data keys go: the
    // blind index one that changes with the node's key, and the contents of files and requests one
    // that stays, since what they are known by is in the journal.
    SecretKey index_key() const;
    SecretKey content_key() const;

    // Makes these two, with which a store's keys begin. Nothing happens where they are there; says
    // whether they were made.
    bool begin();
    // Whether they have begun. Fails with `index_keys_missing` where they have and were removed,
    // and with `node_key_missing`, or `wrong_node_key`, where they are not this node's.
    Result<bool> have_begun() const;

    // Gives the blind index another key, wrapped under the node's key of that name. From then on
    // all nodes wrap new data keys under that name. Nothing happens where they do already; says
    // whether it did, and the index must be renewed.
    bool lead_to(const std::string& name);
    // Wraps those behind `after` under that name, a thousand at most. Gives the last that it looked
    // at; nothing where there was none.
    std::optional<std::string> wrap_anew(const std::string& name, const std::string& after);
    // Whether no key is wrapped under another than that which leads.
    bool are_all_under_one() const;

    // Before and after those of another store come in their place: drops them; wraps what came,
    // which is wrapped by the other's key, under this one. What does not open stays as it is.
    void clear();
    void take_over(NodeKey& other);

    // A record whose key does not open.
    std::optional<std::string> find_unusable() const;

  private:
    Row index_row(const std::string& index) const;
    SecretKey key_of(const std::string& index) const;
    std::optional<SecretKey> unwrapped(const Row& row) const;
    void wrap(std::string_view table, const Row& row, const SecretKey& key,
              const SecretKey& wrapping);
    void wrap_under(const std::string& name, std::string_view table, const Row& row);
    SecretKey wrapping_key() const;
    void insert(std::string_view table, const std::string& record, std::int64_t since,
                const SecretKey& key, const SecretKey& wrapping);

    Session& session_;
    NodeKey& node_key_;
};

}  // namespace tenpoint::store
