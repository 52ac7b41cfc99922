// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/date.hpp"
#include "base/language.hpp"
#include "base/period.hpp"
#include "base/result.hpp"
#include "desks/directory/place.hpp"
#include "desks/movements/codes.hpp"
#include "desks/movements/corridor.hpp"
#include "record/values.hpp"

// Everything that one edition of a joint information sheet prints, in no language: it is kept with
// the edition, and printed again from it, years later, in any language and format. So it holds
// names and texts as they were, never references. Places appear by code; `places` names them. The
// name of a source is empty where what it says is not shared with the sheet's readers.
namespace tenpoint::movements {

// What a sheet is about: a corridor or a place, one of the two.
struct SheetSubject {
    std::optional<record::Ref<Corridor>> corridor;
    std::optional<record::Ref<directory::Place>> place;

    bool operator==(const SheetSubject&) const = default;
};

struct SheetPlace {
    std::string code;
    LocalText name;
    std::optional<record::Coordinate> latitude;
    std::optional<record::Coordinate> longitude;
};
BOOST_DESCRIBE_STRUCT(SheetPlace, (), (code, name, latitude, longitude))

// From one day to another, both included.
struct Stretch {
    Day from;
    Day to;

    bool operator==(const Stretch&) const = default;
};
BOOST_DESCRIBE_STRUCT(Stretch, (), (from, to))

// The figure of a stretch of time. Where parts of it have no figures at all, `gaps` names them:
// the figure is then one of the rest, and not compared.
struct SheetTotal {
    std::optional<std::int64_t> count;  // nothing: no figures
    std::vector<Stretch> gaps;

    bool operator==(const SheetTotal&) const = default;
};
BOOST_DESCRIBE_STRUCT(SheetTotal, (), (count, gaps))

struct SheetPeriodCount {
    Period period;
    std::int64_t count = 0;

    bool operator==(const SheetPeriodCount&) const = default;
};
BOOST_DESCRIBE_STRUCT(SheetPeriodCount, (), (period, count))

// `origin` is an alpha-3 code or "unknown"; empty for what no source breaks down by origin.
struct SheetOriginCount {
    Period period;
    std::string origin;
    std::int64_t count = 0;

    bool operator==(const SheetOriginCount&) const = default;
};
BOOST_DESCRIBE_STRUCT(SheetOriginCount, (), (period, origin, count))

// Ages are `adult`, `child`, `unknown`, or `all` where a source does not tell them apart. Sex and
// age both `all`: what no source breaks down.
struct SheetSexAgeCount {
    Period period;
    Sex sex{};
    AgeGroup age{};
    std::int64_t count = 0;

    bool operator==(const SheetSexAgeCount&) const = default;
};
BOOST_DESCRIBE_STRUCT(SheetSexAgeCount, (), (period, sex, age, count))

// One indicator at one place: the unit of all that a sheet prints. The counts by period are those
// of months; figures of a longer period stand as they are.
struct SheetMeasure {
    std::string place;
    Indicator indicator{};
    SheetTotal now;     // over the sheet's dates
    SheetTotal before;  // over the stretch of the same length immediately before
    std::vector<SheetPeriodCount> periods;     // from the start of `before`, ascending
    std::vector<SheetOriginCount> by_origin;   // over the sheet's dates; empty: not known
    std::vector<SheetSexAgeCount> by_sex_age;  // likewise
    std::vector<Period> untiled;  // figures that reach beyond the sheet's dates, and are left out
    // Its sources list events: a month in which they list none is a zero, not a gap.
    bool of_events = false;
    std::vector<std::string> sources;            // whose figures are used, by name
    std::vector<std::string> sources_set_aside;  // whose are not, though they have some
    // Whose figures `before` is, where other sources stand behind it than behind `now`.
    std::vector<std::string> other_sources_before;
    std::optional<RuleMethod> method;  // nothing: there was nothing to choose
    std::string rule_reason;
};
BOOST_DESCRIBE_STRUCT(SheetMeasure, (),
                      (place, indicator, now, before, periods, by_origin, by_sex_age, untiled,
                       of_events, sources, sources_set_aside, other_sources_before, method,
                       rule_reason))

struct SheetCandidate {
    std::string source;
    std::optional<std::int64_t> count;  // nothing: neither chosen nor shared with the readers
    bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(SheetCandidate, (), (source, count, chosen))

// Sources that differ over the same people and time, and who or what decided.
struct SheetDisagreement {
    std::string place;
    Indicator indicator{};
    Stretch days;
    std::vector<SheetCandidate> candidates;  // highest first, one without a count last
    bool ruled = false;
    std::string ruling_reason;
    std::optional<RuleMethod> method;  // that decided where nobody ruled
};
BOOST_DESCRIBE_STRUCT(SheetDisagreement, (),
                      (place, indicator, days, candidates, ruled, ruling_reason, method))

// One source that contradicts itself; `reason` is a key below `figures.contradictions`.
struct SheetContradiction {
    std::string source;
    std::string place;
    Indicator indicator{};
    Period period;
    std::string reason;
    std::int64_t stands = 0;
    std::int64_t other = 0;
};
BOOST_DESCRIBE_STRUCT(SheetContradiction, (),
                      (source, place, indicator, period, reason, stands, other))

struct SheetFile {
    std::string name;
    Day received;
};
BOOST_DESCRIBE_STRUCT(SheetFile, (), (name, received))

struct SheetSource {
    std::string name;
    LocalText title;
    std::string publisher;
    std::string licence;
    std::string attribution;
    std::string url;
    std::vector<SheetFile> files;               // those that the figures come from
    std::vector<std::string> blanks_as_totals;  // dimensions whose blank rows were taken as totals
};
BOOST_DESCRIBE_STRUCT(SheetSource, (),
                      (name, title, publisher, licence, attribution, url, files, blanks_as_totals))

struct SheetContent {
    bool is_corridor = false;
    std::string code;  // of the corridor or place
    LocalText name;
    LocalText description;
    Stretch days;
    Stretch days_before;
    std::vector<SheetPlace> places;
    std::vector<std::string> route;  // of a corridor: its places, in the order people pass them
    // Of a corridor: one for each place of the route that has figures, in its order; they are
    // compared, never added. Of a place: one for each indicator that it has figures of.
    std::vector<SheetMeasure> measures;
    std::vector<SheetMeasure> deaths;  // dead, missing and survivors, where they are recorded
    std::vector<SheetDisagreement> disagreements;
    std::vector<SheetContradiction> contradictions;
    std::vector<SheetSource> sources;  // by name
    std::string consolidation;         // the fingerprint of all that it was collected from
};
BOOST_DESCRIBE_STRUCT(SheetContent, (),
                      (is_corridor, code, name, description, days, days_before, places, route,
                       measures, deaths, disagreements, contradictions, sources, consolidation))

// A hash over the subject, the dates and every figure: the same for two editions that print the
// same figures, whenever and by whomever they are printed.
std::string fingerprint(const SheetContent& content);

// As JSON, and back. Members that are missing in an older edition keep their defaults; fails with
// `malformed_json` for what this program never wrote.
std::string to_json(const SheetContent& content);
Result<SheetContent> sheet_content_from_json(std::string_view json);

// What follows from the figures of a measure.

// The share by which the figure changed against the period before; nothing where either is not
// known in full, other sources stand behind them, or there was none before.
std::optional<double> change_of(const SheetMeasure& measure);

struct SheetShare {
    std::string origin;
    std::int64_t count = 0;
};
// Over the sheet's dates, the most numerous first, ties by code; "unknown" and what is not broken
// down ("") last. Of a stock, those of its last period.
std::vector<SheetShare> origins_of(const SheetMeasure& measure);

// The place of this code; fails with std::out_of_range for one that the sheet does not name.
const SheetPlace& place_of(const SheetContent& content, std::string_view code);

}  // namespace tenpoint::movements
