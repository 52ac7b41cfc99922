// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/json/object.hpp>

#include "base/finding.hpp"
#include "base/language.hpp"

namespace tenpoint::web {

// A finding with its sentence in the language.
boost::json::object finding_json(const Finding& finding, Language language);
boost::json::object finding_schema();

}  // namespace tenpoint::web
