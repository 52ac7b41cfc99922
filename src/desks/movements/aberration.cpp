// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/aberration.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace tenpoint::movements {
namespace {

constexpr double least_deviation = 1;
constexpr double least_share_of_median = 0.1;
// Of a normal distribution the standard deviation is so many median absolute deviations.
constexpr double deviations_in_median = 1.4826;

double median_of(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1) return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

}  // namespace

std::optional<Expectation> ears_c2(std::span<const double> before) {
    if (before.size() < ears_baseline + ears_lag) return std::nullopt;
    const auto baseline = before.subspan(before.size() - ears_baseline - ears_lag, ears_baseline);
    const double mean = std::accumulate(baseline.begin(), baseline.end(), 0.0) / ears_baseline;
    double squares = 0;
    for (const auto count : baseline)
        squares += (count - mean) * (count - mean);
    const double deviation = std::sqrt(squares / (ears_baseline - 1));
    return Expectation{mean, std::max(deviation, least_deviation)};
}

std::optional<Expectation> seasonal_median(std::span<const double> same_month) {
    if (same_month.size() < fewest_years) return std::nullopt;
    const auto median = median_of({same_month.begin(), same_month.end()});
    std::vector<double> distances;
    for (const auto count : same_month)
        distances.push_back(std::abs(count - median));
    const auto deviation = deviations_in_median * median_of(std::move(distances));
    return Expectation{median,
                       std::max({deviation, least_share_of_median * median, least_deviation})};
}

}  // namespace tenpoint::movements
