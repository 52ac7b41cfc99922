// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "formats/table.hpp"

namespace tenpoint::formats {

class ByteSource;

// Columns and rows of a merged cell, from 1 and including the last.
struct MergedArea {
    std::int64_t first_row, last_row;
    std::size_t first_column, last_column;
};

// Carries what stands in a merged cell into all cells of its area, while rows pass one by one.
class MergedCells {
  public:
    // Those beyond are left as they are: blank but for the first cell. So are areas that overlap
    // one above, which no program writes: a row costs no more than its width.
    static constexpr std::size_t most_areas = 10'000;

    // Of an area that begins in a row still to come.
    void add(const MergedArea& area);

    // Fills blank cells of the row with the text or date of the area that they lie in. Valid until
    // the next call.
    void carry(std::int64_t row, std::vector<Cell>& cells);

  private:
    struct Open {
        MergedArea area;
        std::string text;
        CellKind kind;
    };

    // Among the open ones, whose texts together are no more than a row may hold.
    bool has_room_for(const MergedArea& area, std::size_t bytes) const;

    std::vector<MergedArea> waiting_;  // a heap, by the first cell
    std::vector<Open> open_;
};

// The merged areas of an Office Open XML sheet, which stand behind its rows: the sheet is run over
// once for them.
std::vector<MergedArea> merged_areas_in(ByteSource& sheet);

}  // namespace tenpoint::formats
