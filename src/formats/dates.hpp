// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include <boost/describe/enum.hpp>

#include "base/period.hpp"
#include "formats/serial_date.hpp"

namespace tenpoint::formats {

// How a date was written; what a batch remembers of its reading.
enum class DateForm {
    iso,         // "2016-01-10", "2016-01-10T00:00:00", "2021-08", "2021", "2021-Q3", "2021-W07"
    numeric,     // "31/08/2021", "8/31/21", "08/2021", "2021/08/31", "20210831"
    month_name,  // "31 August 2021", "Aug-21", "Septembre 2012", "آب 2021"
    serial,      // 42379: days of a spreadsheet
};
BOOST_DESCRIBE_ENUM(DateForm, iso, numeric, month_name, serial)

// Which stands first in "03/04/2021".
enum class DayMonthOrder { unknown, day_first, month_first };
BOOST_DESCRIBE_ENUM(DayMonthOrder, unknown, day_first, month_first)

// Learns from the samples of one column whether days or months stand first, since a single
// "03/04/2021" may be either.
class DateOrder {
  public:
    constexpr DateOrder() = default;
    constexpr explicit DateOrder(DayMonthOrder order) : order_(order) {}

    // Takes one cell of the column into account.
    void learn(std::string_view text);

    DayMonthOrder order() const { return order_; }
    // Cells were seen that may be read in two ways, and none that decides between them.
    bool is_undecided() const { return order_ == DayMonthOrder::unknown && ambiguous_; }
    // Some cells can only be day first and others only month first.
    bool is_contradictory() const { return contradictory_; }

  private:
    DayMonthOrder order_ = DayMonthOrder::unknown;
    bool ambiguous_ = false;
    bool contradictory_ = false;
};

struct ReadDate {
    Period period;
    DateForm form = DateForm::iso;

    bool operator==(const ReadDate&) const = default;
};

// Reads a day, week, month, quarter or year in the common forms, with month names in English,
// French, Spanish and Arabic. Two-digit years are 1970 to 2069. Nothing for what is none of
// these, and for "03/04/2021" while `order` is unknown. Times of day are dropped.
std::optional<ReadDate> parse_date(std::string_view text, DateOrder order = {});

// Reads "42379" or "42379.5" as the day of a spreadsheet; only where the caller knows that the
// column holds such numbers. Nothing outside 1900 to 9999.
std::optional<ReadDate> parse_serial_date(std::string_view text,
                                          SerialSystem system = SerialSystem::from_1900);

}  // namespace tenpoint::formats
