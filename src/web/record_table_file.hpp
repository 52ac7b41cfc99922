// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "record/kind_info.hpp"
#include "store/record_table.hpp"

namespace tenpoint::web {

// A list of records as a CSV file, a column for each member, four for a text in four languages;
// with a row of hashtags below the header where it is to be HXL.
std::string to_csv(const record::KindInfo& kind, std::span<const store::Found> records,
                   bool with_hashtags);

}  // namespace tenpoint::web
