// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_adults.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "desks/movements/figures_below.hpp"
#include "desks/movements/people_words.hpp"
#include "desks/movements/recognition_adult_texts.hpp"

namespace tenpoint::movements {
namespace {

// Count columns that differ in sex and age alone.
struct PeopleGroup {
    ColumnPositions sexes, children, totals;
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
            const auto grown = sum_below(*row, group.sexes), young = sum_below(*row, children);
            more_children = more_children || young > grown;
            if (young == 0 || group.totals.empty()) continue;
            const auto total = sum_below(*row, std::span(group.totals).first(1));
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

}  // namespace

void settle_adults(Recognition& found, std::span<const SampleRow* const> data) {
    if (found.columns.size() > most_columns_compared) return;
    PeopleHeaders(found, data).settle();
    settle_adult_texts(found, data);
}

}  // namespace tenpoint::movements
