// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "base/language.hpp"
#include "base/result.hpp"
#include "desks/movements/figure_query.hpp"

namespace tenpoint::movements {

// Reads "period:month,origin" into the query's groupings. Fails with `invalid_query` on "/by".
Result<void> read_groupings(std::string_view text, FigureQuery& query);

// A table of figures as people and programs take it away: a column for each coordinate that its
// rows have, then the count, and how many persons these are at least and at most.
struct FigureSheet {
    std::vector<std::string> names;     // "indicator", "place", "period", "count"
    std::vector<std::string> hashtags;  // "#indicator+code" …
    std::vector<std::vector<std::string>> rows;
    std::size_t numbers = 0;  // how many of the columns, the last ones, hold numbers or nothing
};
FigureSheet figure_sheet(const FigureTable& table, const FigureQuery& query);

// RFC 4180; with a row of hashtags below the header where it is to be HXL.
std::string to_csv(const FigureSheet& sheet, bool with_hashtags);

// {"by", "figures": [{"indicator", "place", "period", …, "count", "at_least", "at_most",
// "bounds"}], "notes", "fingerprint"}; the notes as sentences in `language`.
boost::json::object to_json(const FigureTable& table, const FigureQuery& query, Language language);
boost::json::object to_json(const Figure& figure);
boost::json::object to_json(const Explanation& explanation, Language language);

}  // namespace tenpoint::movements
