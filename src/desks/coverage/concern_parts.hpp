// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "desks/coverage/concern.hpp"

// The four looks at a response that find_concerns() is made of.
namespace tenpoint::coverage {

// Needs of the same people for the same at one place, put together.
struct NeedThere {
    std::optional<std::int64_t> entered;             // the greatest that was entered
    bool is_entered = false;                         // by somebody, with or without a number
    std::map<std::string, std::int64_t> by_counted;  // by the indicator's word; never added
};
struct NeedKey {
    Id place;
    Theme theme{};
    std::optional<Population> people;

    auto operator<=>(const NeedKey&) const = default;
    bool operator==(const NeedKey&) const = default;
};
using Needs = std::map<NeedKey, NeedThere>;

// A response as it stands on one day.
struct Standing {
    const Response& response;
    Needs needs;
    std::vector<const Work*> under_way;
    std::vector<const Work*> planned;
    std::vector<const Station*> stations;
    mutable std::map<Id, std::set<Id>> known_there{};  // partners_at() of places that were asked

    bool is_at(const Work& work, const Id& place) const;
    // Who is there, or in what lies within or around it; each once. Who reports what it does there
    // is there, too.
    const std::set<Id>& partners_at(const Id& place) const;
    // Those among them that offer something for one of the themes.
    std::set<Id> offering(const Id& place, const std::vector<Theme>& themes) const;
    // Whoever is charged with the theme and may act at the place; and who knows to do it.
    std::set<Id> mandated(Theme theme, const Id& place) const;
    std::set<Id> experts(Theme theme) const;
    // Those of `partners` that are there themselves or by a part of them.
    std::set<Id> represented(const std::set<Id>& partners, const Id& place) const;
};
Standing standing_on(const Response& response, Day day);

bool is_about(const Work& work, Theme theme);

std::vector<Id> in_order(const std::set<Id>& ids);
// Adds the reason where there is somebody or something to name for it.
void add_if_any(Concern& concern, Reason reason, const std::set<Id>& partners,
                std::vector<Id> works = {});

using Concerns = std::vector<Concern>;
void find_needs_without_action(const Standing& standing, Concerns& concerns);
void find_actions_without_capacity(const Standing& standing, Concerns& concerns);
void find_mandates_without_presence(const Standing& standing, Concerns& concerns);
void find_overlaps(const Standing& standing, Concerns& concerns);

}  // namespace tenpoint::coverage
