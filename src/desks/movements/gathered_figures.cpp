// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/gathered_figures.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "desks/movements/period_year.hpp"

namespace tenpoint::movements {
namespace {

// Whose running total it is. Months beside quarters are two series.
using SeriesKey = std::tuple<Indicator, Code, Code, Sex, AgeGroup, Profile, std::int32_t,
                             std::int32_t, PeriodUnit, const std::vector<Code>&>;

SeriesKey series_key(const ReadFigure& figure) {
    const auto& of = figure.observation;
    return {of.indicator, of.place,     of.origin,
            of.sex,       of.age,       of.profile,
            of.latitude,  of.longitude, Period::from_code(of.period).unit(),
            figure.extras};
}

bool is_before_in_series(const ReadFigure& a, const ReadFigure& b) {
    const auto one = series_key(a);
    const auto other = series_key(b);
    if (one != other) return one < other;
    return std::pair(a.observation.period, a.observation.row) <
           std::pair(b.observation.period, b.observation.row);
}

// Rows of one period that count different people are one running total.
void add_up(std::vector<ReadFigure>& same) {
    for (std::size_t i = 1; i < same.size(); ++i)
        same.front().observation.count += same[i].observation.count;
    same.erase(same.begin() + 1, same.end());
}

// Turns the running totals of one series after the other into increments.
class Increments {
  public:
    void take(ReadFigure figure, const GatheredOutcome& outcome) {
        const auto year = year_belonged_to(Period::from_code(figure.observation.period));
        const auto count = figure.observation.count;
        const bool goes_on = last_ && year == year_ && series_key(*last_) == series_key(figure);
        const auto before = goes_on ? highest_ : 0;
        year_ = year;
        highest_ = std::max(count, before);
        if (count < before) {
            outcome.falls(figure, before);
        } else {
            figure.observation.count = count - before;
            outcome.keep(figure);
        }
        last_ = std::move(figure);
    }

  private:
    std::optional<ReadFigure> last_;
    Period year_;
    std::int64_t highest_ = 0;  // of the series so far, in the year
};

}  // namespace

void GatheredFigures::settle_repeated(std::vector<ReadFigure>& same,
                                      const GatheredOutcome& outcome) const {
    if (repeated_ == Repetition::latest) {
        const auto stands = same.back().observation.count;
        for (std::size_t i = 0; i + 1 < same.size(); ++i)
            outcome.corrected(same[i], stands);
        same.erase(same.begin(), same.end() - 1);
    }
    if (repeated_ == Repetition::once) {
        std::vector<ReadFigure> different;
        for (auto& figure : same) {
            const bool is_there = std::ranges::any_of(different, [&](const ReadFigure& other) {
                return other.observation.count == figure.observation.count;
            });
            if (is_there)
                outcome.equal(figure);
            else
                different.push_back(std::move(figure));
        }
        same = std::move(different);
    }
}

void GatheredFigures::settle(const GatheredOutcome& outcome) {
    std::ranges::sort(figures_, is_before_in_series);
    Increments increments;
    for (auto first = figures_.begin(); first != figures_.end();) {
        const auto last = std::find_if(first, figures_.end(), [&](const ReadFigure& figure) {
            return figure.observation.period != first->observation.period ||
                   series_key(figure) != series_key(*first);
        });
        std::vector<ReadFigure> same;
        std::move(first, last, std::back_inserter(same));
        settle_repeated(same, outcome);
        const bool is_total =
            cumulative_ == Cumulation::year && !is_stock(same.front().observation.indicator);
        if (is_total) add_up(same);
        for (auto& figure : same)
            if (is_total)
                increments.take(std::move(figure), outcome);
            else
                outcome.keep(figure);
        first = last;
    }
    figures_.clear();
}

}  // namespace tenpoint::movements
