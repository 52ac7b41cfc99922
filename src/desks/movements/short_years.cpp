// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/short_years.hpp"

#include "formats/date_words.hpp"

namespace tenpoint::movements {

void ShortYears::learn(std::string_view text) {
    ++cells_;
    const auto month = formats::month_of_short_year(text);
    if (!month) return;
    ++dated_;
    const std::chrono::year_month_day first{month->first_day()};
    months_.insert(unsigned{first.month()});
    years_.insert(int{first.year()});
}

bool ShortYears::holds_them(bool header_says_months) const {
    if (dated_ == 0 || dated_ * 5 < cells_ * 4) return false;
    return header_says_months || years_.size() < months_.size();
}

}  // namespace tenpoint::movements
