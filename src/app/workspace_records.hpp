// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/json/object.hpp>

#include "base/result.hpp"
#include "store/transaction.hpp"

namespace tenpoint::app {

// The lists of a workspace that say who takes part, where, and what is counted and compared:
// partners, places, presences, sources, corridors, rules.
Result<void> load_partners_and_places(store::Transaction& transaction,
                                      const boost::json::object& workspace);
Result<void> load_sources_and_rules(store::Transaction& transaction,
                                    const boost::json::object& workspace);

// The lists that say how partners cooperate: arrangements, agreements, memberships, actions,
// reviews, submissions, documents.
Result<void> load_arrangements(store::Transaction& transaction,
                               const boost::json::object& workspace);

// The lists of what people need and of gaps that were found to be none: needs, dismissals.
Result<void> load_needs(store::Transaction& transaction, const boost::json::object& workspace);

}  // namespace tenpoint::app
