// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include <boost/json/object.hpp>

#include "store/store.hpp"
#include "web/request.hpp"
#include "web/response.hpp"

namespace tenpoint::web {

// The version of the record that the client looked at; nothing where it sends no If-Match. Fails
// with `precondition_failed` for an If-Match that names no version.
Result<std::optional<std::int64_t>> version_looked_at(const Request& request);

// The answer to a change of a record that has moved on: Problem Details of `precondition_failed`
// with the record's `version` now (also as ETag), what was changed since the version that the
// client saw, `theirs`, and what the client asks to change of that version, `yours`; both as the
// journal writes changes. `seen` is empty where the client named no version that ever was. `body`
// has no members that are secret.
//
// Fails with `not_found` where the principal may not read the record.
Result<Response> stale_answer(store::Store& store, const Request& request,
                              const record::KindInfo& kind, const Id& id,
                              std::optional<std::int64_t> seen, const boost::json::object& body);

}  // namespace tenpoint::web
