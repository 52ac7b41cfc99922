// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace tenpoint::web {

// The parameters behind a `?`, decoded, in the order they came; a name may come several times.
class Query {
  public:
    Query() = default;
    explicit Query(std::vector<std::pair<std::string, std::string>> parameters)
        : parameters_(std::move(parameters)) {}

    // The first value of that name.
    std::optional<std::string_view> find(std::string_view name) const;
    std::size_t count(std::string_view name) const;

    auto begin() const { return parameters_.begin(); }
    auto end() const { return parameters_.end(); }

  private:
    std::vector<std::pair<std::string, std::string>> parameters_;
};

// What a request line asks for: "/api/places/x?lang=fr".
struct Target {
    std::vector<std::string> segments;  // "api", "places", "x": each decoded on its own
    Query query;
};

// Fails with `malformed_request` for what is no path, is badly encoded, or holds after decoding
// a control character or invalid UTF-8. Dots are not resolved: ".." is a segment that no route has.
Result<Target> parse_target(std::string_view target);

}  // namespace tenpoint::web
