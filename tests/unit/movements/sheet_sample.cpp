// SPDX-License-Identifier: Apache-2.0
#include "sheet_sample.hpp"

#include "days.hpp"

namespace tenpoint::movements {
namespace {

Period period(std::string_view text) {
    return period_from_text(text).value();
}

const Stretch year{day("2024-01-01"), day("2024-12-31")};
const Stretch year_before{day("2023-01-01"), day("2023-12-31")};

SheetMeasure darien() {
    SheetMeasure measure;
    measure.place = "DARIEN";
    measure.indicator = Indicator::crossing;
    measure.now = {302'203, {}};
    measure.before = {520'085, {}};
    measure.periods = {
        {period("2023-12"), 520'085}, {period("2024-01"), 152'203}, {period("2024-02"), 150'000}};
    measure.by_origin = {
        {period("2024-01"), "VEN", 100'000},    {period("2024-01"), "COL", 40'000},
        {period("2024-01"), "unknown", 12'203}, {period("2024-02"), "VEN", 109'000},
        {period("2024-02"), "OOO", 30'000},     {period("2024-02"), "", 11'000}};
    measure.by_sex_age = {{period("2024-01"), Sex::female, AgeGroup::adult, 50'000},
                          {period("2024-01"), Sex::male, AgeGroup::child, 102'203},
                          {period("2024-02"), Sex::all, AgeGroup::all, 150'000}};
    measure.sources = {"Panama SNM"};
    measure.sources_set_aside = {"Other count"};
    measure.method = RuleMethod::authoritative;
    measure.rule_reason = "It registers the crossings itself.";
    return measure;
}

SheetMeasure border() {
    SheetMeasure measure;
    measure.place = "BORDER";
    measure.indicator = Indicator::detection;
    measure.now = {1'400'000, {{day("2024-12-01"), day("2024-12-31")}}};
    measure.before = {2'000'000, {}};
    measure.periods = {{period("2024-01"), 1'400'000}};
    measure.untiled = {period("2024-W01")};
    measure.sources = {"Border police"};
    return measure;
}

SheetMeasure deaths() {
    SheetMeasure measure;
    measure.place = "DARIEN";
    measure.indicator = Indicator::death_and_missing;
    measure.now = {1, {}};
    measure.before = {2, {}};
    measure.periods = {{period("2023-03"), 2}, {period("2024-05"), 1}};
    measure.of_events = true;
    measure.sources = {"Missing migrants"};
    return measure;
}

LocalText text(std::string_view name) {
    const std::string in(name);
    return {in + " (en)", in + " (fr)", in + " (es)", in + " (ar)"};
}

record::Coordinate degrees(std::int64_t degrees) {
    return {degrees * 1'000'000};
}

}  // namespace

SheetContent sample_content() {
    SheetContent content;
    content.is_corridor = true;
    content.code = "NORTH";
    content.name = text("Northward");
    content.days = year;
    content.days_before = year_before;
    content.places = {{"DARIEN", text("Darién"), degrees(8), degrees(-77)},
                      {"MIDDLE", text("Middle"), {}, {}},
                      {"BORDER", text("Border"), degrees(31), degrees(-110)}};
    content.route = {"DARIEN", "MIDDLE", "BORDER"};
    content.measures = {darien(), border()};
    content.deaths = {deaths()};
    content.disagreements = {{"DARIEN",
                              Indicator::crossing,
                              {day("2024-01-01"), day("2024-01-31")},
                              {{"Panama SNM", 152'203, true}, {"Other count", 120'000, false}},
                              false,
                              "",
                              RuleMethod::authoritative},
                             {"DARIEN",
                              Indicator::crossing,
                              {day("2024-02-01"), day("2024-02-29")},
                              {{"Other count", 170'000, false}, {"Panama SNM", 150'000, true}},
                              true,
                              "Counted at the same desk.",
                              std::nullopt}};
    content.contradictions = {{"Panama SNM", "DARIEN", Indicator::crossing, period("2024-01"),
                               "breakdowns_differ", 152'203, 152'000}};
    content.sources = {{"Panama SNM",
                        text("Crossings"),
                        "Migration service",
                        "Open",
                        "As published.",
                        "https://example.org",
                        {{"one.csv", day("2025-01-02")}, {"two.csv", day("2025-02-03")}},
                        {"origin", "sector"}},
                       {"Border police", {}, "", "", "", "", {}, {}}};
    content.consolidation = "hash of all";
    return content;
}

}  // namespace tenpoint::movements
