// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "formats/table.hpp"

namespace tenpoint::formats {

// What the sheets of a workbook are compared by: their first rows, and what their columns add up
// to. Of texts only hashes are kept, since a workbook may have very many sheets.
class SheetForm {
  public:
    struct Row {
        std::int64_t number = 0;
        std::string fingerprint;  // of its texts, trimmed, without blank ones at the end
        std::size_t filled = 0;
        bool may_be_header = false;  // mostly words, dates and years, and not all the same
        bool has_hashtags = false;
    };

    // Takes a row into account that stands `repeats` times.
    void learn(std::int64_t number, std::span<const Cell> cells, std::int64_t repeats = 1);
    // Not all rows were looked at, so that nothing is known of sums.
    void is_cut() { is_whole_ = false; }

    const std::vector<Row>& top() const { return top_; }
    // Of the widest row that was looked at, up to its last filled cell.
    std::size_t width() const { return width_; }
    bool is_whole() const { return is_whole_; }
    bool has_figures() const;
    // Whether each column of figures here is what those of all `forms`, this one among them, come
    // to without it.
    bool adds_up(std::span<const SheetForm* const> forms) const;

  private:
    struct Column {
        std::int64_t sum = 0;
        bool has_figures = false;  // whole numbers that are no years
    };

    std::int64_t sum_of(std::size_t column) const {
        return column < columns_.size() ? columns_[column].sum : 0;
    }

    std::vector<Row> top_;
    std::vector<Column> columns_;
    std::size_t width_ = 0;
    std::int64_t rows_ = 0;
    bool is_whole_ = true;
};

// Sheets with one header over different rows, as a workbook has one for each month or place.
struct AlikeSheets {
    struct Member {
        std::size_t sheet = 0;
        std::string name;  // without words that all have: "Arrivals Jan", "Arrivals Feb"
        std::int64_t header_row = 0, last_header_row = 0;
        std::int64_t naming_row = 0;  // of the header, the one whose words name columns
    };
    std::vector<Member> members;       // in the order of the workbook; at least two
    std::optional<std::size_t> total;  // the alike sheet that adds the others up, and is no member
    // Members that add up the others, and are none by their names, or of too few to tell.
    std::vector<std::size_t> may_be_totals;
    std::size_t width = 0;      // of the widest
    bool share_titles = false;  // what stands above the header is the same in all
    bool sums_known = false;    // else a sheet that adds up the others may be a member
    bool tell_time = false;     // each has the name of a day, or each of a month, or of a year

    // Whether they are one table without anybody's word: copies and totals look alike as well.
    bool are_surely_one() const { return tell_time && sums_known; }
};

// The sheets like one of them, among those that `may_join`; nothing where there are none.
std::optional<AlikeSheets> sheets_like(std::size_t one, std::span<const std::string> names,
                                       std::span<const SheetForm> forms,
                                       const std::vector<bool>& may_join);

}  // namespace tenpoint::formats
