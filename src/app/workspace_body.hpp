// SPDX-License-Identifier: Apache-2.0
#pragma once

// The bodies of a workspace's lists, on their way to records: their references are words, and what
// is there already is not added again.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/result.hpp"
#include "store/transaction.hpp"

namespace tenpoint::app {

// `invalid_fields`; `what` names the word or member that is not as described.
Problem wrong_workspace(std::string what);

// The bodies of one list; none where it is not given.
Result<std::vector<boost::json::object>> bodies_of(const boost::json::object& workspace,
                                                   std::string_view list);

// Empty where it is not given or no text.
std::string text_in(const boost::json::object& body, std::string_view member);

// Puts the id of the record whose `member` is the text in its place, in texts, lists and the keys
// of objects.
Result<void> resolve(const store::Snapshot& snapshot, const record::KindInfo& kind,
                     boost::json::object& body, std::string_view field, std::string_view member);
template <class K>
Result<void> resolve(const store::Snapshot& snapshot, boost::json::object& body,
                     std::string_view field, std::string_view member) {
    return resolve(snapshot, record::kind_info<K>(), body, field, member);
}

// Adds a record from its body unless one is there with the same values of the `keys`. The first of
// them is one that lists can be filtered by.
Result<void> add_once(store::Transaction& transaction, const record::KindInfo& kind,
                      const boost::json::object& body, std::initializer_list<std::string_view> keys,
                      const Id& owner);
template <class K>
Result<void> add_once(store::Transaction& transaction, const boost::json::object& body,
                      std::initializer_list<std::string_view> keys, const Id& owner = {}) {
    return add_once(transaction, record::kind_info<K>(), body, keys, owner);
}

}  // namespace tenpoint::app
