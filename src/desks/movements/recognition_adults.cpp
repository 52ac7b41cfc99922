// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_adults.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "desks/movements/reading_categories.hpp"
#include "formats/dates.hpp"
#include "formats/number.hpp"

namespace tenpoint::movements {
namespace {

// A table with a column for each month or nationality has no need of this.
constexpr std::size_t most_columns_of_people = 300;

bool says_men_or_women(std::string_view text) {
    static const auto words = folded_words(
        "man|men|woman|women|homme|hommes|femme|femmes|hombre|hombres|mujer|mujeres|"
        "رجل|رجال|الرجال|امرأة|نساء|النساء");
    return has_word_of(folded(text), words);
}

bool says_ninos(std::string_view text) {
    static const auto words = folded_words("nino|ninos");
    return has_word_of(folded(text), words);
}

bool is_of_one_sex(const Settings& set) {
    return (set.sex == Sex::female || set.sex == Sex::male) && !set.age;
}

bool is_girls(const Settings& set) {
    return set.sex == Sex::female && set.age == AgeGroup::child;
}

// Children of no sex.
bool is_children(const Settings& set) {
    return !set.sex && set.age == AgeGroup::child;
}

using Positions = std::vector<std::size_t>;  // of columns

// Count columns that differ in sex and age alone.
struct PeopleGroup {
    Positions sexes, children, totals;
    bool has_adults = false, has_girls = false;
};

class PeopleHeaders {
  public:
    PeopleHeaders(Recognition& found, std::span<const SampleRow* const> data)
        : found_(found), data_(data) {}

    void settle() {
        for (const auto& group : groups()) {
            for (const auto position : group.children)
                if (group.has_girls && is_children(found_.columns[position].set) &&
                    says_ninos(header(position)))
                    change(position, [](Settings& of) { of.sex = Sex::male; });
            if (group.sexes.empty() || group.children.empty() || group.has_adults) continue;
            if (!are_apart(group)) continue;
            for (const auto position : group.sexes)
                change(position, [](Settings& of) { of.age = AgeGroup::adult; });
        }
    }

  private:
    const std::string& header(std::size_t position) const {
        return found_.columns[position].header;
    }
    template <class Change>
    void change(std::size_t position, Change change) {
        change(found_.columns[position].set);
        change(found_.mapping.columns[position].set);
    }

    std::vector<PeopleGroup> groups() const {
        std::vector<std::pair<Settings, PeopleGroup>> all;
        for (std::size_t i = 0; i < found_.columns.size(); ++i) {
            const auto& column = found_.columns[i];
            if (column.field != Field::count || column.by == RecognisedBy::mapping) continue;
            auto rest = column.set;
            rest.sex.reset();
            rest.age.reset();
            auto known = std::ranges::find(all, rest, &std::pair<Settings, PeopleGroup>::first);
            if (known == all.end()) known = all.insert(known, {rest, {}});
            auto& group = known->second;
            group.has_adults = group.has_adults || column.set.age == AgeGroup::adult;
            group.has_girls = group.has_girls || is_girls(column.set);
            if (is_of_one_sex(column.set)) group.sexes.push_back(i);
            if (column.set.age == AgeGroup::child) group.children.push_back(i);
            if (column.set == rest) group.totals.push_back(i);
        }
        std::vector<PeopleGroup> groups;
        for (auto& [rest, group] : all)
            groups.push_back(std::move(group));
        return groups;
    }

    std::int64_t sum_in(const SampleRow& row, const Positions& columns) const {
        std::int64_t sum = 0;
        for (const auto index : columns)
            if (index < row.texts.size())
                if (const auto read = formats::parse_count(row.texts[index])) sum += *read;
        return sum;
    }

    // Whether the children are none of the men and women.
    bool are_apart(const PeopleGroup& group) const {
        // Boys and girls, or children where they are not told apart.
        auto children = group.children;
        if (std::ranges::any_of(children,
                                [&](auto i) { return found_.columns[i].set.sex.has_value(); }))
            std::erase_if(children, [&](auto i) { return !found_.columns[i].set.sex.has_value(); });
        std::size_t with = 0, without = 0;
        bool more_children = false;
        for (const auto* row : data_) {
            const auto grown = sum_in(*row, group.sexes), young = sum_in(*row, children);
            more_children = more_children || young > grown;
            if (young == 0 || group.totals.empty()) continue;
            const auto total = sum_in(*row, {group.totals.front()});
            with += total == grown + young ? 1 : 0;
            without += total == grown ? 1 : 0;
        }
        if (with != without) return with > without;
        return more_children || std::ranges::all_of(group.sexes, [&](auto i) {
                   return says_men_or_women(header(i));
               });
    }

    Recognition& found_;
    std::span<const SampleRow* const> data_;
};

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

void settle_adults(Recognition& found, std::span<const SampleRow* const> data) {
    if (found.columns.size() > most_columns_of_people) return;
    PeopleHeaders(found, data).settle();
    for (std::size_t i = 0; i < found.columns.size(); ++i) {
        const auto& column = found.columns[i];
        const bool is_category = column.field == Field::sex || column.field == Field::age;
        if (is_category && column.by != RecognisedBy::mapping)
            settle_texts_of_people(found.mapping.columns[i], i, found, data);
    }
}

}  // namespace tenpoint::movements
