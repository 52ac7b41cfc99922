// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "desks/movements/figure_explanation.hpp"
#include "desks/movements/segment_format.hpp"
#include "desks/movements/segment_scan.hpp"

namespace tenpoint::movements {
namespace {

bool names(const std::vector<std::string>& breakdown, std::string_view dimension) {
    return std::ranges::find(breakdown, dimension) != breakdown.end();
}

std::string word(const std::vector<std::string>& words, Code code, std::string_view unknown) {
    if (code == code_all) return {};
    return code == code_unknown ? std::string(unknown) : words[code - first_word_code];
}

class Listing {
  public:
    Listing(const SegmentReader& reader, const BlankTotals& blank_totals,
            const ObservationFilter& filter)
        : reader_(reader), blank_totals_(blank_totals), filter_(filter) {
        const auto& places = reader.places();
        const auto found = std::ranges::find(places, filter.place);
        if (found != places.end())
            place_ = first_word_code + static_cast<Code>(found - places.begin());
    }

    // Whether the observation is one of those behind the contribution.
    bool passes(const ChunkColumns& columns, std::size_t i) const {
        if (columns.indicator[i] != static_cast<std::uint8_t>(filter_.indicator)) return false;
        if (filter_.period && columns.period[i] != filter_.period->code()) return false;
        if (columns.place[i] != place_) return false;
        const auto breakdown = blank_totals_.without_blanks(breakdown_of(
            columns.origin[i], static_cast<Sex>(columns.sex[i]),
            static_cast<AgeGroup>(columns.age[i]), static_cast<Profile>(columns.profile[i])));
        const auto pattern = names_of(pattern_at(breakdown, columns, i), blank_totals_);
        const bool is_broken_down_so =
            filter_.completed ? std::ranges::includes(sorted(pattern), sorted(filter_.breakdown))
                              : pattern == filter_.breakdown;
        if (!is_broken_down_so) return false;
        const auto origin = word(reader_.origins(), origin_of(breakdown), "unknown");
        return (filter_.origins.empty() || names(filter_.origins, origin)) &&
               (!filter_.sex || *filter_.sex == sex_of(breakdown)) &&
               (!filter_.age || *filter_.age == age_of(breakdown) ||
                *filter_.age == broad_age(age_of(breakdown))) &&
               (!filter_.profile || *filter_.profile == profile_of(breakdown));
    }

    ListedObservation list(const ChunkColumns& columns, std::size_t i) const {
        const auto one = columns.at(i);
        ListedObservation listed{one.row,
                                 Period::from_code(one.period),
                                 word(reader_.places(), one.place, ""),
                                 word(reader_.origins(), one.origin, "unknown"),
                                 one.sex,
                                 one.age,
                                 one.profile,
                                 one.count,
                                 {}};
        for (std::size_t d = 0; d < columns.extras.size(); ++d)
            listed.extras.push_back(word(reader_.dimensions()[d].words, columns.extras[d][i], ""));
        return listed;
    }

  private:
    static std::vector<std::string> sorted(std::vector<std::string> names) {
        std::ranges::sort(names);
        return names;
    }

    Pattern pattern_at(Breakdown breakdown, const ChunkColumns& columns, std::size_t i) const {
        auto pattern = pattern_of(breakdown);
        for (std::size_t e = 0; e < blank_totals_.extras.size(); ++e)
            if (blank_totals_.breaks_down(e, columns.extras[blank_totals_.extras[e]][i]))
                pattern = static_cast<Pattern>(pattern | first_extra_pattern << e);
        return pattern;
    }

    const SegmentReader& reader_;
    const BlankTotals& blank_totals_;
    const ObservationFilter& filter_;
    Code place_ = code_unknown;  // of rows that lack a place
};

}  // namespace

ObservationFilter filter_of(const FigureQuery& query, const Figure& figure,
                            const Contribution& contribution) {
    ObservationFilter filter{figure.indicator,       contribution.place,     contribution.period,
                             contribution.breakdown, contribution.completed, {},
                             std::nullopt,           std::nullopt,           std::nullopt};
    const auto tells = [&](Grouping grouping, std::string_view dimension) {
        return !figure.not_broken_down && names(contribution.breakdown, dimension) &&
               std::ranges::find(query.by, grouping) != query.by.end();
    };
    // What the row leaves empty its source does not tell of.
    if (!figure.origin.empty() && tells(Grouping::origin, "origin"))
        filter.origins = {figure.origin};
    else if (names(contribution.breakdown, "origin"))
        filter.origins = query.origins;
    if (figure.sex != Sex::all && tells(Grouping::sex, "sex")) filter.sex = figure.sex;
    if (figure.age != AgeGroup::all && tells(Grouping::age, "age")) filter.age = figure.age;
    if (figure.profile != Profile::all && tells(Grouping::profile, "profile"))
        filter.profile = figure.profile;
    return filter;
}

Result<ObservationPage> observations_of(const StoredSegment& segment,
                                        const BlankTotals& blank_totals,
                                        const ObservationFilter& filter, std::int64_t after,
                                        std::size_t limit) {
    constexpr auto full = static_cast<std::int64_t>(observations_per_chunk);
    TENPOINT_TRY(reader, SegmentReader::open(segment.head));
    const Listing listing(reader, blank_totals, filter);
    ObservationPage page;
    for (const auto& dimension : reader.dimensions())
        page.dimensions.push_back(dimension.name);
    const auto start = std::max<std::int64_t>(after, 0);
    const WantedColumns everything{true, true, true, true, true};
    TENPOINT_CHECK(
        scan(segment, reader, everything, start / full, [&](const ChunkColumns& columns) {
            const auto first = columns.number * full;
            for (auto i = std::max(start - first, std::int64_t{0});
                 i < static_cast<std::int64_t>(columns.observations); ++i) {
                const auto at = static_cast<std::size_t>(i);
                if (!listing.passes(columns, at)) continue;
                if (page.observations.size() == limit) {
                    page.next = first + i;
                    return false;
                }
                page.observations.push_back(listing.list(columns, at));
            }
            return true;
        }));
    return page;
}

}  // namespace tenpoint::movements
