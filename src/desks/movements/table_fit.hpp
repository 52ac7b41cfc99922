// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

#include "desks/movements/column_layout.hpp"
#include "desks/movements/mapping.hpp"

// Whether a file is a new edition of a table that was read before.
namespace tenpoint::movements {

// How the columns of a file compare with those that a mapping was made for.
struct TableFit {
    bool fits = false;          // it has all of them that meant something
    bool same_columns = false;  // all of them, and no others
    std::size_t columns = 0;    // that the mapping names by their header
    std::size_t matching = 0;   // of these, those that the file has
    std::size_t found = 0;      // these, and those that the mapping knows by their number

    // The better one is greater; equal where nothing tells them apart.
    std::weak_ordering operator<=>(const TableFit& other) const;
    bool operator==(const TableFit& other) const { return (*this <=> other) == 0; }
};

// Of columns of figures with a date each, others may have come in their place: the year went on.
// The names of sheets that are read as one are no column of the file. Of an activity sheet more
// than half of the columns are enough.
TableFit fit_of(const Mapping& mapping, const ColumnLayout& layout);

// How alike the names of two files are. The greater is the more alike.
struct NameLikeness {
    bool same = false;
    bool same_words = false;    // but for digits, punctuation and what follows the last point
    std::size_t beginning = 0;  // letters that they begin with alike, if more than half of them

    auto operator<=>(const NameLikeness&) const = default;
};
NameLikeness likeness_of_names(std::string_view a, std::string_view b);

}  // namespace tenpoint::movements
