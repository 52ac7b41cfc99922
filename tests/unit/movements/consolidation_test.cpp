// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation.hpp"

#include <gtest/gtest.h>

#include "days.hpp"
#include "desks/movements/figure_table.hpp"
#include "small_segment.hpp"

namespace tenpoint::movements {
namespace {

// Figures as short lines: "PAN 2021 VEN male adult 5 *", only what is there; "?" is the part that
// is not broken down, "!" a disagreement.
std::vector<std::string> lines(const FigureTable& table) {
    std::vector<std::string> all;
    for (const auto& figure : table.figures) {
        std::string line;
        const auto add = [&](const std::string& word) {
            if (!word.empty()) line += word + " ";
        };
        add(figure.place);
        if (figure.period) add(to_text(*figure.period));
        add(figure.origin);
        if (figure.sex == Sex::female) add("female");
        if (figure.sex == Sex::male) add("male");
        if (figure.age == AgeGroup::adult) add("adult");
        if (figure.age == AgeGroup::child) add("child");
        if (figure.age == AgeGroup::age_0_4) add("0-4");
        if (figure.age == AgeGroup::age_5_11) add("5-11");
        add(figure.source);
        line += std::to_string(figure.count);
        if (figure.not_broken_down) line += " ?";
        if (figure.disagreement) line += " !";
        all.push_back(line);
    }
    return all;
}

struct Case {
    std::string what;
    std::vector<AcceptedBatch> batches;
    FigureQuery query;
    std::vector<std::string> expected;
    std::vector<ConsolidationRule> rules{};
    std::vector<ConsolidationRuling> rulings{};
    std::vector<ConsolidationCorridor> corridors{};
};

void expect(const std::vector<Case>& cases) {
    for (const auto& one : cases) {
        const auto consolidation =
            consolidate({one.batches, one.rules, one.rulings, one.corridors});
        EXPECT_EQ(lines(figures(*consolidation, one.query)), one.expected) << one.what;
    }
}

FigureQuery by(std::vector<Grouping> groupings, PeriodUnit unit = PeriodUnit::month) {
    return {.by = std::move(groupings), .period_unit = unit};
}

TEST(Consolidation, takes_a_total_and_its_parts_for_the_same_people) {
    const std::vector<Said> total_beside_nationalities = {
        {"2021-05", 100}, {"2021-05", 60, "VEN"}, {"2021-05", 40, "HTI"}};
    const std::vector<Said> three_deep = {
        {"2021-05", 100},
        {"2021-05", 60, "VEN"},
        {"2021-05", 40, "HTI"},
        {"2021-05", 35, "VEN", Sex::male},
        {"2021-05", 25, "VEN", Sex::female},
        {"2021-05", 40, "HTI", Sex::male},
    };
    const std::vector<Said> falls_short = {{"2021-05", 100}, {"2021-05", 60, "VEN"}};
    const std::vector<Said> exceeds = {
        {"2021-05", 100}, {"2021-05", 60, "VEN"}, {"2021-05", 50, "HTI"}};
    expect({
        {"total and nationalities", {batch_of("A", total_beside_nationalities)}, {}, {"100"}},
        {"the nationalities are kept",
         {batch_of("A", total_beside_nationalities)},
         by({Grouping::origin}),
         {"HTI 40", "VEN 60"}},
        {"three breakdowns in one file", {batch_of("A", three_deep)}, {}, {"100"}},
        {"the finest is kept",
         {batch_of("A", three_deep)},
         by({Grouping::origin, Grouping::sex}),
         {"HTI male 40", "VEN female 25", "VEN male 35"}},
        {"parts that fall short",
         {batch_of("A", falls_short)},
         by({Grouping::origin}),
         {"VEN 60", "40 ?"}},
        {"parts that exceed the total are not used",
         {batch_of("A", exceeds)},
         by({Grouping::origin}),
         {"100 ?"}},
    });
}

TEST(Consolidation, joins_the_nationality_and_the_demography_file_of_one_source) {
    const std::vector<Said> nationality = {
        {"2022", 150'327, "VEN"}, {"2022", 97'957, "OOO"}, {"2023", 520'085, "VEN"}};
    const std::vector<Said> demography = {
        {"2022", 180'000, "", Sex::male},
        {"2022", 68'284, "", Sex::female},
        {"2023", 400'000, "", Sex::male, AgeGroup::adult},
        {"2023", 20'085, "", Sex::female, AgeGroup::adult},
        {"2023", 60'000, "", Sex::male, AgeGroup::child},
        {"2023", 40'000, "", Sex::female, AgeGroup::child},
    };
    const std::vector both = {batch_of("Migración", nationality, "1"),
                              batch_of("Migración", demography, "2")};
    expect({
        {"one figure",
         both,
         by({Grouping::period}, PeriodUnit::year),
         {"2022 248284", "2023 520085"}},
        {"its nationalities",
         both,
         by({Grouping::period, Grouping::origin}, PeriodUnit::year),
         {"2022 OOO 97957", "2022 VEN 150327", "2023 VEN 520085"}},
        {"its demography; before 2023 nobody says who is an adult",
         both,
         by({Grouping::period, Grouping::age}, PeriodUnit::year),
         {"2022 248284 ?", "2023 adult 420085", "2023 child 100000"}},
        {"by both as far as they are told: the men of 2022 are of no age",
         both,
         by({Grouping::period, Grouping::sex, Grouping::age}, PeriodUnit::year),
         {"2022 female 68284", "2022 male 180000", "2023 female adult 20085",
          "2023 female child 40000", "2023 male adult 400000", "2023 male child 60000"}},
        {"no file says of which sex the people of one nationality are",
         both,
         by({Grouping::period, Grouping::origin, Grouping::sex}, PeriodUnit::year),
         {"2022 OOO 97957", "2022 VEN 150327", "2023 VEN 520085"}},
    });
}

TEST(Consolidation, breaks_down_by_what_tells_of_the_most_people_where_nothing_tells_all) {
    const std::vector<Said> apart = {{"2021-05", 19},
                                     {"2021-05", 3, "", Sex::female},
                                     {"2021-05", 9, "", Sex::male},
                                     {"2021-05", 1, "", Sex::all, AgeGroup::child}};
    const auto both = by({Grouping::sex, Grouping::age});
    expect({{"sex", {batch_of("A", apart)}, both, {"female 3", "male 9", "7 ?"}}});
    auto noted = figures(*consolidate({{batch_of("A", apart)}, {}, {}, {}}), both).notes;
    EXPECT_EQ(noted, (std::vector<std::string>{"broken_down_in_part", "not_broken_down"}));
}

TEST(Consolidation, adds_men_women_and_children_where_they_complete_each_other) {
    const std::vector<Said> men_women_children = {
        {"2021-05", 12, "", Sex::male, AgeGroup::adult},
        {"2021-05", 10, "", Sex::female, AgeGroup::adult},
        {"2021-05", 5, "", Sex::all, AgeGroup::child},
    };
    const std::vector<Said> narrow_groups_below_children = {
        {"2021-05", 22, "", Sex::all, AgeGroup::adult},
        {"2021-05", 5, "", Sex::all, AgeGroup::child},
        {"2021-05", 2, "", Sex::all, AgeGroup::age_0_4},
        {"2021-05", 3, "", Sex::all, AgeGroup::age_5_11},
    };
    expect({
        {"all", {batch_of("A", men_women_children)}, {}, {"27"}},
        {"by age",
         {batch_of("A", men_women_children)},
         by({Grouping::age}),
         {"adult 22", "child 5"}},
        {"by sex",
         {batch_of("A", men_women_children)},
         by({Grouping::sex}),
         {"female 10", "male 12", "5 ?"}},
        {"children beside their ages", {batch_of("A", narrow_groups_below_children)}, {}, {"27"}},
    });
}

TEST(Consolidation, reads_a_blank_that_is_always_the_sum_of_its_siblings_as_their_total) {
    std::vector<Said> totals;
    std::vector<Said> people_of_unknown_origin;
    for (const auto* month : {"2021-01", "2021-02", "2021-03"}) {
        totals.insert(totals.end(),
                      {{month, 10, "VEN"}, {month, 5, "HTI"}, {month, 15, "unknown"}});
        people_of_unknown_origin.insert(people_of_unknown_origin.end(),
                                        {{month, 10, "VEN"}, {month, 4, "unknown"}});
    }
    std::vector<Said> sectors;
    for (const auto* month : {"2021-01", "2021-02", "2021-03"})
        sectors.insert(sectors.end(), {{.period = month, .count = 3, .sector = "Darién"},
                                       {.period = month, .count = 4, .sector = "Chiriquí"},
                                       {.period = month, .count = 7}});
    const auto total = batch_of("A", totals);
    expect({
        {"a total", {total}, by({Grouping::origin}), {"HTI 15", "VEN 30"}},
        {"people of whom nobody knows",
         {batch_of("A", people_of_unknown_origin)},
         by({Grouping::origin}),
         {"VEN 30", "unknown 12"}},
        {"in a column of the partner's own", {batch_of("A", sectors)}, {}, {"21"}},
    });
    const auto reported = consolidate({{total}, {}, {}, {}})->blank_totals();
    ASSERT_EQ(reported.size(), 1U);
    EXPECT_EQ(reported[0].dimension, "origin");
}

TEST(Consolidation, reads_a_blank_of_few_groups_as_a_total_where_that_is_no_chance) {
    const auto sector = [](std::int64_t count, std::string name) {
        return Said{.period = "2021-05", .count = count, .sector = std::move(name)};
    };
    expect({
        {"the sum of two",
         {batch_of("A", {sector(20, "Darién"), sector(15, "Chiriquí"), sector(35, "-")})},
         {},
         {"35"}},
        {"equal to a single one",
         {batch_of("A", {sector(20, "Darién"), sector(20, "-")})},
         {},
         {"40"}},
        {"too small to tell",
         {batch_of("A", {sector(1, "Darién"), sector(2, "Chiriquí"), sector(3, "-")})},
         {},
         {"6"}},
    });
}

TEST(Consolidation, takes_what_a_column_of_the_partner_s_own_calls_a_total_for_one) {
    const auto sector = [](std::int64_t count, std::string name, std::string month = "2021-05") {
        return Said{.period = std::move(month), .count = count, .sector = std::move(name)};
    };
    const std::vector<Said> falls_short = {sector(20, "Darién"), sector(15, "Chiriquí"),
                                           sector(36, "")};
    auto with_unknown = falls_short;
    with_unknown.push_back(sector(1, "-"));
    expect({
        {"whatever it adds up to", {batch_of("A", falls_short)}, {}, {"36"}},
        {"a blank beside it is a part", {batch_of("A", with_unknown)}, {}, {"36"}},
        {"one without parts is a figure",
         {batch_of("A", {sector(20, "Darién"), sector(36, "", "2021-06")})},
         {},
         {"56"}},
    });
    const auto joint = consolidate({{batch_of("A", with_unknown)}, {}, {}, {}});
    EXPECT_TRUE(joint->contradictions().empty());
    EXPECT_TRUE(joint->blank_totals().empty()) << "no blank was taken for a total";
}

TEST(Consolidation, chooses_between_sources_by_ruling_rule_or_the_highest) {
    const std::vector three = {batch_of("A", {{"2021-05", 100}}), batch_of("B", {{"2021-05", 130}}),
                               batch_of("C", {{"2021-05", 120}})};
    const std::vector four = {three[0], three[1], three[2], batch_of("D", {{"2021-05", 90}})};
    const auto rule = [](RuleMethod method, const std::string& source = "",
                         const std::string& place = "", std::optional<Indicator> indicator = {}) {
        return ConsolidationRule{{}, indicator, place, method, {source}};
    };
    const ConsolidationRuling may{Id{"r"},           Indicator::crossing, "PAN",
                                  day("2021-05-01"), day("2021-05-31"),   Id{"A id"}};
    auto june = may;
    june.from = day("2021-06-01");
    june.to = day("2021-06-30");
    expect({
        {"the highest, flagged", three, {}, {"130 !"}},
        {"lowest", three, {}, {"100 !"}, {rule(RuleMethod::lowest)}},
        {"median", three, {}, {"120 !"}, {rule(RuleMethod::median)}},
        {"median of four is one that a source gave",
         four,
         {},
         {"100 !"},
         {rule(RuleMethod::median)}},
        {"authority", three, {}, {"100 !"}, {rule(RuleMethod::authoritative, "A id")}},
        {"an absent authority", three, {}, {"130 !"}, {rule(RuleMethod::authoritative, "X id")}},
        {"different people", three, {}, {"350"}, {rule(RuleMethod::sum)}},
        {"the more specific rule",
         three,
         {},
         {"100 !"},
         {rule(RuleMethod::highest), rule(RuleMethod::median, "", "", Indicator::crossing),
          rule(RuleMethod::sum, "", "HND"), rule(RuleMethod::lowest, "", "PAN")}},
        {"a ruling settles it", three, {}, {"100"}, {rule(RuleMethod::median)}, {may}},
        {"a ruling for another month does not", three, {}, {"130 !"}, {}, {june}},
    });
}

TEST(Consolidation, lets_the_higher_of_two_files_of_one_source_stand) {
    expect({{"twice",
             {batch_of("A", {{"2021-05", 7}}, "1"), batch_of("A", {{"2021-05", 9}}, "2")},
             {},
             {"9"}}});
}

TEST(Consolidation, never_lets_periods_overlap) {
    std::vector<Said> months;
    for (int month = 1; month <= 12; ++month)
        months.push_back({(month < 10 ? "2021-0" : "2021-") + std::to_string(month), 10});
    auto year_too = months;
    year_too.push_back({"2021", 120});
    auto higher_year = months;
    higher_year.push_back({"2021", 125});
    const std::vector<Said> some(months.begin(), months.begin() + 3);
    const auto year_only = batch_of("B", {{"2021", 150}});
    const auto every_month = by({Grouping::period});
    const auto every_year = by({Grouping::period}, PeriodUnit::year);
    const std::vector<std::string> twelve = {
        "2021-01 10", "2021-02 10", "2021-03 10", "2021-04 10", "2021-05 10", "2021-06 10",
        "2021-07 10", "2021-08 10", "2021-09 10", "2021-10 10", "2021-11 10", "2021-12 10"};
    auto with_rest = twelve;
    with_rest.insert(with_rest.begin(), "2021 5");
    const ConsolidationRule authority{{}, {}, "", RuleMethod::authoritative, Id{"A id"}};
    expect({
        {"a year beside its months is their total", {batch_of("A", year_too)}, every_month, twelve},
        {"what the months lack stays with the year",
         {batch_of("A", higher_year)},
         every_month,
         with_rest},
        {"and in the yearly total", {batch_of("A", higher_year)}, every_year, {"2021 125"}},
        {"a year is not shown in a month", {year_only}, every_month, {"2021 150"}},
        {"months against another's year: the year is higher",
         {batch_of("A", months), year_only},
         every_month,
         {"2021 150 !"}},
        {"three months do not tile a year",
         {batch_of("A", some), year_only},
         every_year,
         {"2021 150"}},
        {"unless a rule names their source",
         {batch_of("A", some), year_only},
         every_year,
         {"2021 30"},
         {authority}},
    });
}

TEST(Consolidation, never_adds_what_must_not_be_added) {
    const std::vector<Said> route = {{.period = "2021-05", .count = 100, .place = "PAN"},
                                     {.period = "2021-05", .count = 90, .place = "HND"}};
    const std::vector<Said> stock = {
        {.period = "2021-01", .count = 50, .indicator = Indicator::stay},
        {.period = "2021-02", .count = 70, .indicator = Indicator::stay},
        {.period = "2021-02", .count = 5, .place = "HND", .indicator = Indicator::stay}};
    const std::vector<Said> indicators = {
        {.period = "2021-05", .count = 3, .indicator = Indicator::death},
        {.period = "2021-05", .count = 4, .indicator = Indicator::missing}};
    expect({
        {"places on no corridor add up", {batch_of("A", route)}, {}, {"190"}},
        {"places of one corridor stand apart",
         {batch_of("A", route)},
         {},
         {"HND 90", "PAN 100"},
         {},
         {},
         {{"north", {"PAN", "HND"}}}},
        {"of a stock the last stands, place by place", {batch_of("A", stock)}, {}, {"75"}},
        {"indicators stay apart", {batch_of("A", indicators)}, {}, {"3", "4"}},
    });
}

TEST(Consolidation, never_adds_a_place_and_what_lies_within_it) {
    const auto country =
        batch_of("Ministry", {{.period = "2021-05", .count = 120, .place = "PAN"}});
    const auto post =
        batch_of("Police", {{.period = "2021-05", .count = 100, .place = "PAN-DARIEN"},
                            {.period = "2021-05", .count = 7, .place = "PAN-COLON"}});
    const auto told = [](ConsolidationInput input) {
        const auto table = figures(*consolidate(std::move(input)), {});
        std::vector<std::string> lines = table.notes;
        for (const auto& figure : table.figures)
            lines.push_back(figure.place + " " + std::to_string(figure.count));
        return lines;
    };
    const std::vector<std::string> apart{"places_within_places_apart", "PAN 120", "PAN-COLON 7",
                                         "PAN-DARIEN 100"};
    ConsolidationInput input{{country, post}, {}, {}, {}};
    EXPECT_EQ(told(input), std::vector<std::string>{" 227"}) << "nothing is known of the places";
    input.parts = {{"PAN-DARIEN", "PAN-EAST"}, {"PAN-EAST", "PAN"}};
    EXPECT_EQ(told(input), apart) << "through a region without figures";
    input.parts = {{"PAN-DARIEN", "PAN"}, {"PAN-COLON", "PAN"}, {"PAN", "PAN-DARIEN"}};
    EXPECT_EQ(told(input), apart) << "also in a circle";
    input.batches = {post};
    input.parts = {{"PAN-DARIEN", "PAN"}, {"PAN-COLON", "PAN"}, {"PAN", "PAN"}};
    EXPECT_EQ(told(input), std::vector<std::string>{" 107"}) << "two parts of one place add up";
}

TEST(Consolidation, does_not_depend_on_regions_without_figures) {
    const auto panama = batch_of("A", {{.period = "2021-05", .count = 120, .place = "PAN"}});
    const auto honduras = batch_of("B", {{.period = "2021-05", .count = 5, .place = "HND"}});
    ConsolidationInput plain{{panama, honduras}, {}, {}, {}};
    auto parted = plain;
    parted.parts = {{"HND", "M49-013"},
                    {"M49-013", "M49-419"},
                    {"M49-419", "M49-019"},
                    {"PA01", "PAN"},
                    {"PAN", "M49-013"}};
    const auto before = consolidate(plain), after = consolidate(parted);
    EXPECT_EQ(before->fingerprint(), after->fingerprint());
    ASSERT_EQ(figures(*after, {}).figures.size(), 1U) << "added, as before";
    EXPECT_EQ(figures(*after, {}).figures.front().count, 125);
    EXPECT_TRUE(after->parts().empty());
    const auto region = batch_of("C", {{.period = "2021-05", .count = 9, .place = "M49-019"}});
    parted.batches.push_back(region);
    const auto counted = consolidate(parted);
    ASSERT_EQ(counted->parts().size(), 2U);
    EXPECT_EQ(counted->parts().front().whole, "M49-019") << "the next that has figures";
    EXPECT_EQ(figures(*counted, {}).notes, std::vector<std::string>{"places_within_places_apart"});
}

TEST(Consolidation, filters_by_origin_and_time) {
    const auto batch = batch_of(
        "A", {{"2021-05", 60, "VEN"}, {"2021-05", 40, "HTI"}, {"2021-06", 7, "VEN"}, {"2022", 30}});
    FigureQuery venezuelans{.origins = {"VEN"}, .by = {Grouping::period}};
    FigureQuery in_may{.from = day("2021-05-01"), .to = day("2021-05-31")};
    expect({
        {"origin", {batch}, venezuelans, {"2021-05 60", "2021-06 7"}},
        {"time", {batch}, in_may, {"100"}},
    });
    const auto notes = figures(*consolidate({{batch}, {}, {}, {}}), venezuelans).notes;
    EXPECT_EQ(notes, (std::vector<std::string>{"longer_periods_apart", "origins_left_out"}));
}

TEST(Consolidation, lists_what_sources_disagree_about) {
    const auto consolidation = consolidate({{batch_of("A", {{"2021-05", 100}, {"2021-06", 50}}),
                                             batch_of("B", {{"2021-05", 130}, {"2021-06", 48}})},
                                            {},
                                            {},
                                            {}});
    const auto disagreements = consolidation->disagreements();
    ASSERT_EQ(disagreements.size(), 1U);
    EXPECT_EQ(to_text(disagreements[0].period), "2021-05");
    EXPECT_EQ(disagreements[0].candidates[0].source_name, "B");
    EXPECT_TRUE(disagreements[0].candidates[0].chosen);
    EXPECT_NEAR(disagreements[0].share.value(), 30.0 / 130, 1e-9);
}

TEST(Consolidation, reports_where_a_source_contradicts_itself) {
    const auto consolidation = consolidate(
        {{batch_of(
             "A",
             {{"2021-05", 100}, {"2021-05", 60, "VEN"}, {"2021-06", 10}, {"2021-06", 11, "HTI"}})},
         {},
         {},
         {}});
    const auto found = consolidation->contradictions();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].reason, "parts_do_not_add_up");
    EXPECT_EQ(found[0].other, 60);
    EXPECT_EQ(found[1].reason, "parts_exceed_total");
    EXPECT_EQ(found[1].stands, 10);
}

TEST(Consolidation, finds_no_contradiction_where_nobody_claims_to_have_counted_all_parts) {
    const auto reasons = [](const std::vector<Said>& said, bool lists_events = false) {
        auto batch = batch_of("A", said);
        batch.lists_events = lists_events;
        std::vector<std::string> all;
        const auto consolidated = consolidate({{batch}, {}, {}, {}});
        for (const auto& each : consolidated->contradictions())
            all.push_back(each.reason + " " + std::to_string(each.other));
        return all;
    };
    using Reasons = std::vector<std::string>;
    const Said all{"2021-05", 19};
    const Said women{"2021-05", 3, "", Sex::female};
    const Said men{"2021-05", 9, "", Sex::male};
    const Said children{"2021-05", 1, "", Sex::all, AgeGroup::child};
    const Said infants{"2021-05", 1, "", Sex::all, AgeGroup::age_0_4};
    EXPECT_EQ(reasons({all, children}), Reasons{});
    EXPECT_EQ(reasons({all, infants}), Reasons{});
    EXPECT_EQ(reasons({all, women}), Reasons{});
    EXPECT_EQ(reasons({women, men, children}), Reasons{});
    EXPECT_EQ(reasons({all, {"2021-05", 7, "VEN"}}), Reasons{});
    EXPECT_EQ(reasons({all, women, men, children}), Reasons{"parts_do_not_add_up 12"});
    EXPECT_EQ(reasons({all, {"2021-05", 20, "", Sex::female}}), Reasons{"parts_exceed_total 20"});
    EXPECT_EQ(reasons({all, women, men, children}, true), Reasons{}) << "of seven nobody knows";
    EXPECT_EQ(reasons({all, women, {"2021-05", 17, "", Sex::male}}, true),
              Reasons{"parts_exceed_total 20"});
}

}  // namespace
}  // namespace tenpoint::movements
