// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_rivals.hpp"

#include <algorithm>
#include <map>

#include "desks/movements/recognition_suggestion.hpp"
#include "desks/movements/wide_header.hpp"

namespace tenpoint::movements {
namespace {

bool is_for_one_column(Field field) {
    return field != Field::count && field != Field::dimension && field != Field::skip;
}

// "#adm1+name" before "#adm2+name": the narrower is sought in the wider. Codes need none.
bool is_wider_area(const RecognisedColumn& wider, const RecognisedColumn& narrower) {
    const auto is_named_area = [](const RecognisedColumn& column) {
        return column.hashtag.starts_with("#adm") &&
               column.hashtag.find("+code") == std::string::npos;
    };
    return is_named_area(wider) && is_named_area(narrower) && wider.number < narrower.number &&
           wider.hashtag.substr(0, 5) < narrower.hashtag.substr(0, 5);
}

}  // namespace

void settle_rivals(std::vector<RecognisedColumn>& columns) {
    std::map<Field, RecognisedColumn*> best;
    for (auto& column : columns) {
        auto& first = best[column.field];
        if (!first || column.confidence > first->confidence) first = &column;
    }
    const auto has = [&](Field field) { return best.contains(field); };
    const bool dated = has(Field::period) || (has(Field::period_from) && has(Field::period_to));
    for (auto& column : columns) {
        const bool wider =
            column.field == Field::place && is_wider_area(column, *best[column.field]);
        const bool rival =
            is_for_one_column(column.field) && best[column.field] != &column && !wider;
        const bool guessed = column.field == Field::count &&
                             column.confidence <= guess_confidence && best[Field::count] != &column;
        const bool second_date =
            dated && (column.field == Field::year || column.field == Field::month);
        if (!rival && !guessed && !second_date) continue;
        if (column.by == RecognisedBy::mapping) continue;
        column.field = Field::dimension;
        column.set = {};
    }
}

void drop_halves(std::vector<RecognisedColumn>& columns, bool has_year_of_title) {
    const auto has = [&](Field field) {
        return std::ranges::any_of(columns,
                                   [&](const auto& column) { return column.field == field; });
    };
    const bool year = has(Field::year) || has_year_of_title, from = has(Field::period_from),
               to = has(Field::period_to);
    const bool period = has(Field::period), month = has(Field::month);
    for (auto& column : columns) {
        if (column.by == RecognisedBy::mapping) continue;
        if (column.field == Field::month && !year) column.field = Field::dimension;
        // It begins in another month than the calendar's.
        if (column.field == Field::year && !month && names_fiscal_year(column.header))
            column.field = Field::dimension;
        if (column.field == Field::period_from && !to)
            column.field = period ? Field::dimension : Field::period;
        if (column.field == Field::period_to && !from)
            column.field = period ? Field::dimension : Field::period;
    }
}

}  // namespace tenpoint::movements
