// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <set>
#include <string_view>

namespace tenpoint::movements {

// Tells whether the cells of a column are months with years of two digits, "Jan 24", "Feb 24",
// where each alone may be a day: the header speaks of months, or there are fewer such numbers than
// months.
class ShortYears {
  public:
    // A cell that is not blank.
    void learn(std::string_view text);
    // Whether most cells are months with such years.
    bool holds_them(bool header_says_months) const;

  private:
    std::size_t cells_ = 0, dated_ = 0;
    std::set<unsigned> months_;
    std::set<int> years_;
};

}  // namespace tenpoint::movements
