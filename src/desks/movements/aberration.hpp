// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

// How far a count is from what was to be expected, by two methods of public-health surveillance.
// Both are pure functions of the counts before it, and give nothing where these are too few.
namespace tenpoint::movements {

// A count is out of the ordinary beyond three deviations from what is expected.
inline constexpr double greatest_deviations = 3;

struct Expectation {
    double expected = 0;
    double deviation = 0;  // one of them

    double lower() const { return expected - greatest_deviations * deviation; }
    double upper() const { return expected + greatest_deviations * deviation; }
};

// EARS C2 of the United States' CDC: mean and standard deviation of the seven counts that end two
// periods before the one in question, so that the beginning of a surge does not raise what is
// expected of it. A deviation below 1 counts as 1: one person more than nobody is no surge.
//   Hutwagner L., Thompson W., Seeman G. M., Treadwell T.: The bioterrorism preparedness and
//   response Early Aberration Reporting System (EARS). J Urban Health 80(2 Suppl 1), 2003, i89–96.
// `before` has the counts right before it, oldest first; nothing for fewer than nine.
inline constexpr std::size_t ears_baseline = 7, ears_lag = 2;
std::optional<Expectation> ears_c2(std::span<const double> before);

// The median of the same month in earlier years, and their median absolute deviation, scaled to
// that of a normal distribution (Hampel's identifier): neither is moved by one year of crisis.
// A deviation below a tenth of the median, or below 1, counts as that.
//   Hampel F. R.: The influence curve and its role in robust estimation. JASA 69(346), 1974,
//   383–393.
// Nothing for fewer than three years.
inline constexpr std::size_t fewest_years = 3;
std::optional<Expectation> seasonal_median(std::span<const double> same_month);

}  // namespace tenpoint::movements
