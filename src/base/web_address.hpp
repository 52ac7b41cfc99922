// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tenpoint {

// An absolute http or https URI (RFC 3986) that names a host, and so one that a page may link to.
bool is_web_address(std::string_view text);

}  // namespace tenpoint
