// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_adult_texts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "desks/movements/people_words.hpp"
#include "desks/movements/reading_categories.hpp"
#include "formats/dates.hpp"

namespace tenpoint::movements {
namespace {

// The day from which a row counts, where one column tells.
std::optional<Day> first_day_of(const SampleRow& row, const Recognition& found) {
    const auto dated = std::ranges::find(found.columns, Field::period, &RecognisedColumn::field);
    if (dated == found.columns.end() || dated->number > row.texts.size()) return std::nullopt;
    const auto date = formats::parse_date(trimmed(row.texts[dated->number - 1]),
                                          formats::DateOrder(formats::DayMonthOrder::day_first));
    if (!date) return std::nullopt;
    return date->period.first_day();
}

// The texts of a column of sexes or ages, each with what it says.
void settle_texts_of_people(ColumnMeaning& line, std::size_t index, const Recognition& found,
                            std::span<const SampleRow* const> data) {
    std::map<std::string, Settings, std::less<>> texts;
    std::optional<Day> first, first_children;
    const auto earliest = [](std::optional<Day>& day, std::optional<Day> other) {
        if (other && (!day || *other < *day)) day = other;
    };
    for (const auto* row : data) {
        if (index >= row->texts.size()) continue;
        const std::string text(trimmed(row->texts[index]));
        const auto said = category_from_text(text);
        if (!said) continue;
        texts.emplace(text, *said);
        const auto day = first_day_of(*row, found);
        earliest(first, day);
        if (said->age == AgeGroup::child) earliest(first_children, day);
    }
    const auto any = [&](auto is) {
        return std::ranges::any_of(texts, [&](const auto& text) { return is(text.second); });
    };
    const bool has_girls = any(is_girls);
    if (!any([](const Settings& set) { return set.age == AgeGroup::child; })) return;
    const bool has_adults = any([](const Settings& set) { return set.age == AgeGroup::adult; });
    for (const auto& [text, said] : texts) {
        auto set = said;
        if (has_girls && is_children(said) && says_ninos(text)) set.sex = Sex::male;
        if (!has_adults && is_of_one_sex(said) && says_men_or_women(text))
            set.age = AgeGroup::adult;
        if (set == said) continue;
        const bool later = set.age == AgeGroup::adult && first_children != first;
        if (later) line.values.push_back({text, {}, *first_children - std::chrono::days(1), said});
        line.values.push_back({text, later ? first_children : std::nullopt, {}, set});
    }
}

}  // namespace

void settle_adult_texts(Recognition& found, std::span<const SampleRow* const> data) {
    for (std::size_t i = 0; i < found.columns.size(); ++i) {
        const auto& column = found.columns[i];
        const bool is_category = column.field == Field::sex || column.field == Field::age;
        if (is_category && column.by != RecognisedBy::mapping)
            settle_texts_of_people(found.mapping.columns[i], i, found, data);
    }
}

}  // namespace tenpoint::movements
