// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/sums_beside_parts.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "desks/movements/reading_categories.hpp"
#include "desks/movements/stated_sums.hpp"

namespace tenpoint::movements {
namespace {

using RowFigures = std::vector<std::int64_t>;

// A row of data. Its texts are those of the plan's lookups, then of what dates it.
struct KeyedRow {
    std::vector<std::string_view> texts;
    std::vector<bool> are_totals;  // of the lookups
    RowFigures figures;            // of the count columns
};

// Whether texts say that they are totals; each is looked at once.
class TotalTexts {
  public:
    bool holds(const PlannedColumn& column, std::string_view text) {
        const bool is_sex = column.meaning.field == Field::sex;
        const auto [known, is_new] = known_.try_emplace({is_sex, text});
        if (is_new) known->second = is_total_label(text) || (is_sex && is_both_sexes(text));
        return known->second;
    }

  private:
    std::map<std::pair<bool, std::string_view>, bool> known_;
};

std::vector<KeyedRow> keyed_rows(std::span<const SampleRow> rows, const ReadingPlan& plan) {
    std::vector<const PlannedColumn*> keys;
    for (const auto& lookup : plan.lookups)
        keys.push_back(&lookup);
    for (const auto* dates :
         {&plan.period, &plan.period_from, &plan.period_to, &plan.year, &plan.month})
        if (*dates) keys.push_back(&**dates);
    std::vector<std::string_view> above(keys.size());
    TotalTexts totals;
    std::vector<KeyedRow> keyed;
    for (const auto& row : rows) {
        if (!plan.layout.holds_data(row.number)) continue;
        auto& added = keyed.emplace_back();
        for (std::size_t i = 0; i < keys.size(); ++i) {
            auto text = text_of_sample(row, keys[i]->index);
            if (keys[i]->goes_on) above[i] = text = text.empty() ? above[i] : text;
            added.texts.push_back(text);
            if (i < plan.lookups.size()) added.are_totals.push_back(totals.holds(*keys[i], text));
        }
        for (const auto& count : plan.counts)
            added.figures.push_back(figure_of_sample(row, count));
    }
    return keyed;
}

// Sums held against their parts, among rows that agree in all else.
struct SumsFound {
    std::size_t groups = 0, equal = 0;
    bool of_several = false;  // one of them has more than one part
    bool is_far = false;      // the parts of one come to less than half of it

    bool are_sums() const { return groups > 0 && equal * 10 >= groups * 9; }
};

template <class IsSum, class IsPart>
SumsFound compare_in(const std::vector<KeyedRow>& rows, std::size_t column, IsSum is_sum,
                     IsPart is_part) {
    struct Group {
        RowFigures sum, parts;
        std::size_t sums = 0, parts_seen = 0;
    };
    std::map<std::vector<std::string_view>, Group> groups;
    const auto add = [](RowFigures& all, const RowFigures& more) {
        all.resize(more.size());
        std::ranges::transform(all, more, all.begin(), std::plus{});
    };
    for (const auto& row : rows) {
        const bool sums = is_sum(row);
        if (!sums && !is_part(row)) continue;
        auto key = row.texts;
        key[column] = {};
        auto& group = groups[std::move(key)];
        add(sums ? group.sum : group.parts, row.figures);
        ++(sums ? group.sums : group.parts_seen);
    }
    SumsFound found;
    for (const auto& [key, group] : groups) {
        if (group.sums == 0 || group.parts_seen == 0) continue;
        const auto is_nought = [](std::int64_t figure) { return figure == 0; };  // or withheld
        if (std::ranges::all_of(group.sum, is_nought) &&
            std::ranges::all_of(group.parts, is_nought))
            continue;
        ++found.groups;
        for (std::size_t i = 0; i < group.sum.size(); ++i)
            found.is_far = found.is_far || group.parts[i] * 2 < group.sum[i];
        if (group.sum != group.parts) continue;
        ++found.equal;
        found.of_several = found.of_several || group.parts_seen > 1;
    }
    return found;
}

class SumFinder {
  public:
    SumFinder(std::vector<KeyedRow> rows, const ReadingPlan& plan)
        : rows_(std::move(rows)), lookups_(plan.lookups) {}

    bool has_only_totals(std::size_t at) const {
        const auto is_total_here = [&](const KeyedRow& row) { return is_total(row, at); };
        return texts_in(at).empty() && std::ranges::any_of(rows_, is_total_here);
    }
    void settle(PlannedColumn& column, std::size_t at) const {
        column.blanks_are_all = blanks_are_all(at);
        if (column.meaning.field == Field::sex) learn_sums(column, at);
        if (column.meaning.field != Field::dimension) return;
        column.totals_are_sums =
            column.totals_are_sums || (totals_have_parts(at) && !are_far_above_parts(at));
        column.sums = heads_in(at);
    }

  private:
    static bool is_total(const KeyedRow& row, std::size_t at) { return row.are_totals[at]; }
    static bool is_part(const KeyedRow& row, std::size_t at) {
        return !row.texts[at].empty() && !is_total(row, at);
    }
    bool has_total_beside(const KeyedRow& row, std::size_t at) const {
        for (std::size_t i = 0; i < lookups_.size(); ++i)
            if (i != at && !lookups_[i].only_totals && is_total(row, i)) return true;
        return false;
    }

    // "Total" of both sexes, beside "Total" of men and of women, may be people of an unknown sex.
    bool blanks_are_all(std::size_t at) const {
        const auto is_blank = [&](const KeyedRow& row) {
            return row.texts[at].empty() && has_total_beside(row, at);
        };
        if (std::ranges::none_of(rows_, is_blank)) return true;
        const auto found =
            compare_in(rows_, at, is_blank, [&](const KeyedRow& row) { return is_part(row, at); });
        return found.groups == 0 || found.are_sums();
    }

    // Whether the part says all that the total says, which may leave cells blank.
    bool is_part_of(const KeyedRow& part, const KeyedRow& total, std::size_t at) const {
        for (std::size_t i = 0; i < total.texts.size(); ++i) {
            const auto text = total.texts[i];
            const bool is_open = text.empty() || (i < lookups_.size() && is_total(total, i));
            if (i != at && !is_open && text != part.texts[i]) return false;
        }
        return true;
    }
    // Each total of the column, right behind or in front of one of its parts.
    bool totals_have_parts(std::size_t at) const {
        std::optional<std::size_t> above;  // the last row that is none
        bool any = false;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (is_part(rows_[i], at)) above = i;
            if (!is_total(rows_[i], at)) continue;
            any = true;
            if (above && is_part_of(rows_[*above], rows_[i], at)) continue;
            const auto below =
                std::find_if(rows_.begin() + static_cast<std::ptrdiff_t>(i), rows_.end(),
                             [&](const KeyedRow& row) { return is_part(row, at); });
            if (below == rows_.end() || !is_part_of(*below, rows_[i], at)) return false;
        }
        return any;
    }

    // "Total" beside "of which by sea" alone is the figure.
    bool are_far_above_parts(std::size_t at) const {
        return compare_in(
                   rows_, at, [&](const KeyedRow& row) { return is_total(row, at); },
                   [&](const KeyedRow& row) { return is_part(row, at); })
            .is_far;
    }

    std::set<std::string_view> texts_in(std::size_t at) const {
        std::set<std::string_view> texts;
        for (const auto& row : rows_)
            if (is_part(row, at)) texts.insert(row.texts[at]);
        return texts;
    }

    // "Land - Ceuta" and "Land: Melilla" are of "Land".
    static bool is_of(std::string_view text, std::string_view head) {
        if (!text.starts_with(head)) return false;
        const auto rest = trimmed(text.substr(head.size()));
        return std::ranges::any_of(
            std::array<std::string_view, 8>{"-", "–", "—", ":", "/", "|", ">", "("},
            [&](std::string_view sign) { return rest.starts_with(sign); });
    }
    // Those that sum up such others.
    std::vector<std::string> heads_in(std::size_t at) const {
        std::vector<std::string> heads;
        const auto texts = texts_in(at);
        for (auto head = texts.begin(); head != texts.end(); ++head) {
            // Texts that begin with it stand right behind it.
            const auto next = std::next(head);
            if (next == texts.end() || !next->starts_with(*head)) continue;
            const auto found = compare_in(
                rows_, at, [&](const KeyedRow& row) { return row.texts[at] == *head; },
                [&](const KeyedRow& row) { return is_of(row.texts[at], *head); });
            if (found.are_sums() && found.of_several) heads.push_back(folded(*head));
        }
        return heads;
    }

    void learn_sums(PlannedColumn& column, std::size_t at) const {
        const auto is_sex = [&](std::string_view text) {
            const auto known = category_from_text(text);
            return (known && known->sex) || is_unknown_word(text);
        };
        for (const auto text : texts_in(at)) {
            const auto listed = [&](const ValueMeaning& value) {
                return folded(value.text) == folded(text);
            };
            if (is_sex(text) || std::ranges::any_of(column.meaning.values, listed)) continue;
            const auto found = compare_in(
                rows_, at, [&](const KeyedRow& row) { return row.texts[at] == text; },
                [&](const KeyedRow& row) { return is_sex(row.texts[at]); });
            if (found.are_sums() && found.of_several)
                column.meaning.values.push_back(
                    {std::string{text}, {}, {}, Settings{.sex = Sex::all}});
        }
    }

    std::vector<KeyedRow> rows_;
    const std::vector<PlannedColumn>& lookups_;
};

}  // namespace

void settle_sums_beside_parts(std::span<const SampleRow> rows, ReadingPlan& plan) {
    const SumFinder finder(keyed_rows(rows, plan), plan);
    for (std::size_t at = 0; at < plan.lookups.size(); ++at)
        plan.lookups[at].only_totals = finder.has_only_totals(at);
    for (std::size_t at = 0; at < plan.lookups.size(); ++at)
        finder.settle(plan.lookups[at], at);
}

}  // namespace tenpoint::movements
