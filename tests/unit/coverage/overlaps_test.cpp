// SPDX-License-Identifier: Apache-2.0
// Where two do the same, as a coordinator looks for it.
#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "desks/coverage/theme_parts.hpp"
#include "made_response.hpp"

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
