// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include <boost/json/object.hpp>

#include "base/language.hpp"
#include "base/result.hpp"
#include "desks/movements/figure_query.hpp"
#include "formats/text_table.hpp"

namespace tenpoint::movements {

// Reads "period:month,origin" into the query's groupings. Fails with `invalid_query` on "/by".
Result<void> read_groupings(std::string_view text, FigureQuery& query);

// The figures as people and programs take them away: a column for each coordinate that the rows
// have, then the count, and how many persons these are at least and at most.
formats::TextTable text_table(const FigureTable& table, const FigureQuery& query);

// {"by", "figures": [{"indicator", "place", "period", …, "count", "at_least", "at_most",
// "bounds"}], "notes", "fingerprint"}; the notes as sentences in `language`.
boost::json::object to_json(const FigureTable& table, const FigureQuery& query, Language language);
boost::json::object to_json(const Figure& figure);
boost::json::object to_json(const Explanation& explanation, Language language);

}  // namespace tenpoint::movements
