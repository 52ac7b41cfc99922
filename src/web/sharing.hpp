// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/json/object.hpp>

#include "base/result.hpp"
#include "store/transaction.hpp"

namespace tenpoint::web {

// Takes the members that say who may read a record, `visibility` and `shared_with`, out of a body.
// Fails with `invalid_fields`.
Result<store::Sharing> take_sharing(boost::json::object& body);

}  // namespace tenpoint::web
