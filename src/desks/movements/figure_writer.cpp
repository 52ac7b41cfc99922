// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_writer.hpp"

#include <algorithm>

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/list.hpp>

#include "desks/movements/consolidation_pattern.hpp"

namespace tenpoint::movements {
namespace {

static_assert(boost::mp11::mp_size<boost::describe::describe_enumerators<Indicator>>::value <= 32);

// By what a figure may be a total, or part of one: the length of its period, and in which
// dimensions it is not broken down, or blank. Where all figures have one shape there is no total.
std::uint32_t shape_of(const Observation& figure, std::span<const Code> extras) {
    std::uint32_t of_extras = 0;
    for (const auto code : extras)
        of_extras = of_extras * 3 + std::min<std::uint32_t>(code, 2);
    const auto standing = [](auto code) { return std::min<std::uint32_t>(std::uint32_t(code), 2); };
    const auto unit = static_cast<std::uint32_t>(figure.period) & 7U;
    return unit | standing(figure.origin) << 3 | standing(figure.sex) << 5 |
           static_cast<std::uint32_t>(pattern_of_age(figure.age)) << 7 |
           standing(figure.age) << 15 | standing(figure.profile) << 17 | of_extras << 19;
}

}  // namespace

void FigureWriter::write(const Observation& figure, std::span<const Code> extras) {
    segment_.add(figure, extras);
    const auto indicator = static_cast<std::size_t>(figure.indicator);
    totals_[indicator] += figure.count;
    seen_[indicator] = true;
    if (summary_.observations++ == 0) least_period_ = greatest_period_ = figure.period;
    least_period_ = std::min(least_period_, figure.period);
    if (figure.period != greatest_period_) {
        greatest_period_ = std::max(greatest_period_, figure.period);
        last_day_ = std::max(last_day_, Period::from_code(figure.period).last_day());
    } else if (summary_.observations == 1) {
        last_day_ = Period::from_code(figure.period).last_day();
    }
    const auto shape = shape_of(figure, extras);
    summary_.may_hold_totals |= summary_.observations > 1 && shape != shape_;
    shape_ = shape;
}

void FigureWriter::finish() {
    for (std::size_t i = 0; i < totals_.size(); ++i)
        if (seen_[i]) summary_.totals[static_cast<Indicator>(i)] = totals_[i];
    if (summary_.observations == 0) return;
    summary_.first_day = Period::from_code(least_period_).first_day();
    summary_.last_day = last_day_;
}

}  // namespace tenpoint::movements
