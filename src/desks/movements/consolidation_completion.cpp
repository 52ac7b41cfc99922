// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation_completion.hpp"

#include <algorithm>
#include <bit>

namespace tenpoint::movements {
namespace {

using Cells = std::vector<SummaryCell>;

// A part of one group while it is being completed.
struct Growing {
    std::size_t part;  // its position in the summary's parts
    Pattern pattern;
    Cells cells;  // completed so far, by breakdown
    bool grown = false;
};

// Cells of the same breakdown added up.
Cells added_up(Cells cells) {
    std::ranges::sort(cells, {}, &SummaryCell::breakdown);
    Cells sums;
    for (const auto& cell : cells) {
        if (sums.empty() || sums.back().breakdown != cell.breakdown) {
            sums.push_back(cell);
        } else {
            sums.back().count += cell.count;
            sums.back().observations += cell.observations;
        }
    }
    return sums;
}

bool has(const Cells& cells, Breakdown breakdown) {
    return std::ranges::binary_search(cells, breakdown, {}, &SummaryCell::breakdown);
}

// What `finer` says of values that `part` does not have.
Cells lacking_in(const Growing& part, const Growing& finer, Code others) {
    Cells lacking;
    for (auto cell : finer.cells) {
        const auto seen = projected(cell.breakdown, part.pattern);
        const auto among_others =
            (seen & ~origin_mask) | (Breakdown{others} << origin_shift & mask_of(part.pattern));
        if (has(part.cells, seen)) continue;
        if (others != code_all && (part.pattern & by_origin) != 0 && has(part.cells, among_others))
            continue;
        cell.breakdown = seen;
        lacking.push_back(cell);
    }
    return added_up(std::move(lacking));
}

// Of the two, each breakdown's higher count.
Cells higher_of(const Cells& a, const Cells& b) {
    Cells all;
    std::ranges::merge(a, b, std::back_inserter(all), {}, &SummaryCell::breakdown,
                       &SummaryCell::breakdown);
    Cells highest;
    for (const auto& cell : all) {
        if (highest.empty() || highest.back().breakdown != cell.breakdown)
            highest.push_back(cell);
        else if (cell.count > highest.back().count)
            highest.back() = cell;
    }
    return highest;
}

void complete(Growing& part, const std::vector<Growing>& finer_parts, Code others) {
    Cells additions;
    for (const auto& finer : finer_parts) {
        if (!is_proper_subset(part.pattern, finer.pattern)) continue;
        const bool is_next = std::ranges::none_of(finer_parts, [&](const Growing& between) {
            return is_proper_subset(part.pattern, between.pattern) &&
                   is_proper_subset(between.pattern, finer.pattern);
        });
        if (is_next) additions = higher_of(additions, lacking_in(part, finer, others));
    }
    part.grown = !additions.empty();
    additions.insert(additions.end(), part.cells.begin(), part.cells.end());
    part.cells = added_up(std::move(additions));
}

}  // namespace

void complete_parts(std::vector<SummaryPart>& parts, std::vector<SummaryCell>& cells,
                    std::size_t first_part, Code others) {
    std::vector<Growing> growing;
    for (auto p = first_part; p < parts.size(); ++p) {
        const auto from = cells.begin() + parts[p].first_cell;
        growing.push_back({p, parts[p].pattern, Cells(from, from + parts[p].cells)});
    }
    // The finest first, so that a part is completed by completed ones.
    std::ranges::stable_sort(growing, std::greater{},
                             [](const Growing& part) { return std::popcount(part.pattern); });
    std::vector<Growing> done;
    for (auto& part : growing) {
        if (part.pattern != 0) complete(part, done, others);
        done.push_back(std::move(part));
    }
    for (const auto& part : done) {
        if (!part.grown) continue;
        auto& stated = parts[part.part];
        stated.complete = false;
        SummaryPart whole{part.pattern, false, true, static_cast<std::uint32_t>(cells.size()),
                          static_cast<std::uint32_t>(part.cells.size())};
        whole.observations = stated.observations;
        for (const auto& cell : part.cells)
            whole.sum += cell.count;
        cells.insert(cells.end(), part.cells.begin(), part.cells.end());
        parts.push_back(whole);
    }
}

}  // namespace tenpoint::movements
