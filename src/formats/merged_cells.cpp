// SPDX-License-Identifier: Apache-2.0
#include "formats/merged_cells.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <tuple>

#include "base/text.hpp"
#include "formats/byte_source.hpp"
#include "formats/cell_reference.hpp"

namespace tenpoint::formats {
namespace {

bool begins_later(const MergedArea& a, const MergedArea& b) {
    return std::tie(a.first_row, a.first_column) > std::tie(b.first_row, b.first_column);
}

// "B2:D2"
std::optional<MergedArea> area_of(std::string_view reference) {
    const auto colon = reference.find(':');
    if (colon == reference.npos) return std::nullopt;
    const auto first = cell_of(reference.substr(0, colon));
    const auto last = cell_of(reference.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column)
        return std::nullopt;
    return MergedArea{first->row, last->row, first->column, last->column};
}

}  // namespace

void MergedCells::add(const MergedArea& area) {
    if (waiting_.size() >= most_areas) return;
    waiting_.push_back(area);
    std::ranges::push_heap(waiting_, begins_later);
}

void MergedCells::carry(std::int64_t row, std::vector<Cell>& cells) {
    std::erase_if(open_, [&](const Open& open) { return open.area.last_row < row; });
    while (!waiting_.empty() && waiting_.front().first_row <= row) {
        std::ranges::pop_heap(waiting_, begins_later);
        const auto area = waiting_.back();
        waiting_.pop_back();
        if (area.first_row < row || area.first_column > cells.size()) continue;
        const auto& cell = cells[area.first_column - 1];
        const bool is_label = cell.kind == CellKind::text || cell.kind == CellKind::date;
        if (is_label && !trimmed(cell.text).empty() && has_room_for(area, cell.text.size()))
            open_.push_back({area, std::string{cell.text}, cell.kind});
    }
    for (const auto& open : open_) {
        const auto last = std::min(open.area.last_column, TableLimits::columns);
        if (cells.size() < last) cells.resize(last);
        for (auto column = open.area.first_column; column <= last; ++column)
            if (auto& cell = cells[column - 1]; cell.text.empty()) cell = {open.text, open.kind};
    }
}

bool MergedCells::has_room_for(const MergedArea& area, std::size_t bytes) const {
    for (const auto& [other, text, kind] : open_) {
        bytes += text.size();
        if (area.first_column <= other.last_column && other.first_column <= area.last_column)
            return false;
    }
    return bytes <= TableLimits::row_bytes;
}

std::vector<MergedArea> merged_areas_in(ByteSource& sheet) {
    constexpr std::string_view element = "mergeCell ref=\"";
    constexpr std::size_t longest_reference = 64;
    std::vector<MergedArea> areas;
    std::string piece(std::size_t{256} << 10, '\0');
    std::size_t kept = 0;
    while (const auto fresh = sheet.read(piece.data() + kept, piece.size() - kept)) {
        const std::string_view text{piece.data(), kept + fresh};
        std::size_t done = 0;
        for (auto at = text.find(element); at != text.npos; at = text.find(element, done)) {
            const auto reference = text.substr(at + element.size(), longest_reference);
            const auto end = reference.find('"');
            if (end == reference.npos && reference.size() < longest_reference) break;
            done = at + element.size();
            if (const auto area = area_of(reference.substr(0, end)))
                if (areas.size() < MergedCells::most_areas) areas.push_back(*area);
        }
        // What may be the beginning of another one is looked at again.
        const auto overlap = std::min(text.size() - done, element.size() + longest_reference);
        std::memmove(piece.data(), piece.data() + text.size() - overlap, overlap);
        kept = overlap;
    }
    return areas;
}

}  // namespace tenpoint::formats
