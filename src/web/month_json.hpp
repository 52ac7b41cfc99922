// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <boost/json/value.hpp>

#include "base/period.hpp"

namespace tenpoint::web {

// "2026-05", or null.
inline boost::json::value month_or_null(const std::optional<Period>& month) {
    return month ? boost::json::value(to_text(*month)) : boost::json::value(nullptr);
}

}  // namespace tenpoint::web
