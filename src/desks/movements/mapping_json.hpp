// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <boost/json/object.hpp>

#include "base/result.hpp"
#include "desks/movements/mapping.hpp"

namespace tenpoint::movements {

// Members at their defaults are left out.
boost::json::object to_json(const Mapping& mapping);
// JSON Schema of that.
boost::json::object mapping_schema();

// Fails with `invalid_fields` and a field problem for each member that is unknown, of the wrong
// type or no choice, "/columns/2/field".
Result<Mapping> mapping_from_json(const boost::json::object& json);

// The same from the bytes of a file; fails with `malformed_json` besides.
Result<Mapping> mapping_from_text(std::string_view text);

}  // namespace tenpoint::movements
