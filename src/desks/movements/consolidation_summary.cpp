// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation_summary.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/hash.hpp"
#include "desks/movements/consolidation_blank.hpp"
#include "desks/movements/consolidation_completion.hpp"
#include "desks/movements/consolidation_fine_cells.hpp"
#include "desks/movements/segment_reader.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t greatest_places = std::size_t{1} << 24;

// A fine cell whose place among the summary's parts is known.
struct PlacedCell {
    Pattern pattern;
    Breakdown breakdown;
    std::uint32_t observations;
    std::int64_t count;

    auto key() const { return std::tie(pattern, breakdown); }
};

// Reads blanks that are totals as `all`, and sums up group by group.
class Filling {
  public:
    Filling(BatchSummary& summary, const FineCells& fine) : summary_(summary), fine_(fine) {
        for (const auto extra : summary.blank_totals.extras)
            positions_.push_back(static_cast<std::size_t>(std::ranges::find(fine.extras, extra) -
                                                          fine.extras.begin()));
        const auto found = std::ranges::lower_bound(summary.origins, "OOO");
        if (found != summary.origins.end() && *found == "OOO")
            others_ = first_word_code + static_cast<Code>(found - summary.origins.begin());
    }

    void fill() {
        const auto& cells = fine_.cells;
        summary_.cells.reserve(cells.size());
        for (auto first = cells.begin(); first != cells.end();) {
            const auto last = std::find_if(first, cells.end(), [&](const FineCell& cell) {
                return cell.group != first->group;
            });
            group_.clear();
            std::transform(first, last, std::back_inserter(group_),
                           [&](const FineCell& cell) { return placed(cell); });
            if (!std::ranges::is_sorted(group_, {}, &PlacedCell::key))
                std::ranges::sort(group_, {}, &PlacedCell::key);
            add_group(first->group);
            first = last;
        }
        summary_.groups.shrink_to_fit();
        summary_.parts.shrink_to_fit();
        summary_.cells.shrink_to_fit();
    }

  private:
    PlacedCell placed(const FineCell& cell) const {
        const auto& blanks = summary_.blank_totals;
        const auto breakdown =
            blanks.dimensions == 0 ? cell.breakdown : blanks.without_blanks(cell.breakdown);
        auto pattern = pattern_of(breakdown);
        for (std::size_t i = 0; i < positions_.size(); ++i)
            if (blanks.breaks_down(i, fine_.combinations[cell.combination][positions_[i]]))
                pattern = static_cast<Pattern>(pattern | first_extra_pattern << i);
        return {pattern, breakdown, cell.observations, cell.count};
    }

    void add_group(std::uint64_t group) {
        auto& parts = summary_.parts;
        auto& cells = summary_.cells;
        const auto first_part = parts.size();
        for (const auto& cell : group_) {
            if (parts.size() == first_part || parts.back().pattern != cell.pattern) {
                auto& part = parts.emplace_back();
                part.pattern = cell.pattern;
                part.first_cell = static_cast<std::uint32_t>(cells.size());
            }
            auto& part = parts.back();
            if (part.cells == 0 || cells.back().breakdown != cell.breakdown) {
                cells.push_back({cell.breakdown});
                ++part.cells;
            }
            cells.back().count += cell.count;
            cells.back().observations += cell.observations;
            part.sum += cell.count;
            part.observations += cell.observations;
        }
        if (parts.size() - first_part > 1) complete_parts(parts, cells, first_part, others_);
        summary_.groups.push_back(
            {static_cast<Indicator>(group >> group_indicator_shift),
             static_cast<std::uint32_t>(group >> group_place_shift) & 0xff'ffffU,
             static_cast<std::int32_t>(static_cast<std::uint32_t>(group) ^ 0x8000'0000U),
             static_cast<std::uint32_t>(first_part),
             static_cast<std::uint32_t>(parts.size() - first_part)});
    }

    BatchSummary& summary_;
    const FineCells& fine_;
    std::vector<std::size_t> positions_;  // of extra dimensions with totals, in a combination
    Code others_ = code_all;              // the code of OOO
    std::vector<PlacedCell> group_;
};

template <class T>
std::string_view bytes_of(const std::vector<T>& items) {
    static_assert(std::has_unique_object_representations_v<T>);
    return {reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T)};
}

std::string fingerprint_of(const BatchSummary& summary) {
    Hasher hasher;
    for (const auto* words : {&summary.places, &summary.origins})
        for (const auto& word : *words) {
            hasher.add(word);
            hasher.add({"\0", 1});
        }
    hasher.add(bytes_of(summary.groups));
    hasher.add(bytes_of(summary.parts));
    hasher.add(bytes_of(summary.cells));
    return hasher.digest();
}

}  // namespace

std::string_view BatchSummary::origin(Code code) const {
    if (code == code_all) return {};
    if (code == code_unknown) return "unknown";
    return origins[code - first_word_code];
}

std::size_t BatchSummary::bytes() const {
    std::size_t text = 0;
    for (const auto* words : {&places, &origins})
        for (const auto& word : *words)
            text += sizeof(std::string) + word.capacity();
    return sizeof *this + text + groups.size() * sizeof(SummaryGroup) +
           parts.size() * sizeof(SummaryPart) + cells.size() * sizeof(SummaryCell);
}

Result<std::shared_ptr<const BatchSummary>> summarize(const StoredSegment& segment) {
    TENPOINT_TRY(reader, SegmentReader::open(segment.head));
    if (reader.places().size() >= greatest_places ||
        reader.origins().size() + first_word_code > greatest_origins)
        return Problem{ProblemCode::storage_failed, "segment: more places or origins than exist"};
    auto places = sorted(reader.places());
    auto origins = sorted(reader.origins());
    TENPOINT_TRY(fine, add_up(segment, reader, places, origins));
    auto summary = std::make_shared<BatchSummary>();
    summary->places = std::move(places.words);
    summary->places.emplace_back();
    summary->origins = std::move(origins.words);
    summary->blank_totals = find_blank_totals(fine.cells, fine.combinations, fine.extras);
    for (const auto extra : summary->blank_totals.extras)
        summary->blank_totals.names.push_back(reader.dimensions()[extra].name);
    Filling(*summary, fine).fill();
    summary->fingerprint = fingerprint_of(*summary);
    return std::shared_ptr<const BatchSummary>(std::move(summary));
}

}  // namespace tenpoint::movements
