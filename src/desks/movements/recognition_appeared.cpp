// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_appeared.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "desks/movements/reading_categories.hpp"
#include "formats/countries.hpp"
#include "formats/nationalities.hpp"

namespace tenpoint::movements {
namespace {

constexpr int least_confidence = 90;  // of a header that is known as a whole

bool is_group_in(const Settings& set, Field field) {
    return (field == Field::sex && set.sex) || (field == Field::age && set.age) ||
           (field == Field::profile && set.profile) || (field == Field::origin && set.origin);
}

bool says_group(std::string_view text, Field field) {
    if (is_total_word(text) || (field == Field::sex && text == "T")) return true;
    if (field == Field::origin) return formats::find_nationality(text) != nullptr;
    const auto category = category_from_text(text);
    return category && is_group_in(*category, field);
}

bool says_already(Field field, const Mapping& known) {
    if (is_group_in(known.set, field)) return true;
    return std::ranges::any_of(known.columns, [&](const ColumnMeaning& column) {
        return column.field == field || is_group_in(column.set, field) ||
               std::ranges::any_of(column.values, [&](const ValueMeaning& value) {
                   return is_group_in(value.set, field);
               });
    });
}

}  // namespace

bool is_plain_group(const RecognisedColumn& column, std::span<const SampleRow* const> data,
                    const Mapping& known) {
    const auto field = column.field;
    const bool is_group = field == Field::sex || field == Field::age || field == Field::profile ||
                          field == Field::origin;
    const bool is_named = column.by == RecognisedBy::header || column.by == RecognisedBy::hashtag;
    if (!is_group || !is_named || column.confidence < least_confidence ||
        says_already(field, known))
        return false;
    std::size_t filled = 0, such = 0;
    for (const auto* row : data) {
        if (column.number > row->texts.size()) continue;
        const auto text = trimmed(row->texts[column.number - 1]);
        if (is_unknown_word(text)) continue;
        ++filled;
        such += says_group(text, field) ? 1 : 0;
    }
    return filled > 0 && such * 5 >= filled * 4;
}

}  // namespace tenpoint::movements
