// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/id.hpp"
#include "base/problem.hpp"
#include "record/kind_info.hpp"
#include "store/session.hpp"

namespace tenpoint::store {

// References by which a change would bring a record to stand in itself by way of others: a place
// that lies in a part of its own, a phase that follows its own next one. `row` is what it is to
// say, `before` what it says. By a reference of equals to each other two do go round,
// and by what the program sets: a file may count again in place of what replaced it.
std::vector<FieldProblem> circles_made(Session& session, const record::KindInfo& kind, const Id& id,
                                       const record::StoredRow& row,
                                       const record::StoredRow& before);

}  // namespace tenpoint::store
