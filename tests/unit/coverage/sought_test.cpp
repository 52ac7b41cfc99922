// SPDX-License-Identifier: Apache-2.0
// What is asked for alone is found as if all had been found, and sifted.
#include <algorithm>
#include <iterator>

#include <gtest/gtest.h>

#include "any_response.hpp"
#include "desks/coverage/concern_watch.hpp"

namespace tenpoint::coverage {
namespace {

const auto last_day = on("2026-06-30");

template <class Value>
std::optional<Value> perhaps(Value value) {
    return *rc::gen::inRange(0, 3) == 0 ? std::optional(std::move(value)) : std::nullopt;
}

ConcernQuery any_query() {
    return {.sort = perhaps(static_cast<ConcernSort>(*rc::gen::inRange(0, 4))),
            .place = perhaps(any_place()),
            .theme = perhaps(any_theme()),
            .people = perhaps(Population::refugees),
            .partner = perhaps(any_partner()),
            .phase = perhaps(ResponsePhase::reception)};
}

// What stands apart for a question is taken away before all is found: everybody's needs where
// some people are asked for, and works of several places that name nobody and are not at the one.
Response as_asked(Response response, const ConcernQuery& query) {
    if (query.people) std::erase_if(response.needs, [](const Need& need) { return !need.people; });
    return response;
}
std::vector<Concern> of_nobody(Response response, Day day, const ConcernQuery& query) {
    std::erase_if(response.works, [&](const Work& work) {
        return std::ranges::none_of(work.places, [&](const Id& place) {
            return !query.place || is_within(response, place, *query.place);
        });
    });
    auto concerns = find_concerns(response, day);
    std::erase_if(concerns, [](const Concern& each) { return !names_nobody(each.subject); });
    return concerns;
}

std::vector<Concern> sifted(const Response& whole, Day day, const ConcernQuery& query) {
    const auto response = as_asked(whole, query);
    auto concerns = find_concerns(response, day);
    std::erase_if(concerns, [](const Concern& each) { return names_nobody(each.subject); });
    std::ranges::copy(of_nobody(response, day, query), std::back_inserter(concerns));
    std::ranges::stable_sort(concerns, {}, &Concern::subject);
    std::erase_if(concerns, [&](const Concern& each) { return !is_asked(response, each, query); });
    return concerns;
}

RC_GTEST_PROP(Sought, IsFoundAsIfAllHadBeenFoundAndSifted, ()) {
    const auto response = any_response();
    const auto query = any_query();
    const auto watch = watch_concerns(ResponseIndex(response), {}, last_day, query, {});
    const auto expected = sifted(response, last_day, query);
    RC_ASSERT(watch.concerns.size() == expected.size());
    for (std::size_t at = 0; at < expected.size(); ++at) {
        const auto& found = watch.concerns[at].concern;
        RC_ASSERT(found.subject == expected[at].subject);
        RC_ASSERT(found.themes == expected[at].themes);
        RC_ASSERT(found.grounds == expected[at].grounds);
    }
    for (const auto& [month, found] : watch.months) {
        const auto then = sifted(response, month.last_day(), query);
        for (std::size_t sort = 0; sort < concern_sorts; ++sort)
            RC_ASSERT(found.at(sort) ==
                      std::ranges::count(then, static_cast<ConcernSort>(sort),
                                         [](const Concern& each) { return each.subject.sort; }));
    }
}

RC_GTEST_PROP(Sought, IsTheSameWhetherCountedOrEnteredBeside, ()) {
    auto response = any_response();
    const auto counted = response.needs;
    const auto expected = told(find_concerns(response, last_day));
    response.needs.clear();
    const auto watch = watch_concerns(ResponseIndex(response), counted, last_day, {}, {});
    std::vector<Concern> found;
    for (const auto& each : watch.concerns)
        found.push_back(each.concern);
    RC_ASSERT(told(found) == expected);
}

}  // namespace
}  // namespace tenpoint::coverage
