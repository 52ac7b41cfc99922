// SPDX-License-Identifier: Apache-2.0
#pragma once

// What of a record is found by its words.

#include <optional>
#include <string>

#include "base/language.hpp"
#include "store/search_index.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::store {

// Whether records of the kind can be found at all: accounts are not.
bool is_searched(const record::KindInfo& kind);

// The record's words: its own texts in all languages, without what is personal or secret and
// without the words of code lists, what those were called that were merged into it, and the text of
// its file where it has one. Nothing for a record that was withdrawn, or of which a file was
// erased. What only few may know is confidential: of such a record's file no word is taken up,
// since an index is not sealed.
std::optional<SearchEntry> search_entry_of(const Snapshot& node, const record::KindInfo& kind,
                                           const Found& found);

// By what a record is called in a list: its title or name, else the beginning of its text. May be
// empty.
std::string title_of(const record::KindInfo& kind, const record::StoredRow& row, Language language);

}  // namespace tenpoint::store
