// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/language.hpp"
#include "base/result.hpp"

namespace tenpoint::app {

// The OpenAPI document of the API, as text.
Result<std::string> describe_api(Language language);

}  // namespace tenpoint::app
