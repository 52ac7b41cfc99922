// SPDX-License-Identifier: Apache-2.0
// Where sources differ, and where one contradicts itself.

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "desks/movements/sheet_composition_parts.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t most_rows = 20;

// Of the highest figure, by which the lowest falls short; nothing where one of them is not shared.
std::optional<double> difference_of(const SheetDisagreement& disagreement) {
    const auto highest = disagreement.candidates.front().count;
    const auto lowest = disagreement.candidates.back().count;
    if (!highest || !lowest) return std::nullopt;
    return *highest == 0 ? 0
                         : static_cast<double>(*highest - *lowest) / static_cast<double>(*highest);
}

std::string decision(const SheetWords& words, const SheetDisagreement& disagreement) {
    if (disagreement.ruled)
        return disagreement.ruling_reason.empty()
                   ? words.text("disagreements.ruled")
                   : words.text("disagreements.ruled_because",
                                {{"reason", std::string_view(disagreement.ruling_reason)}});
    if (!disagreement.method) return words.text("disagreements.not_ruled");
    return words.text("disagreements.by_rule", {{"rule", words.method(*disagreement.method)}});
}

formats::TableRow row_of(const SheetWords& words, const SheetDisagreement& disagreement) {
    std::vector<std::string> figures;
    std::vector<std::string> used;
    for (const auto& [name, count, chosen] : disagreement.candidates) {
        const auto source = words.source(name);
        figures.push_back(
            count ? words.text("disagreements.figure", {{"source", std::string_view(source)},
                                                        {"count", words.number(*count)}})
                  : source);
        if (chosen) used.push_back(source);
    }
    const auto difference = difference_of(disagreement);
    return {{words.place(disagreement.place), words.indicator(disagreement.indicator),
             words.stretch(disagreement.days), fmt::format("{}", fmt::join(figures, " · ")),
             words.list(used), difference ? formats::TableCell{*difference} : formats::TableCell{},
             decision(words, disagreement)}};
}

void add_table_of_disagreements(const SheetWords& words, Blocks& blocks) {
    std::vector<const SheetDisagreement*> shown;
    for (const auto& each : words.content().disagreements)
        if (each.candidates.size() > 1) shown.push_back(&each);
    if (shown.empty()) return;
    const auto all = static_cast<std::int64_t>(shown.size());
    std::ranges::stable_sort(shown, std::ranges::greater{},
                             [](const auto* each) { return difference_of(*each); });
    shown.resize(std::min(shown.size(), most_rows));
    formats::Table table;
    table.caption = {words.text("disagreements.title")};
    if (static_cast<std::size_t>(all) > shown.size())
        table.caption.note =
            words.text("disagreements.greatest",
                       {{"shown", static_cast<std::int64_t>(shown.size())}, {"all", all}});
    table.columns = {{words.text("columns.place")},
                     {words.text("columns.what_is_counted")},
                     {words.text("columns.dates")},
                     {words.text("columns.figures")},
                     {words.text("columns.used")},
                     {words.text("columns.difference"), formats::ColumnType::percent},
                     {words.text("columns.decision")}};
    for (const auto* each : shown)
        table.rows.push_back(row_of(words, *each));
    blocks.emplace_back(std::move(table));
}

// The contradictions of one sort, in one row.
struct Sort {
    std::int64_t periods = 0;
    const SheetContradiction* greatest = nullptr;
};

std::int64_t difference_of(const SheetContradiction& contradiction) {
    return std::abs(contradiction.stands - contradiction.other);
}

formats::TableRow row_of(const SheetWords& words, const Sort& sort) {
    const auto& example = *sort.greatest;
    const auto period = words.stretch({example.period.first_day(), example.period.last_day()});
    return {{words.source(example.source), words.place(example.place),
             words.indicator(example.indicator),
             translate(words.language(), fmt::format("figures.contradictions.{}", example.reason)),
             static_cast<double>(sort.periods),
             words.text("contradictions.example", {{"period", period},
                                                   {"stands", words.number(example.stands)},
                                                   {"other", words.number(example.other)}})}};
}

void add_table_of_contradictions(const SheetWords& words, Blocks& blocks) {
    std::map<std::tuple<std::string_view, std::string_view, Indicator, std::string_view>, Sort>
        sorts;
    for (const auto& each : words.content().contradictions) {
        auto& sort = sorts[{each.source, each.place, each.indicator, each.reason}];
        ++sort.periods;
        if (!sort.greatest || difference_of(*sort.greatest) < difference_of(each))
            sort.greatest = &each;
    }
    if (sorts.empty()) return;
    formats::Table table;
    table.caption = {words.text("contradictions.title"), {}, words.text("contradictions.note")};
    table.columns = {{words.text("columns.source")},
                     {words.text("columns.place")},
                     {words.text("columns.what_is_counted")},
                     {words.text("columns.contradiction")},
                     {words.text("columns.periods"), formats::ColumnType::number},
                     {words.text("columns.greatest")}};
    for (const auto& [key, sort] : sorts)
        table.rows.push_back(row_of(words, sort));
    blocks.emplace_back(std::move(table));
}

}  // namespace

void add_disagreements(const SheetWords& words, Blocks& blocks) {
    Blocks tables;
    add_table_of_disagreements(words, tables);
    add_table_of_contradictions(words, tables);
    if (tables.empty()) return;
    blocks.emplace_back(formats::Heading{words.text("disagreements.heading")});
    std::ranges::move(tables, std::back_inserter(blocks));
}

}  // namespace tenpoint::movements
