// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "formats/document.hpp"
#include "record/kind_info.hpp"
#include "store/record_table.hpp"

namespace tenpoint::web {

// A list of records as a table: a column for each member, four for a text in four languages. Texts
// that a record keeps under headers of its own stand under these, unless there are very many.
formats::Table record_table(const record::KindInfo& kind, std::span<const store::Found> records);

}  // namespace tenpoint::web
