// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/sheet_content_collection.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "days.hpp"
#include "small_segment.hpp"

namespace tenpoint::movements {
namespace {

using directory::Place;

Id id_of(const std::string& name) {
    return {name + " id"};
}

template <class K>
record::Record<K> record_of(const std::string& name, K value) {
    record::Record<K> record{{}, std::move(value)};
    record.envelope.id = id_of(name);
    return record;
}

// A node with places A, B and C on one corridor, whose deaths are recorded at D.
class SheetCollection : public testing::Test {
  protected:
    SheetCollection() {
        Corridor corridor;
        corridor.code = "NORTH";
        corridor.name.en = "Northward";
        corridor.indicators = {Indicator::crossing, Indicator::encounter};
        for (const auto* code : {"A", "B", "C", "D"}) {
            Place place;
            place.code = code;
            place.name.en = std::string("Place ") + code;
            inputs_.places.push_back(record_of(code, place));
            if (place.code == "D")
                corridor.death_places.push_back({id_of(code)});
            else
                corridor.places.push_back({id_of(code)});
        }
        inputs_.corridors.push_back(record_of("NORTH", corridor));
        consolidation_.corridors = {{"NORTH", {"A", "B", "C"}}};
    }

    void report(const std::string& source, const std::vector<Said>& said, bool events = false) {
        const auto file = source + " file " + std::to_string(consolidation_.batches.size());
        consolidation_.batches.push_back(batch_of(source, said, file));
        Batch batch;
        batch.source = {id_of(source)};
        batch.file_name = source + ".csv";
        batch.received_at = instant_from_text("2025-02-03T12:00:00Z").value();
        batch.mapping.value["events"] = events;
        auto record = record_of(source, batch);
        record.envelope.id = consolidation_.batches.back().batch;
        inputs_.batches.push_back(record);
        Source described;
        described.name = source;
        described.licence = "CC BY 4.0";
        inputs_.sources.push_back(record_of(source, described));
    }

    Result<SheetContent> collect(const SheetSubject& subject, std::string_view from,
                                 std::string_view to) {
        inputs_.consolidation = consolidate(consolidation_);
        return collect_sheet(subject, day(from), day(to), inputs_);
    }
    Result<SheetContent> collect_corridor(std::string_view from, std::string_view to) {
        return collect({record::Ref<Corridor>{id_of("NORTH")}, {}}, from, to);
    }
    Result<SheetContent> collect_place(const std::string& code, std::string_view from,
                                       std::string_view to) {
        return collect({{}, record::Ref<Place>{id_of(code)}}, from, to);
    }

    static Said at(const std::string& place, const std::string& period, std::int64_t count,
                   Indicator indicator = Indicator::crossing) {
        return {.period = period, .count = count, .place = place, .indicator = indicator};
    }

    SheetInputs inputs_;
    ConsolidationInput consolidation_;
};

TEST_F(SheetCollection, ComparesThePlacesOfACorridorAndAddsNothing) {
    report("One", {at("A", "2024", 1'001), at("A", "2023", 2'002)});
    report("Two", {at("C", "2024", 3'003, Indicator::encounter)});
    const auto content = collect_corridor("2024-01-01", "2024-12-31").value();
    EXPECT_TRUE(content.is_corridor);
    EXPECT_EQ(content.route, (std::vector<std::string>{"A", "B", "C"}));
    ASSERT_EQ(content.measures.size(), 2) << "B has no figures";
    EXPECT_EQ(content.measures[0].now.count, 1'001);
    EXPECT_EQ(content.measures[0].before.count, 2'002);
    EXPECT_EQ(content.measures[1].indicator, Indicator::encounter);
    EXPECT_FALSE(content.measures[1].before.count);
    EXPECT_EQ(to_json(content).find("4004"), std::string::npos) << "a sum along the corridor";
}

TEST_F(SheetCollection, TakesAtEachPlaceTheFirstIndicatorThatHasFiguresNow) {
    report("One", {at("A", "2023", 5), at("A", "2024", 7, Indicator::encounter)});
    const auto content = collect_corridor("2024-01-01", "2024-12-31").value();
    ASSERT_EQ(content.measures.size(), 1);
    EXPECT_EQ(content.measures[0].indicator, Indicator::encounter);
}

TEST_F(SheetCollection, SaysWhichPartsOfTheTimeAreNotKnown) {
    report("One", {at("A", "2024-01", 1), at("A", "2024-02", 2), at("A", "2024-04", 4),
                   at("A", "2023-Q4", 8)});
    const auto measure = collect_place("A", "2024-01-01", "2024-06-30").value().measures.at(0);
    EXPECT_EQ(measure.now.count, 7);
    EXPECT_EQ(measure.now.gaps,
              (std::vector{days("2024-03-01", "2024-03-31"), days("2024-05-01", "2024-06-30")}));
    EXPECT_EQ(measure.before.count, 8);
    EXPECT_EQ(measure.before.gaps, std::vector{days("2023-07-01", "2023-09-30")});
    EXPECT_EQ(measure.periods.size(), 4) << "the quarter stands as it is";
}

TEST_F(SheetCollection, LeavesOutFiguresThatReachBeyondItsDates) {
    report("One", {at("A", "2024", 1'200), at("A", "2023-12", 100),
                   at("A", "2024-01", 3, Indicator::encounter)});
    const auto measure = collect_place("A", "2024-01-01", "2024-03-31").value().measures.at(0);
    EXPECT_FALSE(measure.now.count);
    EXPECT_EQ(measure.before.count, 100);
    EXPECT_EQ(measure.untiled, std::vector{period_from_text("2024").value()});
}

TEST_F(SheetCollection, ComparesNoSourceWithAnother) {
    report("One",
           {at("A", "2023", 545), at("A", "2024", 375), at("B", "2023", 5), at("B", "2024", 6)});
    report("Two", {at("A", "2024", 720)});
    const auto content = collect_corridor("2024-01-01", "2024-12-31").value();
    const auto& measure = content.measures.at(0);
    EXPECT_EQ(measure.now.count, 720) << "the highest";
    EXPECT_EQ(measure.before.count, 545);
    EXPECT_EQ(measure.other_sources_before, std::vector<std::string>{"One"});
    EXPECT_FALSE(change_of(measure));
    EXPECT_NEAR(change_of(content.measures.at(1)).value(), 0.2, 1e-9);
}

TEST_F(SheetCollection, RefusesWhereThereIsNothingToPrint) {
    report("One", {at("A", "2023", 5)});
    EXPECT_EQ(collect_corridor("2025-01-01", "2025-12-31").error().code,
              ProblemCode::nothing_to_print);
    EXPECT_EQ(collect_corridor("2023-12-31", "2023-01-01").error().code,
              ProblemCode::invalid_query);
    EXPECT_EQ(collect_place("nowhere", "2023-01-01", "2023-12-31").error().code,
              ProblemCode::not_found);
}

TEST_F(SheetCollection, NamesNoSourceThatIsNotSharedWithItsReaders) {
    report("Open", {at("A", "2024", 130)});
    report("Secret", {at("A", "2024", 100)});
    report("Secret", {at("A", "2024", 120)});
    report("Hidden", {at("A", "2024", 90)});
    std::erase_if(inputs_.sources,
                  [](const auto& source) { return source.value.name == "Secret"; });
    inputs_.batches.back().envelope.visibility = record::Visibility::restricted;
    const auto content = collect_corridor("2024-01-01", "2024-12-31").value();
    const auto& measure = content.measures.at(0);
    EXPECT_EQ(measure.sources, std::vector<std::string>{"Open"});
    EXPECT_EQ(measure.sources_set_aside, std::vector<std::string>{""}) << "two are one of them";
    ASSERT_EQ(content.sources.size(), 1U);
    ASSERT_EQ(content.disagreements.size(), 1U);
    const auto& candidates = content.disagreements[0].candidates;
    ASSERT_EQ(candidates.size(), 2U);
    EXPECT_EQ(candidates[0].count, 130);
    EXPECT_FALSE(candidates[1].count) << "what is set aside is no part of the figure";
    EXPECT_TRUE(content.contradictions.empty());
    const auto json = to_json(content);
    for (const auto* name : {"Secret", "Hidden"})
        EXPECT_EQ(json.find(name), std::string::npos) << name;
}

TEST_F(SheetCollection, RefusesDatesThatAreSlipsOfTheKeyboard) {
    report("One", {at("A", "2024", 5)});
    struct Asked {
        const char *from, *to, *pointer, *code;
    };
    for (const auto& [from, to, pointer, code] :
         {Asked{"0024-01-01", "2024-12-31", "/from", "too_early"},
          Asked{"2024-01-01", "9999-12-31", "/to", "too_late"},
          Asked{"1960-01-01", "2024-12-31", "/to", "too_long_a_time"}}) {
        const auto refused = collect_corridor(from, to);
        ASSERT_FALSE(refused) << from << to;
        EXPECT_EQ(refused.error().code, ProblemCode::invalid_query);
        ASSERT_EQ(refused.error().fields.size(), 1U);
        EXPECT_EQ(refused.error().fields[0].pointer, pointer);
        EXPECT_EQ(refused.error().fields[0].code, code);
    }
    EXPECT_TRUE(collect_corridor("1975-01-01", "2024-12-31")) << "fifty years";
}

TEST_F(SheetCollection, BreaksFiguresDownByOriginAndKeepsWhatIsNot) {
    report("One", {{"2024-01", 60, "VEN", Sex::all, AgeGroup::all, Profile::all, "A"},
                   {"2024-01", 40, "unknown", Sex::all, AgeGroup::all, Profile::all, "A"},
                   {"2024-02", 50, "", Sex::all, AgeGroup::all, Profile::all, "A"}});
    const auto origins = collect_place("A", "2024-01-01", "2024-12-31").value().measures.at(0);
    const auto shares = origins_of(origins);
    ASSERT_EQ(shares.size(), 3);
    EXPECT_EQ(shares[0].origin, "VEN");
    EXPECT_EQ(shares[1].origin, "unknown");
    EXPECT_EQ(shares[2].origin, "");
    EXPECT_EQ(shares[2].count, 50);
    EXPECT_TRUE(origins.by_sex_age.empty()) << "no source knows";
}

// Until 2022 the source knew women and men only, of any age.
TEST_F(SheetCollection, ShowsSexAndAgeAsFarAsEachPeriodKnowsThem) {
    report("One", {{"2022", 30, "", Sex::female, AgeGroup::all, Profile::all, "A"},
                   {"2022", 70, "", Sex::male, AgeGroup::all, Profile::all, "A"},
                   {"2023", 10, "", Sex::female, AgeGroup::age_0_4, Profile::all, "A"},
                   {"2023", 15, "", Sex::female, AgeGroup::age_5_11, Profile::all, "A"},
                   {"2023", 75, "", Sex::male, AgeGroup::adult, Profile::all, "A"},
                   {"2024", 100, "", Sex::all, AgeGroup::all, Profile::all, "A"}});
    const auto measure = collect_place("A", "2022-01-01", "2024-12-31").value().measures.at(0);
    const auto period = [](std::string_view text) { return period_from_text(text).value(); };
    EXPECT_EQ(measure.by_sex_age,
              (std::vector<SheetSexAgeCount>{{period("2022"), Sex::female, AgeGroup::all, 30},
                                             {period("2022"), Sex::male, AgeGroup::all, 70},
                                             {period("2023"), Sex::female, AgeGroup::child, 25},
                                             {period("2023"), Sex::male, AgeGroup::adult, 75},
                                             {period("2024"), Sex::all, AgeGroup::all, 100}}));
}

TEST_F(SheetCollection, TakesMonthsWithoutIncidentsForKnown) {
    report("Incidents",
           {at("D", "2024-02-03", 3, Indicator::death), at("D", "2024-05-06", 1, Indicator::death),
            at("B", "2023-01-01", 1, Indicator::death), at("B", "2024-09-05", 1, Indicator::death)},
           true);
    report("Incidents", {at("B", "2024-12-31", 1, Indicator::death)}, true);
    const auto content = collect_corridor("2024-01-01", "2024-12-31").value();
    ASSERT_EQ(content.deaths.size(), 1);
    const auto& deaths = content.deaths[0];
    EXPECT_EQ(deaths.place, "D");
    EXPECT_TRUE(deaths.of_events);
    EXPECT_EQ(deaths.now.count, 4);
    EXPECT_EQ(deaths.now.gaps, std::vector{days("2024-09-06", "2024-12-31")})
        << "the list of other places says nothing of this one";
    EXPECT_TRUE(deaths.before.gaps.empty());
}

TEST_F(SheetCollection, SaysWhoDisagreesAndWhatDecided) {
    consolidation_.rules = {
        {id_of("rule"), Indicator::crossing, "A", RuleMethod::authoritative, id_of("One")}};
    Rule rule;
    rule.reason = "It counts at the border.";
    inputs_.rules.push_back(record_of("rule", rule));
    report("One", {at("A", "2024-01", 100), at("A", "2024-02", 100)});
    report("Two", {at("A", "2024-01", 150), at("A", "2024-02", 101)});
    const auto content = collect_place("A", "2024-01-01", "2024-12-31").value();
    const auto& measure = content.measures.at(0);
    EXPECT_EQ(measure.now.count, 200);
    EXPECT_EQ(measure.sources, std::vector<std::string>{"One"});
    EXPECT_EQ(measure.sources_set_aside, std::vector<std::string>{"Two"});
    EXPECT_EQ(measure.method, RuleMethod::authoritative);
    EXPECT_EQ(measure.rule_reason, "It counts at the border.");
    ASSERT_EQ(content.disagreements.size(), 1);
    const auto& disagreement = content.disagreements[0];
    EXPECT_EQ(disagreement.days, days("2024-01-01", "2024-01-31"));
    ASSERT_EQ(disagreement.candidates.size(), 2);
    EXPECT_EQ(disagreement.candidates[0].count, 150);
    EXPECT_TRUE(disagreement.candidates[1].chosen);
    EXPECT_FALSE(disagreement.ruled);
}

TEST_F(SheetCollection, NamesItsSourcesAndTheirFiles) {
    report("One", {at("A", "2024-01", 100)});
    report("Elsewhere", {at("D", "2024-01", 100)});
    const auto sources = collect_place("A", "2024-01-01", "2024-12-31").value().sources;
    ASSERT_EQ(sources.size(), 1);
    EXPECT_EQ(sources[0].licence, "CC BY 4.0");
    ASSERT_EQ(sources[0].files.size(), 1);
    EXPECT_EQ(sources[0].files[0].name, "One.csv");
    EXPECT_EQ(sources[0].files[0].received, day("2025-02-03"));
}

TEST_F(SheetCollection, PrintsTheSameInWhateverOrderTheFilesCame) {
    const std::vector<Said> one{at("A", "2024-01", 100)};
    const std::vector<Said> two{at("A", "2024-01", 150), at("B", "2024-02", 7)};
    report("One", one);
    report("Two", two);
    const auto forwards = collect_corridor("2024-01-01", "2024-12-31").value();
    std::ranges::reverse(consolidation_.batches);
    const auto backwards = collect_corridor("2024-01-01", "2024-12-31").value();
    EXPECT_EQ(to_json(forwards), to_json(backwards));
}

}  // namespace
}  // namespace tenpoint::movements
