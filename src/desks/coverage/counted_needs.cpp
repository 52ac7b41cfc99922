// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <map>

#include "desks/coverage/gathering.hpp"

namespace tenpoint::coverage {
namespace {

using Themes = std::vector<Theme>;
using enum Theme;

// Who arrives has to be let in, received, and told apart from others by what they need.
const Themes of_arrivals{entry_systems, reception, profiling_and_referral};

const Themes& themes_of_count(const std::string& counted) {
    static const std::map<std::string, Themes, std::less<>> themes{
        {"crossing", of_arrivals},
        {"arrival", of_arrivals},
        {"encounter", of_arrivals},
        {"interception", of_arrivals},
        {"displacement", {reception, profiling_and_referral}},
        {"stay", {reception, refugee_solutions}},
        {"asylum_application", {differentiated_processes}},
        {"return_received", {returns_and_alternatives}},
    };
    static const Themes none;
    const auto found = themes.find(counted);
    return found == themes.end() ? none : found->second;
}

// Some need something of their own beside what everybody needs.
std::optional<Theme> theme_of_people(Population people) {
    switch (people) {
        case Population::trafficked_persons:
            return trafficked_persons;
        case Population::unaccompanied_children:
            return unaccompanied_children;
        case Population::refugees:
            return refugee_solutions;
        case Population::asylum_seekers:
            return asylum_procedures;
        case Population::returnees:
            return returns_and_alternatives;
        default:
            return std::nullopt;
    }
}

}  // namespace

std::vector<Need> needs_of(const desks::PeopleCounted& counted, const Id& place) {
    Need need;
    need.place = place;
    need.people = counted.people;
    need.count = counted.count;
    need.counted = counted.counted;
    need.is_stock = counted.is_stock;
    need.begins = counted.period.first_day();
    const auto month = Period::containing(counted.period.last_day(), PeriodUnit::month);
    need.ends = month.next().next().last_day();
    std::vector<Need> needs;
    const auto add = [&](Theme theme) {
        need.theme = theme;
        needs.push_back(need);
    };
    if (!counted.people)
        for (const auto theme : themes_of_count(counted.counted))
            add(theme);
    else if (const auto theme = theme_of_people(*counted.people))
        add(*theme);
    return needs;
}

std::vector<Need> counted_needs(const std::vector<desks::PeopleCounted>& counted,
                                const Response& response) {
    std::vector<Need> needs;
    for (const auto& people : counted)
        if (const auto place = response.by_code.find(people.place); place != response.by_code.end())
            std::ranges::move(needs_of(people, place->second), std::back_inserter(needs));
    return needs;
}

}  // namespace tenpoint::coverage
