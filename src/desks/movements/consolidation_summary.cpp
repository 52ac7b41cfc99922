// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation_summary.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/hash.hpp"
#include "desks/movements/consolidation_blank.hpp"
#include "desks/movements/consolidation_completion.hpp"
#include "desks/movements/consolidation_key_index.hpp"
#include "desks/movements/segment_scan.hpp"

namespace tenpoint::movements {
namespace {

constexpr unsigned group_indicator_shift = 56, group_place_shift = 32;
constexpr std::size_t greatest_places = std::size_t{1} << 24;

std::uint64_t group_of(std::uint8_t indicator, std::uint32_t place, std::int32_t period) {
    return std::uint64_t{indicator} << group_indicator_shift |
           std::uint64_t{place} << group_place_shift |
           (static_cast<std::uint32_t>(period) ^ 0x8000'0000U);  // orders as signed numbers do
}

// The words sorted, and for each code of the segment the place of its word among them.
struct SortedWords {
    std::vector<std::string> words;
    std::vector<std::uint32_t> position;  // by code - first_word_code
};

SortedWords sorted(const std::vector<std::string>& words) {
    std::vector<std::uint32_t> order(words.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t i) -> const std::string& { return words[i]; });
    SortedWords result{{}, std::vector<std::uint32_t>(words.size())};
    for (const auto i : order) {
        result.position[i] = static_cast<std::uint32_t>(result.words.size());
        result.words.push_back(words[i]);
    }
    return result;
}

// The extra dimensions with blanks: the only ones that may hold totals beside their parts.
Result<std::vector<std::size_t>> extras_with_blanks(const StoredSegment& segment,
                                                    const SegmentReader& reader) {
    std::vector<bool> has_blank(reader.dimensions().size());
    std::vector<bool> has_word(reader.dimensions().size());
    if (!reader.dimensions().empty())
        TENPOINT_CHECK(scan(segment, reader, {.breakdown = false, .count = false, .extras = true},
                            0, [&](const ChunkColumns& columns) {
                                for (std::size_t d = 0; d < has_blank.size(); ++d) {
                                    const auto [least, greatest] =
                                        std::ranges::minmax(columns.extras[d]);
                                    if (least < first_word_code) has_blank[d] = true;
                                    if (greatest >= first_word_code) has_word[d] = true;
                                }
                                return true;
                            }));
    std::vector<std::size_t> extras;
    for (std::size_t d = 0; d < has_blank.size(); ++d)
        if (has_blank[d] && has_word[d]) extras.push_back(d);
    return extras;
}

// Adds the observations up by everything that tells totals from parts.
class FineCells {
  public:
    FineCells(std::vector<std::uint32_t> places, std::vector<std::uint32_t> origins,
              std::vector<std::size_t> extras)
        : places_(std::move(places)), origins_(std::move(origins)), extras_(std::move(extras)) {}

    void add(const ChunkColumns& columns) {
        for (std::size_t i = 0; i < columns.observations; ++i) {
            FineCell cell;
            cell.group = group_of(columns.indicator[i], place(columns.place[i]), columns.period[i]);
            cell.breakdown = breakdown_of(
                origin(columns.origin[i]), static_cast<Sex>(columns.sex[i]),
                static_cast<AgeGroup>(columns.age[i]), static_cast<Profile>(columns.profile[i]));
            if (!extras_.empty()) cell.combination = combination(columns, i);
            auto& sum = find_or_add(cell);
            sum.count += columns.count[i];
            ++sum.observations;
        }
    }

    std::vector<FineCell>& cells() { return cells_; }
    const std::vector<std::vector<Code>>& combinations() const { return combinations_; }

  private:
    // A place that a row lacks is one place more, behind those with a name.
    std::uint32_t place(Code code) const {
        return code < first_word_code ? static_cast<std::uint32_t>(places_.size())
                                      : places_[code - first_word_code];
    }
    Code origin(Code code) const {
        return code < first_word_code ? code : first_word_code + origins_[code - first_word_code];
    }
    std::uint32_t combination(const ChunkColumns& columns, std::size_t i) {
        std::vector<Code> words;
        for (const auto d : extras_)
            words.push_back(columns.extras[d][i]);
        const auto hash = [](const std::vector<Code>& codes) {
            std::uint64_t sum = 0;
            for (const auto code : codes)
                sum = KeyIndex::mixed(sum + code);
            return sum;
        };
        const auto size = static_cast<std::uint32_t>(combinations_.size());
        const auto found = combination_index_.find_or_add(
            hash(words), size, [&](std::uint32_t at) { return combinations_[at] == words; },
            [&](std::uint32_t at) { return hash(combinations_[at]); });
        if (found == size) combinations_.push_back(std::move(words));
        return found;
    }
    FineCell& find_or_add(const FineCell& cell) {
        const auto hash = [](const FineCell& of) {
            return KeyIndex::mixed(KeyIndex::mixed(of.group) + of.breakdown +
                                   (std::uint64_t{of.combination} << 32));
        };
        const auto size = static_cast<std::uint32_t>(cells_.size());
        const auto found = index_.find_or_add(
            hash(cell), size,
            [&](std::uint32_t at) {
                const auto& there = cells_[at];
                return there.group == cell.group && there.breakdown == cell.breakdown &&
                       there.combination == cell.combination;
            },
            [&](std::uint32_t at) { return hash(cells_[at]); });
        if (found == size) cells_.push_back(cell);
        return cells_[found];
    }

    std::vector<std::uint32_t> places_;
    std::vector<std::uint32_t> origins_;
    std::vector<std::size_t> extras_;
    std::vector<FineCell> cells_;
    KeyIndex index_;
    std::vector<std::vector<Code>> combinations_;
    KeyIndex combination_index_;
};

// A fine cell whose place among the summary's parts is known.
struct PlacedCell {
    std::uint64_t group;
    Breakdown breakdown;
    std::int64_t count;
    std::uint32_t observations;
    Pattern pattern;

    auto key() const { return std::tie(group, pattern, breakdown); }
};

// Reads blanks that are totals as `all`, and brings the cells into the summary's order.
std::vector<PlacedCell> placed(FineCells& fine, const BlankTotals& blanks,
                               std::span<const std::size_t> extras) {
    std::vector<std::size_t> positions;  // of the extra dimensions with totals in a combination
    for (const auto extra : blanks.extras)
        positions.push_back(
            static_cast<std::size_t>(std::ranges::find(extras, extra) - extras.begin()));
    std::vector<PlacedCell> cells;
    cells.reserve(fine.cells().size());
    for (const auto& cell : fine.cells()) {
        const auto breakdown =
            blanks.dimensions == 0 ? cell.breakdown : blanks.without_blanks(cell.breakdown);
        auto pattern = pattern_of(breakdown);
        for (std::size_t i = 0; i < positions.size(); ++i)
            if (fine.combinations()[cell.combination][positions[i]] >= first_word_code)
                pattern = static_cast<Pattern>(pattern | first_extra_pattern << i);
        cells.push_back({cell.group, breakdown, cell.count, cell.observations, pattern});
    }
    std::vector<FineCell>().swap(fine.cells());
    std::ranges::sort(cells, {}, &PlacedCell::key);
    return cells;
}

// Groups, parts and cells out of cells in order.
void fill(BatchSummary& summary, std::span<const PlacedCell> cells) {
    const auto found = std::ranges::lower_bound(summary.origins, "OOO");
    const auto others = found == summary.origins.end() || *found != "OOO"
                            ? code_all
                            : first_word_code + static_cast<Code>(found - summary.origins.begin());
    for (std::size_t i = 0; i < cells.size();) {
        const auto group = cells[i].group;
        const auto first_part = summary.parts.size();
        for (; i < cells.size() && cells[i].group == group; ++i) {
            const auto& cell = cells[i];
            if (summary.parts.size() == first_part ||
                summary.parts.back().pattern != cell.pattern) {
                auto& part = summary.parts.emplace_back();
                part.pattern = cell.pattern;
                part.first_cell = static_cast<std::uint32_t>(summary.cells.size());
            }
            auto& part = summary.parts.back();
            if (part.cells == 0 || summary.cells.back().breakdown != cell.breakdown) {
                summary.cells.push_back({cell.breakdown});
                ++part.cells;
            }
            summary.cells.back().count += cell.count;
            summary.cells.back().observations += cell.observations;
            part.sum += cell.count;
            part.observations += cell.observations;
        }
        if (summary.parts.size() - first_part > 1)
            complete_parts(summary.parts, summary.cells, first_part, others);
        summary.groups.push_back(
            {static_cast<Indicator>(group >> group_indicator_shift),
             static_cast<std::uint32_t>(group >> group_place_shift) & 0xff'ffffU,
             static_cast<std::int32_t>(static_cast<std::uint32_t>(group) ^ 0x8000'0000U),
             static_cast<std::uint32_t>(first_part),
             static_cast<std::uint32_t>(summary.parts.size() - first_part)});
    }
    summary.groups.shrink_to_fit();
    summary.parts.shrink_to_fit();
    summary.cells.shrink_to_fit();
}

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
    TENPOINT_TRY(extras, extras_with_blanks(segment, reader));

    FineCells fine(std::move(places.position), std::move(origins.position), extras);
    TENPOINT_CHECK(
        scan(segment, reader, {.extras = !extras.empty()}, 0, [&](const ChunkColumns& columns) {
            fine.add(columns);
            return true;
        }));
    auto summary = std::make_shared<BatchSummary>();
    summary->places = std::move(places.words);
    summary->places.emplace_back();
    summary->origins = std::move(origins.words);
    summary->blank_totals = find_blank_totals(fine.cells(), fine.combinations(), extras);
    for (const auto extra : summary->blank_totals.extras)
        summary->blank_totals.names.push_back(reader.dimensions()[extra].name);
    fill(*summary, placed(fine, summary->blank_totals, extras));
    summary->fingerprint = fingerprint_of(*summary);
    return std::shared_ptr<const BatchSummary>(std::move(summary));
}

}  // namespace tenpoint::movements
