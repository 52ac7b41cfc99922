// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include <boost/describe/enum.hpp>

namespace tenpoint::formats {

// What a cell that should hold a number holds.
enum class NumberKind {
    number,
    blank,         // "", "-", "n/a", "NA", "..", "_", "N/D", "s/d" …: no figure
    suppressed,    // "<5", "less than 5", "*": a figure that its owner withholds
    fractional,    // a number, but not a whole one where a count is asked
    negative,      // a number below zero where a count is asked
    not_a_number,  // anything else, and what does not fit into 63 bits
};

// The sign between the whole part and the fraction. `unknown`: "1.234" and "1,234" are read as
// 1234 in a count and as 1.234 and 1234 in a decimal; all else reads the same whatever the sign.
enum class DecimalSign { unknown, point, comma };
BOOST_DESCRIBE_ENUM(DecimalSign, unknown, point, comma)

// Learns from the samples of one column which sign parts its fractions, since a single "1.234"
// may be either. Number cells of a workbook need none of this: theirs is the point.
class NumberStyle {
  public:
    constexpr NumberStyle() = default;
    constexpr explicit NumberStyle(DecimalSign sign) : sign_(sign) {}

    // Takes one cell of the column into account.
    void learn(std::string_view text);

    DecimalSign decimal_sign() const { return sign_; }
    // Cells were seen that may be read in two ways, and none that decides between them.
    bool is_ambiguous() const { return sign_ == DecimalSign::unknown && ambiguous_; }
    // Some cells use the point and others the comma.
    bool is_contradictory() const { return contradictory_; }

  private:
    DecimalSign sign_ = DecimalSign::unknown;
    bool ambiguous_ = false;
    bool contradictory_ = false;
};

// The outcome of reading one cell; `value` counts where `kind` is number (also: negative).
template <class T>
struct ReadNumber {
    NumberKind kind = NumberKind::not_a_number;
    T value{};

    explicit operator bool() const { return kind == NumberKind::number; }
    T operator*() const { return value; }
};

// Reads a whole number of people or things: "1,022", "80 418", "1'000", "12.0", "١٬٢٣٤".
ReadNumber<std::int64_t> parse_count(std::string_view text, NumberStyle style = {});

// Reads any decimal number, also negative, e.g. a coordinate; never `fractional` or `negative`.
ReadNumber<double> parse_decimal(std::string_view text, NumberStyle style = {});

}  // namespace tenpoint::formats
