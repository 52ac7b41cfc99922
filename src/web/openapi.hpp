// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <boost/json/object.hpp>

#include "base/language.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// The OpenAPI 3.1 document of an API, its sentences in `language`.
boost::json::object openapi_document(const Api& api, std::string_view version, Language language);

// Adds GET /api/openapi.json, which describes the API with itself.
void add_openapi_route(Api& api, std::string_view version);

}  // namespace tenpoint::web
