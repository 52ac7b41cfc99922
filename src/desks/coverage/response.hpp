// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/language.hpp"
#include "base/period.hpp"
#include "desks/arrangements/action.hpp"
#include "desks/directory/place.hpp"
#include "desks/directory/theme.hpp"
#include "record/record.hpp"

// What a response is made of, as plain values: whoever gathers them leaves out what its reader may
// not read.
namespace tenpoint::coverage {

using arrangements::Population;
using directory::PlaceKind;
using directory::Theme;

// Whether something is done yet, and whether it still is. What is `reported` is an activity that
// reports tell of, from the first to the last of them.
enum class Stage { planned, under_way, done, reported };

// One thing that partners do together: an action, or what a partner reports month by month.
struct Work {
    Id id;
    std::string_view plural;  // of the kind of its record
    LocalText title;
    std::string told_as;       // what a sheet calls it, in a language that nobody knows; else empty
    std::vector<Id> doers;     // who leads it, then who takes part; empty: nobody is named
    std::string organisation;  // who reports it, as written, where no partner is named for it
    std::vector<Theme> themes;
    std::string what;  // of a theme, where it says: an indicator, or the type of an activity
    std::vector<Id> places;
    std::string area;  // somewhere finer in them, which the directory does not know, as it was told
    std::vector<Population> people;  // empty: it does not say for whom
    Stage stage{};
    std::optional<Day> begins;
    std::optional<Day> ends;
    std::optional<Period> last_report;  // of what is reported: the month of the last
    std::int64_t reports = 0;           // how many tell of it
    std::vector<Id> wholes;             // what it is a part of, at any depth
    record::Visibility visibility = record::Visibility::partners;
};

// What it is called, in a language as far as that is known.
const std::string& title_in(const Work& work, Language language);
// Whether it is being done on a day. What is under way goes on until somebody says that it is
// done, also past its end; all else is so until its end, where that is known.
bool runs_on(const Work& work, Day day);
// Whether it is meant to begin after that day.
bool is_planned_on(const Work& work, Day day);

// A partner at a place.
struct Station {
    Id partner;
    Id place;
    std::vector<Theme> services;  // empty: it does not say
    std::optional<std::int64_t> capacity;
    std::optional<Day> since;
    std::optional<Day> until;
    record::Visibility visibility = record::Visibility::partners;
};

bool is_there_on(const Station& station, Day day);

struct Actor {
    std::vector<Theme> mandates;
    std::vector<Theme> expertise;
    std::optional<Id> whole;    // a ministry's State, an office's agency
    std::optional<Id> only_in;  // the country beyond which an authority's mandate does not go
};

// That people at a place need something, as a partner entered it or as agreed figures show it.
struct Need {
    Id record;  // empty: from figures
    Theme theme{};
    Id place;
    std::optional<Population> people;  // empty: whoever is there
    std::optional<std::int64_t> count;
    std::string counted;    // word of the indicator that counts them; empty: as entered
    bool is_stock = false;  // what counts them last stands
    std::optional<Day> begins;
    std::optional<Day> ends;
    record::Visibility visibility = record::Visibility::partners;
};

// All places, of which there may be tens of thousands.
struct ResponsePlaces {
    std::unordered_map<Id, std::optional<Id>> places;  // each with what it lies in
    std::map<std::string, Id> by_code;                 // the places again
    std::map<Id, PlaceKind> place_kinds;
};

// Who reports and is not in the directory: what stands for it among the partners, and its name as
// it was written. It is charged with nothing and is a part of nothing.
using Organisations = std::map<Id, std::string>;
// However the name is written; no partner has such an id.
Id organisation_id(const std::string& name);

struct Response : ResponsePlaces {
    std::map<Id, Actor> actors;  // the organisations among them
    Organisations organisations;
    std::vector<Work> works;
    std::vector<Station> stations;
    std::vector<Need> needs;
};

// Whether a place is another one or lies in it, at any depth.
bool is_within(const Response& response, const Id& place, const Id& outer);
// Whether what happens at the one may reach the other: one lies in the other.
bool meets(const Response& response, const Id& one, const Id& other);
// Whether `partner` is another one or a part of it, at any depth.
bool belongs_to(const Response& response, const Id& partner, const Id& whole);
// The place and what it lies in; the partner and what it is a part of; from the inside out.
std::vector<Id> with_outer_places(const Response& response, const Id& place);
std::vector<Id> with_wholes(const Response& response, const Id& partner);

}  // namespace tenpoint::coverage
