// SPDX-License-Identifier: Apache-2.0
#pragma once

// The types that members may have beside those of base: references, coordinates, JSON.

#include <cstdint>

#include <boost/json/object.hpp>

#include "base/id.hpp"

namespace tenpoint::record {

// Names a record of kind K. An empty one names nothing.
template <class K>
struct Ref {
    Id id;

    bool empty() const { return id.empty(); }
    bool operator==(const Ref&) const = default;
};

// Degrees of latitude or longitude (WGS 84), exact to a millionth.
struct Coordinate {
    std::int64_t microdegrees = 0;

    bool operator==(const Coordinate&) const = default;
};

// A JSON object kept as it is, for what has a schema of its own, such as a mapping of columns.
struct JsonObject {
    boost::json::object value;

    bool operator==(const JsonObject&) const = default;
};

}  // namespace tenpoint::record
