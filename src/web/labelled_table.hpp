// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "base/language.hpp"
#include "formats/document.hpp"
#include "record/kind_info.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::web {

// A list of records as a table for people, in one language: columns by their labels, words of code
// lists by theirs, records by what they are called as far as the reader may read them (else by
// their id), texts as they stand in the language. What only programs read is left out; of an
// adopted text stands the day on which it was adopted.
formats::Table labelled_table(const store::Snapshot& snapshot, const record::KindInfo& kind,
                              std::span<const store::Found> records, Language language);

}  // namespace tenpoint::web
