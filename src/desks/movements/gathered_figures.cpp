// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/gathered_figures.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <set>
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

// Whose figures of a year say where its running totals began: a group that comes in later has none
// of its own. By which breakdowns they are told from each other.
using YearOfPlace = std::tuple<std::int32_t, Indicator, Code, PeriodUnit, bool, bool, bool, bool,
                               std::vector<bool>>;

YearOfPlace year_of_place(const ReadFigure& figure) {
    const auto& of = figure.observation;
    const auto period = Period::from_code(of.period);
    std::vector<bool> extras;
    for (const auto code : figure.extras)
        extras.push_back(code >= first_word_code);
    return {year_belonged_to(period).code(),
            of.indicator,
            of.place,
            period.unit(),
            of.origin != code_all,
            of.sex != Sex::all,
            of.age != AgeGroup::all,
            of.profile != Profile::all,
            std::move(extras)};
}

bool begins_the_year(const Period& period) {
    constexpr std::chrono::days first_week{7};
    return period.first_day() < year_belonged_to(period).first_day() + first_week;
}

// Turns the running totals of one series after the other into increments.
class Increments {
  public:
    // Those of one period, added up where they are running totals.
    void take(ReadFigure figure, const GatheredOutcome& outcome) {
        const auto before = highest_before(figure);
        const auto count = figure.observation.count;
        highest_ = std::max(count, before);
        if (count < before) {
            outcome.falls(figure, before);
        } else {
            figure.observation.count = count - before;
            outcome.keep(figure);
        }
        last_ = std::move(figure);
    }

    // What an accepted file counted of a period that the file itself leaves out.
    void take_earlier(ReadFigure figure) {
        const auto before = highest_before(figure);
        highest_ = before + figure.observation.count;
        last_ = std::move(figure);
    }

  private:
    std::int64_t highest_before(const ReadFigure& figure) {
        const auto year = year_belonged_to(Period::from_code(figure.observation.period));
        const bool goes_on = last_ && year == year_ && series_key(*last_) == series_key(figure);
        year_ = year;
        if (goes_on) return highest_;
        return highest_ = 0;
    }

    std::optional<ReadFigure> last_;
    Period year_;
    std::int64_t highest_ = 0;  // of the series so far, in the year
};

// Of one period of a series: the file's own, else those of the accepted file that came last.
void leave_the_latest(std::vector<ReadFigure>& same) {
    const auto least = std::ranges::min_element(same, {}, &ReadFigure::earlier)->earlier;
    std::erase_if(same, [&](const ReadFigure& figure) { return figure.earlier != least; });
}

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

void GatheredFigures::go_on_from(std::vector<ReadFigure> earlier) {
    knows_earlier_ = true;
    std::ranges::move(earlier, std::back_inserter(figures_));
}

void GatheredFigures::settle(const GatheredOutcome& outcome) {
    std::ranges::sort(figures_, is_before_in_series);
    // Where a year's running totals of a place are known from before, or from its start.
    std::set<YearOfPlace> begun;
    for (const auto& figure : figures_)
        if (knows_earlier_ &&
            (figure.earlier > 0 || begins_the_year(Period::from_code(figure.observation.period))))
            begun.insert(year_of_place(figure));
    Increments increments;
    for (auto first = figures_.begin(); first != figures_.end();) {
        const auto last = std::find_if(first, figures_.end(), [&](const ReadFigure& figure) {
            return figure.observation.period != first->observation.period ||
                   series_key(figure) != series_key(*first);
        });
        std::vector<ReadFigure> same;
        std::move(first, last, std::back_inserter(same));
        leave_the_latest(same);
        const bool is_earlier = same.front().earlier > 0;
        if (!is_earlier) settle_repeated(same, outcome);
        const bool is_total =
            cumulative_ == Cumulation::year && !is_stock(same.front().observation.indicator);
        if (is_total || is_earlier) add_up(same);
        if (is_total && !is_earlier && knows_earlier_ &&
            begun.insert(year_of_place(same.front())).second)
            outcome.without_start(same.front());
        for (auto& figure : same)
            if (is_earlier)
                increments.take_earlier(std::move(figure));
            else if (is_total)
                increments.take(std::move(figure), outcome);
            else
                outcome.keep(figure);
        first = last;
    }
    figures_.clear();
}

}  // namespace tenpoint::movements
