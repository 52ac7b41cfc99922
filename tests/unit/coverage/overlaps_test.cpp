// SPDX-License-Identifier: Apache-2.0
// Where two do the same, as a coordinator looks for it.
#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "any_response.hpp"
#include "desks/coverage/theme_parts.hpp"

namespace tenpoint::coverage {
namespace {

const auto today = on("2026-06-30");

std::vector<Concern> overlaps_in(const Response& response) {
    auto concerns = find_concerns(response, today);
    std::erase_if(concerns,
                  [](const Concern& each) { return each.subject.sort != ConcernSort::overlap; });
    return concerns;
}

Response doing(std::vector<Work> works) {
    auto response = port_and_camp();
    response.works = std::move(works);
    return response;
}

TEST(Overlaps, AreTheSameForTheSamePeopleAtTheSamePlaceAndTime) {
    using enum Population;
    const auto one = work("One", "agency", "port", Theme::health, {refugees, migrants});
    auto other = work("Other", "ngo", "port", Theme::health, {migrants});
    EXPECT_EQ(told(overlaps_in(doing({one, other}))), "overlap port health agency ngo");

    auto elsewhere = other;
    elsewhere.places = {Id{"camp"}};
    EXPECT_EQ(told(overlaps_in(doing({one, elsewhere}))), "");
    auto another = other;
    another.themes = {Theme::nutrition};
    EXPECT_EQ(told(overlaps_in(doing({one, another}))), "");
    auto for_others = other;
    for_others.people = {returnees};
    EXPECT_EQ(told(overlaps_in(doing({one, for_others}))), "");
    auto before = other;
    before.stage = Stage::done;
    before.ends = on("2026-06-29");
    EXPECT_EQ(told(overlaps_in(doing({one, before}))), "");
}

TEST(Overlaps, AreNoneBetweenThoseWhoDoItTogether) {
    auto together = work("One", "agency", "port", Theme::health);
    together.doers.push_back(Id{"ngo"});
    const auto other = work("Other", "ngo", "port", Theme::health);
    EXPECT_EQ(told(overlaps_in(doing({together, other}))), "");

    auto part = work("Part", "doctors", "port", Theme::health);
    part.wholes = {Id{"One"}};
    EXPECT_EQ(told(overlaps_in(doing({work("One", "agency", "port", Theme::health), part}))), "");
}

TEST(Overlaps, SayWhereNobodySaidForWhom) {
    const auto found = overlaps_in(doing({work("One", "agency", "port", Theme::health),
                                          work("Other", "ngo", "port", Theme::health)}));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(has_reason(found[0], Reason::people_not_said));
    EXPECT_FALSE(has_reason(found[0], Reason::same_people));
}

TEST(Overlaps, AreNotTiedTogetherByWhatDoesNotSayForWhom) {
    using enum Population;
    EXPECT_EQ(told(overlaps_in(doing({work("One", "agency", "port", Theme::health, {refugees}),
                                      work("Other", "ngo", "port", Theme::health, {returnees}),
                                      work("Vague", "doctors", "port", Theme::health)}))),
              "overlap port health agency doctors; overlap port health doctors ngo");
}

TEST(Overlaps, AreNotTiedTogetherByWhatDoesNotSayWhatExactly) {
    auto one = work("One", "agency", "port", Theme::health);
    one.what = "vaccinations";
    auto other = work("Other", "ngo", "port", Theme::health);
    other.what = "consultations";
    EXPECT_EQ(
        told(overlaps_in(doing({one, other, work("Vague", "doctors", "port", Theme::health)}))),
        "overlap port health agency doctors; overlap port health doctors ngo");
}

TEST(Overlaps, OfThreeAreOne) {
    EXPECT_EQ(told(overlaps_in(doing({work("One", "agency", "port", Theme::health),
                                      work("Other", "ngo", "port", Theme::health),
                                      work("Third", "doctors", "port", Theme::health)}))),
              "overlap port health agency doctors ngo");
}

TEST(Themes, ArePartsOfTheirPointAndSectorsTheirOwn) {
    EXPECT_EQ(whole_of(Theme::cooperation), Theme::cooperation);
    EXPECT_EQ(whole_of(Theme::rescue_at_sea), Theme::entry_systems);
    EXPECT_EQ(whole_of(Theme::host_communities), Theme::information_strategy);
    EXPECT_EQ(whole_of(Theme::education), Theme::education);
    EXPECT_EQ(whole_of(Theme::funding), Theme::funding);
    EXPECT_EQ(phase_of(Theme::counselling), ResponsePhase::processing);
    EXPECT_FALSE(concerns(Theme::registration, Theme::profiling));
}

rc::Gen<Work> any_work() {
    return rc::gen::apply(
        [](int id, int doer, int place, int theme, int people) {
            auto made = work("work " + std::to_string(id), "partner " + std::to_string(doer),
                             place == 0 ? "port" : "camp", static_cast<Theme>(theme));
            if (people > 0) made.people = {static_cast<Population>(people)};
            return made;
        },
        rc::gen::inRange(0, 1'000), rc::gen::inRange(0, 4), rc::gen::inRange(0, 2),
        rc::gen::inRange(7, 12), rc::gen::inRange(0, 4));
}

RC_GTEST_PROP(Overlaps, AreTheSameInWhateverOrderActionsCome, ()) {
    auto works = *rc::gen::uniqueBy<std::vector<Work>>(
        any_work(), [](const Work& each) { return each.id.text; });
    const auto found = told(find_concerns(doing(works), today));
    std::ranges::reverse(works);
    RC_ASSERT(told(find_concerns(doing(works), today)) == found);
}

// By the words of the documentation, without any index.
bool do_the_same(const Response& response, const Work& one, const Work& other) {
    const auto share = [](const auto& some, const auto& others) {
        return some.empty() || others.empty() ||
               std::ranges::find_first_of(some, others) != some.end();
    };
    for (const auto& doer : one.doers)
        for (const auto& with : other.doers)
            if (belongs_to(response, doer, with) || belongs_to(response, with, doer)) return false;
    return share(one.people, other.people) &&
           (one.what.empty() || other.what.empty() || one.what == other.what);
}

RC_GTEST_PROP(Overlaps, TellEachTwoThatDoTheSameTogether, ()) {
    const auto response = any_response();
    const auto found = overlaps_in(response);
    const auto are_told = [&](const Work& one, const Work& other, const Id& place, Theme theme) {
        return std::ranges::any_of(found, [&](const Concern& concern) {
            const auto names = [&](const Work& work) {
                return std::ranges::any_of(concern.grounds, [&](const Grounds& grounds) {
                    return grounds.reason == Reason::work && grounds.works.front() == work.id;
                });
            };
            return concern.subject.place == place && concern.subject.theme == theme && names(one) &&
                   names(other);
        });
    };
    for (const auto& one : response.works)
        for (const auto& other : response.works)
            for (const auto& place : one.places) {
                const auto theme = one.themes.front();
                const bool is_same = one.id < other.id && runs_on(one, today) &&
                                     runs_on(other, today) && !one.doers.empty() &&
                                     !other.doers.empty() && one.area.empty() &&
                                     other.area.empty() && other.themes.front() == theme &&
                                     std::ranges::count(other.places, place) > 0 &&
                                     do_the_same(response, one, other);
                if (is_same) RC_ASSERT(are_told(one, other, place, theme));
            }
}

RC_GTEST_PROP(Needs, AreGapsUnlessSomethingAboutThemIsUnderWay, ()) {
    auto response = any_response();
    const auto asked = need(any_place().text, any_theme(), anybody_or_some());
    response.needs = {asked};
    const bool is_met_in_part = std::ranges::any_of(response.works, [&](const Work& work) {
        return runs_on(work, today) && answers(work.themes.front(), asked.theme) &&
               (!asked.people || work.people.empty() ||
                std::ranges::count(work.people, *asked.people) > 0) &&
               std::ranges::any_of(work.places, [&](const Id& place) {
                   return meets(response, place, asked.place);
               });
    });
    for (const auto& concern : find_concerns(response, today))
        if (concern.subject.sort == ConcernSort::need_without_action) {
            RC_ASSERT((has_reason(concern, Reason::only_within) ||
                       has_reason(concern, Reason::perhaps_within)) == is_met_in_part);
            return;
        }
    RC_ASSERT(is_met_in_part);
}

RC_GTEST_PROP(Needs, AreNeverGapsMoreForMoreWork, ()) {
    auto response = doing(*rc::gen::container<std::vector<Work>>(any_work()));
    response.needs = {need("port", Theme::reception), need("camp", Theme::registration),
                      need("country", Theme::data, Population::asylum_seekers)};
    const auto unmet_before = std::ranges::count_if(
        find_concerns(response, today),
        [](const Concern& each) { return each.subject.sort == ConcernSort::need_without_action; });
    response.works.push_back(*any_work());
    const auto unmet_after = std::ranges::count_if(
        find_concerns(response, today),
        [](const Concern& each) { return each.subject.sort == ConcernSort::need_without_action; });
    RC_ASSERT(unmet_after <= unmet_before);
}

}  // namespace
}  // namespace tenpoint::coverage
