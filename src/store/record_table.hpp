// SPDX-License-Identifier: Apache-2.0
#pragma once

// The SQL over the table of a kind and its rows of the link table, made from its description.
// Access and journal are the business of the snapshot and the transaction above it.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/record_columns.hpp"

namespace tenpoint::store {

// Which records of a kind are asked for.
struct ListQuery {
    std::map<std::string, std::string>
        equal{};  // member or envelope column -> the text it must have
    // Protected member -> what its value is known by in the blind index.
    std::map<std::string, std::string> blinded{};
    // Stands somewhere in a text member, in any of its languages; case, accents and punctuation do
    // not matter (base/text.hpp, folded). Empty: any.
    std::string text{};
    std::string sort = "created_at";
    bool descending = false;
    std::string after{};     // Page::next of the page before
    std::size_t limit = 50;  // 0: all
};

struct Page {
    std::vector<Found> items;
    std::string next;        // empty on the last page
    std::int64_t total = 0;  // of all pages
};

// Finds what was written before there was a search.
void fill_search_texts(Session& session, const record::KindInfo& kind);

void insert_row(Session& session, const record::KindInfo& kind, const Found& found);
void update_row(Session& session, const record::KindInfo& kind, const Found& found);
void delete_row(Session& session, const record::KindInfo& kind, const Id& id);

// `readable` is the SQL predicate of access; a row outside it is not there.
std::optional<Found> find_row(Session& session, const record::KindInfo& kind, const Id& id,
                              const std::string& readable);
// Fails with `invalid_query` for a member that the kind does not have, or a foreign `after`.
Result<Page> list_rows(Session& session, const record::KindInfo& kind, const ListQuery& query,
                       const std::string& readable);

}  // namespace tenpoint::store
