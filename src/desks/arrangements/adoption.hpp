// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <boost/json/object.hpp>

#include "base/result.hpp"
#include "desks/arrangements/action.hpp"
#include "record/record.hpp"
#include "store/transaction.hpp"

namespace tenpoint::arrangements {

// Keeps the text of every action of the arrangement, and of those that stand in it, as it was
// adopted on that day: title, description, begins, due, indicator, baseline and target. It stays
// whatever becomes of the action until the next adoption; what was adopted before is in the
// action's history. What was dropped is adopted no more.
//
// Fails with `not_found`; with `invalid_fields` on /on for a day that is still to come, or before
// that of an adoption before; with `precondition_failed` where the arrangement has another version
// than `seen`; with `forbidden` where the arrangement or one of the actions, also one that the
// principal may not read, is not the principal's to change.
Result<record::Record<Arrangement>> adopt_actions(store::Transaction& transaction,
                                                  const Id& arrangement, Day on,
                                                  std::optional<std::int64_t> seen = {});

// The actions of the arrangement, and of those that stand in it, that were ever adopted; as far as
// they may be read.
Result<std::vector<record::Record<Action>>> adopted_actions(const store::Snapshot& snapshot,
                                                            const Id& arrangement);

// JSON Schema of Action::adopted.
boost::json::object adopted_schema();

}  // namespace tenpoint::arrangements
