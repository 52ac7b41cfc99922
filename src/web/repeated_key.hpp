// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tenpoint::web {

// The pointer ("/name") of the first member of a valid JSON object that is given twice, or in which
// a key of an object within it is. A parsed object holds the last of them alone and does not tell.
std::optional<std::string> repeated_key(std::string_view json);

}  // namespace tenpoint::web
