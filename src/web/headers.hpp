// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenpoint::web {

// The header of a message: fields in the order they came, their names compared without case.
class Headers {
  public:
    // Puts the field in place of all of that name.
    void set(std::string_view name, std::string value);
    void add(std::string_view name, std::string value);

    // The first value of that name.
    std::optional<std::string_view> find(std::string_view name) const;
    // The same, empty where there is none.
    std::string_view get(std::string_view name) const { return find(name).value_or(""); }

    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }

  private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

bool equal_without_case(std::string_view a, std::string_view b);

}  // namespace tenpoint::web
