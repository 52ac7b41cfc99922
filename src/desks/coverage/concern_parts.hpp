// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <unordered_map>

#include "desks/coverage/concern_query.hpp"
#include "desks/coverage/response_index.hpp"

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

// By their place in Response::works or Response::stations, ascending.
using Positions = std::vector<std::uint32_t>;

// Briefly: the subjects, with no more grounds than tell whom they are about.
enum class Told { with_grounds, briefly };

// A response as it stands on one day, and what of it is asked.
struct Standing {
    const ResponseIndex& index;
    const ConcernQuery& query;
    Told told{};
    Needs needs{};
    Positions under_way{};
    Positions planned{};
    std::unordered_map<Number, Positions> under_way_by_place{};
    std::unordered_map<Number, Positions> stations_by_place{};

    const Response& response() const { return index.response(); }
    const Work& work(std::uint32_t position) const { return response().works[position]; }
    const Station& station(std::uint32_t position) const { return response().stations[position]; }
    const Id& partner(Number number) const { return index.partners().id(number); }
    std::vector<Id> partner_ids(const Numbers& numbers) const;

    // Whether concerns at a place, of one theme there, are asked for.
    bool asks(Number place) const;
    bool asks(Theme theme) const { return is_asked(theme, query); }

    // What is under way, or who is there, in the place or in what lies within or around it.
    const Positions& under_way_at(Number place) const;
    const Positions& stations_at(Number place) const;
    // Who is there, with all that they are a part of. Who reports what it does there is there, too.
    const Numbers& represented_at(Number place) const;
    // Whoever of those there offers something for one of the themes.
    Numbers offering(Number place, const std::vector<Theme>& themes) const;
    // Whoever is charged with the theme and may act at the place.
    Numbers mandated(Theme theme, Number place) const;

    // Of places that were asked.
    mutable std::unordered_map<Number, Positions> known_works{}, known_stations{};
    mutable std::unordered_map<Number, Numbers> known_represented{};
};
Standing standing_on(const ResponseIndex& index, const std::vector<Need>& counted, Day day,
                     const ConcernQuery& query, Told told);

// What is asked of the gaps and overlaps, in the order of their subjects.
std::vector<Concern> find_concerns(const Standing& standing);

bool is_about(const Work& work, Theme theme);

std::vector<Id> in_order(const std::set<Id>& ids);
// Adds the reason where there is somebody or something to name for it.
void add_if_any(Concern& concern, Reason reason, std::vector<Id> partners,
                std::vector<Id> works = {});

using Concerns = std::vector<Concern>;
void find_needs_without_action(const Standing& standing, Concerns& concerns);
void find_actions_without_capacity(const Standing& standing, Concerns& concerns);
void find_mandates_without_presence(const Standing& standing, Concerns& concerns);
void find_overlaps(const Standing& standing, Concerns& concerns);

}  // namespace tenpoint::coverage
