// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_selection.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

#include "desks/movements/asked_list.hpp"
#include "desks/movements/consolidation_time.hpp"
#include "desks/movements/figure_breakdown.hpp"

namespace tenpoint::movements {
namespace {

constexpr auto thursday = std::chrono::days{3};  // behind the first day of a week

// Where figures lie when grouped by a length of period; remembers the last answer, since figures
// come in the order of time.
class Calendar {
  public:
    explicit Calendar(PeriodUnit unit) : unit_(unit) {}

    // The period of the asked length that holds it, or its own where that is as long or longer.
    Period place(const Period& period) {
        if (period.unit() >= unit_) return period;
        const auto day =
            period.unit() == PeriodUnit::week ? period.first_day() + thursday : period.first_day();
        if (day < first_ || day > last_) {
            current_ = Period::containing(day, unit_);
            first_ = current_.first_day();
            last_ = current_.last_day();
        }
        return current_;
    }

  private:
    PeriodUnit unit_;
    Period current_;
    Day first_{std::chrono::days{1}};
    Day last_{};  // before first_: nothing is remembered yet
};

bool is_asked(const ConsolidatedPlace& place, const FigureQuery& query) {
    return asks_for(query.indicators, place.input.indicator) &&
           asks_for(query.places, place.input.place);
}

class Selection {
  public:
    Selection(const FigureQuery& query, const TakeFigure& take, const CompareFigure& compare)
        : query_(query),
          take_(take),
          compare_(compare),
          by_period_(is_grouped(query, Grouping::period)),
          by_source_(is_grouped(query, Grouping::source)),
          asked_(asked_breakdown(query)),
          filter_(query.origins),
          calendar_(query.period_unit) {}

    bool has_figures(const ConsolidatedPlace& place) const {
        return std::ranges::any_of(
            place.figures, [&](const AgreedFigure& agreed) { return is_within(agreed.figure); });
    }

    void take(const ConsolidatedPlace& place, bool by_place) {
        FigureRow row{&place, by_place, std::nullopt, {}};
        std::vector<Taken> taken;
        for (const auto& agreed : place.figures) {
            const auto& figure = agreed.figure;
            if (!is_within(figure)) {
                note_if(touches(figure), "longer_periods_left_out");
                continue;
            }
            if (by_period_) {
                row.period = calendar_.place(figure.period);
                note_if(row.period->unit() > query_.period_unit, "longer_periods_apart");
                note_if(figure.period.unit() == PeriodUnit::week &&
                            query_.period_unit > PeriodUnit::week,
                        "weeks_by_thursday");
            }
            if (by_source_) row.source = source_name(place, figure);
            note_if(agreed.disagreement, "sources_disagree");
            taken.emplace_back(&agreed, row);
        }
        if (is_stock(place.input.indicator))
            take_last(place, taken);
        else
            take_all(place, taken);
    }

    std::set<std::string> notes;

  private:
    using Taken = std::pair<const AgreedFigure*, FigureRow>;

    // Of stocks the last of each row; of a sum, the last of each source.
    void take_last(const ConsolidatedPlace& place, const std::vector<Taken>& stocks) {
        std::map<std::tuple<std::optional<Period>, std::string_view, std::uint32_t>, std::size_t>
            last;
        for (std::size_t i = 0; i < stocks.size(); ++i) {
            const auto& [agreed, row] = stocks[i];
            const bool is_sum = place.choices[agreed->choice].reason == Reason::sum;
            const std::tuple key(row.period, row.source, is_sum ? agreed->figure.source : 0);
            const auto [known, is_new] = last.try_emplace(key, i);
            if (is_new) continue;
            notes.insert("stock_last_stands");
            if (agreed->figure.last >= stocks[known->second].first->figure.last) known->second = i;
        }
        for (const auto& [key, i] : last) {
            const auto& [agreed, row] = stocks[i];
            take_(place, *agreed, row);
            for (const auto& other : place.compared)
                if (overlap(other, agreed->figure)) compare_known(place, other, row);
        }
    }

    // Another source's figure tells of a row in which an agreed figure of the same days was taken.
    // Both lists are in the order of time: what ended before the one figure has before the next.
    void take_all(const ConsolidatedPlace& place, std::span<const Taken> taken) {
        for (const auto& [agreed, row] : taken)
            take_(place, *agreed, row);
        for (const auto& other : place.compared) {
            while (!taken.empty() && taken.front().first->figure.last < other.period.first_day())
                taken = taken.subspan(1);
            if (!is_within(other)) continue;
            if (const auto* row = row_of(other, taken)) compare_known(place, other, *row);
        }
    }

    // That of its own period, else that of an agreed figure which holds all its days. A longer
    // figure tells of no single row of shorter ones.
    const FigureRow* row_of(const SourceFigure& other, std::span<const Taken> taken) {
        const FigureRow* held = nullptr;
        for (const auto& [agreed, row] : taken) {
            if (agreed->figure.period.first_day() > other.last) break;
            if (!overlap(agreed->figure, other)) continue;
            if (!row.period || *row.period == calendar_.place(other.period)) return &row;
            if (agreed->figure.period.contains(other.period)) held = &row;
        }
        return held;
    }

    void compare_known(const ConsolidatedPlace& place, const SourceFigure& other,
                       const FigureRow& row) const {
        if (!compare_ || by_source_) return;
        const bool is_known = std::ranges::all_of(
            place.members_of(other),
            [&](const Member& member) { return query_.knows(place.batch(member).batch); });
        if (is_known) compare_(other, row);
    }

    bool is_within(const SourceFigure& figure) const {
        return (!query_.from || *query_.from <= figure.period.first_day()) &&
               (!query_.to || figure.last <= *query_.to);
    }
    bool touches(const SourceFigure& figure) const {
        return (!query_.from || *query_.from <= figure.last) &&
               (!query_.to || figure.period.first_day() <= *query_.to);
    }
    // Nothing where a batch that the figure is made of is not known to whoever asks.
    std::string_view source_name(const ConsolidatedPlace& place, const SourceFigure& figure) {
        const auto used = members_used(place, figure);
        const bool is_known = std::ranges::all_of(
            used, [&](const Member& member) { return query_.knows(place.batch(member).batch); });
        return is_known ? std::string_view(place.batch(used.front()).source_name)
                        : std::string_view();
    }
    std::vector<Member> members_used(const ConsolidatedPlace& place, const SourceFigure& figure) {
        if (figure.members == 1) return {place.members[figure.first_member]};
        const auto breakdown = break_down(place, figure, asked_, filter_);
        std::vector<Member> used;
        if (breakdown.part) used.push_back(breakdown.part->member);
        const auto parts = standing_parts(place, figure);
        if (!breakdown.part || breakdown.rest() > 0)
            used.push_back(kept_part(parts, total_of(parts)).member);
        return used;
    }
    void note_if(bool holds, const char* key) {
        if (holds && !notes.contains(key)) notes.insert(key);
    }

    const FigureQuery& query_;
    const TakeFigure& take_;
    const CompareFigure& compare_;
    bool by_period_;
    bool by_source_;
    Pattern asked_;
    OriginFilter filter_;
    Calendar calendar_;
};

// Whether two of the places lie on one corridor.
bool share_corridor(const std::vector<const ConsolidatedPlace*>& places,
                    const std::vector<ConsolidationCorridor>& corridors) {
    return std::ranges::any_of(corridors, [&](const ConsolidationCorridor& corridor) {
        return std::ranges::count_if(places, [&](const ConsolidatedPlace* place) {
                   return std::ranges::find(corridor.places, place->input.place) !=
                          corridor.places.end();
               }) > 1;
    });
}

// Whether one of the places lies within another of them, directly or through others.
bool hold_each_other(const std::vector<const ConsolidatedPlace*>& places,
                     const std::vector<ConsolidationPart>& parts) {
    std::set<std::string_view> codes;
    for (const auto* place : places)
        codes.insert(place->input.place);
    return std::ranges::any_of(codes, [&](std::string_view code) {
        auto inner = code;
        // No way up is longer than the list of parts, also where it goes round in a circle.
        for (std::size_t step = 0; step < parts.size(); ++step) {
            const auto part = std::ranges::lower_bound(
                parts, inner, {},
                [](const ConsolidationPart& each) { return std::string_view(each.place); });
            if (part == parts.end() || part->place != inner) return false;
            inner = part->whole;
            if (inner != code && codes.contains(inner)) return true;
        }
        return false;
    });
}

}  // namespace

bool is_grouped(const FigureQuery& query, Grouping grouping) {
    return std::ranges::find(query.by, grouping) != query.by.end();
}

Pattern asked_breakdown(const FigureQuery& query) {
    Pattern pattern = 0;
    for (const auto& [grouping, dimension] : {std::pair{Grouping::origin, by_origin},
                                              {Grouping::sex, by_sex},
                                              {Grouping::age, by_age},
                                              {Grouping::profile, by_profile}})
        if (is_grouped(query, grouping)) pattern = static_cast<Pattern>(pattern | dimension);
    return pattern;
}

std::set<std::string> select_figures(const Consolidation& consolidation, const FigureQuery& query,
                                     const TakeFigure& take, const CompareFigure& compare) {
    Selection selection(query, take, compare);
    std::map<Indicator, std::vector<const ConsolidatedPlace*>> asked;
    for (const auto& place : consolidation.places())
        if (is_asked(*place, query)) asked[place->input.indicator].push_back(place.get());
    for (const auto& [indicator, places] : asked) {
        bool by_place = is_grouped(query, Grouping::place);
        if (!by_place) {
            std::vector<const ConsolidatedPlace*> with_figures;
            std::ranges::copy_if(places, std::back_inserter(with_figures),
                                 [&](const auto* place) { return selection.has_figures(*place); });
            const bool along = share_corridor(with_figures, consolidation.corridors());
            const bool within = hold_each_other(with_figures, consolidation.parts());
            if (along) selection.notes.insert("corridor_places_apart");
            if (within) selection.notes.insert("places_within_places_apart");
            by_place = along || within;
        }
        for (const auto* place : places)
            selection.take(*place, by_place);
    }
    return std::move(selection.notes);
}

}  // namespace tenpoint::movements
