// SPDX-License-Identifier: Apache-2.0
#include "formats/chart_axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "formats/document_locale.hpp"

namespace tenpoint::formats {
namespace {

double nice_number(double range, bool round) {
    const double exponent = std::floor(std::log10(range));
    const double fraction = range / std::pow(10, exponent);
    double nice = 10;
    if (round)
        nice = fraction < 1.5 ? 1 : fraction < 3 ? 2 : fraction < 7 ? 5 : 10;
    else
        nice = fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10;
    return nice * std::pow(10, exponent);
}

// How many periods of `unit` may lie between two labels, least first.
std::span<const int> label_steps(PeriodUnit unit) {
    static constexpr std::array days{1, 2, 7, 14};
    static constexpr std::array weeks{1, 2, 4, 13};
    static constexpr std::array months{1, 2, 3};
    static constexpr std::array quarters{1, 2};
    switch (unit) {
        case PeriodUnit::day:
            return days;
        case PeriodUnit::week:
            return weeks;
        case PeriodUnit::month:
            return months;
        case PeriodUnit::quarter:
            return quarters;
        case PeriodUnit::year:
            return {};
    }
    return {};
}

// Steps are counted from the year's first week, month or quarter and the month's first day, so that
// the beginnings are the ones that keep their label.
int place_in_greater(const Period& period) {
    const std::chrono::year_month_day first{period.first_day()};
    const int month = static_cast<int>(unsigned{first.month()}) - 1;
    switch (period.unit()) {
        case PeriodUnit::day:
            return static_cast<int>(unsigned{first.day()}) - 1;
        case PeriodUnit::week:
            return std::stoi(to_text(period).substr(6)) - 1;  // of "2026-W13"
        case PeriodUnit::month:
            return month;
        case PeriodUnit::quarter:
            return month / 3;
        case PeriodUnit::year:
            return 0;
    }
    return 0;
}

std::vector<TimeAxis::Label> every(int step, std::span<const Period> periods,
                                   std::vector<TimeAxis::Label> labels) {
    std::vector<TimeAxis::Label> kept;
    std::size_t free_from = 0;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        if (i < free_from || place_in_greater(periods[i]) % step != 0) continue;
        kept.push_back(std::move(labels[i]));
        free_from = i + static_cast<std::size_t>(step);
    }
    return kept;
}

}  // namespace

ValueAxis value_axis(double lowest, double highest, int ticks) {
    lowest = std::min(lowest, 0.0);
    highest = std::max(highest, 0.0);
    if (lowest == highest) return {};
    const double range = nice_number(highest - lowest, false);
    const double step = nice_number(range / (ticks - 1), true);
    return {std::floor(lowest / step) * step, std::ceil(highest / step) * step, step};
}

std::vector<double> ValueAxis::ticks() const {
    const auto count = std::lround((top - bottom) / step);
    std::vector<double> result;
    result.reserve(static_cast<std::size_t>(count) + 1);
    for (long i = 0; i <= count; ++i)
        result.push_back(bottom + static_cast<double>(i) * step);
    return result;
}

TimeAxis::TimeAxis(std::span<const Period> periods) {
    if (periods.empty()) return;
    first_ = periods.front().first_day();
    for (const auto& period : periods) {
        behind_ = std::max(behind_, period.last_day() + std::chrono::days{1});
        unit_ = std::min(unit_, period.unit());
    }
}

double TimeAxis::position(Day day) const {
    const auto length = (behind_ - first_).count();
    if (length == 0) return 0;
    return static_cast<double>((day - first_).count()) / static_cast<double>(length);
}

std::vector<Period> TimeAxis::covering(PeriodUnit unit) const {
    std::vector<Period> result;
    for (auto period = Period::containing(first_, unit); period.first_day() < behind_;
         period = period.next())
        result.push_back(period);
    return result;
}

std::vector<TimeAxis::Label> TimeAxis::unit_labels(const ChartFrame& frame, double length) const {
    constexpr std::chrono::days long_stretch{1500};
    if (behind_ - first_ > long_stretch) return {};
    for (auto unit = unit_; unit < PeriodUnit::year;
         unit = static_cast<PeriodUnit>(static_cast<int>(unit) + 1)) {
        const auto periods = covering(unit);
        double widest = 0;
        std::vector<Label> labels;
        for (const auto& period : periods) {
            auto text = format_period(frame.language, period, PeriodWidth::axis);
            widest = std::max(widest, frame.text_width(text));
            const double at = (std::max(start(period), 0.0) + std::min(end(period), 1.0)) / 2;
            labels.push_back({at, std::move(text), 0});
        }
        const double room = length / static_cast<double>(periods.size());
        for (const int step : label_steps(unit))
            if (room * step >= widest + frame.text_size * 0.8)
                return every(step, periods, std::move(labels));
    }
    return {};
}

std::vector<TimeAxis::Label> TimeAxis::labels(const ChartFrame& frame, double length) const {
    if (first_ == behind_) return {};
    auto labels = unit_labels(frame, length);
    const int tier = labels.empty() ? 0 : 1;
    double free_from = 0;
    for (const auto& year : covering(PeriodUnit::year)) {
        auto text = format_period(frame.language, year);
        const double half = frame.text_width(text) / 2 / length;
        const double from = std::max(start(year), 0.0);
        const double to = std::min(end(year), 1.0);
        const double middle = (from + to) / 2;
        if (middle - half < free_from || middle + half > 1) continue;
        free_from = middle + half + frame.text_size * 0.8 / length;
        labels.push_back({middle, std::move(text), tier});
    }
    return labels;
}

std::vector<double> TimeAxis::year_starts() const {
    std::vector<double> result;
    if (first_ == behind_) return result;
    for (const auto& year : covering(PeriodUnit::year))
        if (start(year) > 0) result.push_back(start(year));
    return result;
}

std::string tick_text(Language language, double value, const ValueAxis& axis, bool as_share) {
    if (as_share) return format_figure(language, value, FigureStyle::percent);
    if (axis.step < 1) return format_figure(language, value, FigureStyle::decimal);
    return format_figure(language, value,
                         axis.top < 10000 ? FigureStyle::whole : FigureStyle::compact);
}

}  // namespace tenpoint::formats
