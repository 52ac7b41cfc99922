// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation_fine_cells.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>

#include "desks/movements/in_parallel.hpp"
#include "desks/movements/segment_format.hpp"
#include "desks/movements/segment_scan.hpp"

namespace tenpoint::movements {
namespace {

// Each of `parts` takes a stretch of the segment's chunks by itself.
template <class Part>
Result<void> scan_beside_each_other(const StoredSegment& segment, const SegmentReader& reader,
                                    WantedColumns wanted, std::vector<Part>& parts) {
    constexpr auto full = static_cast<std::int64_t>(observations_per_chunk);
    const auto chunks = (reader.observations() + full - 1) / full;
    const auto pieces = static_cast<std::int64_t>(parts.size());
    std::vector<std::optional<Problem>> problems(parts.size());
    in_parallel(parts.size(), [&](std::size_t i) {
        const auto piece = static_cast<std::int64_t>(i);
        const auto end = chunks * (piece + 1) / pieces;
        const auto first = chunks * piece / pieces;
        if (first == end) return;
        const auto scanned = scan(segment, reader, wanted, first, [&](const ChunkColumns& columns) {
            return parts[i].take(columns) && columns.number + 1 < end;
        });
        if (!scanned) problems[i] = scanned.error();
    });
    for (const auto& problem : problems)
        if (problem) return *problem;
    return {};
}

std::size_t pieces_of(const SegmentReader& reader) {
    return parallel_pieces(
        static_cast<std::size_t>(reader.observations()) / observations_per_chunk + 1);
}

// Beside words: a dimension that is blank throughout holds no totals.
bool has_blanks(const SegmentReader& reader, const ChunkColumns& columns, std::size_t dimension) {
    return !reader.dimensions()[dimension].words.empty() &&
           std::ranges::min(columns.extras[dimension]) < first_word_code;
}

// In which extra dimensions a stretch of chunks has blanks.
struct Blanks {
    const SegmentReader* reader;
    std::vector<bool> found;

    bool take(const ChunkColumns& columns) {
        for (std::size_t d = 0; d < found.size(); ++d)
            found[d] = found[d] || has_blanks(*reader, columns, d);
        return true;
    }
};

// The extra dimensions with words and blanks: the only ones that may hold totals beside parts.
Result<std::vector<std::size_t>> extras_with_blanks(const StoredSegment& segment,
                                                    const SegmentReader& reader) {
    const auto& dimensions = reader.dimensions();
    if (dimensions.empty()) return std::vector<std::size_t>{};
    std::vector<Blanks> parts(pieces_of(reader), {&reader, std::vector<bool>(dimensions.size())});
    TENPOINT_CHECK(scan_beside_each_other(
        segment, reader, {.breakdown = false, .count = false, .extras = true}, parts));
    std::vector<std::size_t> extras;
    for (std::size_t d = 0; d < dimensions.size(); ++d)
        if (std::ranges::any_of(parts, [&](const Blanks& part) { return part.found[d]; }))
            extras.push_back(d);
    return extras;
}

// Where in a key its pieces lie, from the highest bits on: indicator, place, period from the
// segment's first on, origin and the rest of the breakdown, combination.
struct KeyLayout {
    std::int32_t first_period;
    unsigned place_bits, period_bits, breakdown_bits, combination_bits;

    KeyLayout(const SegmentReader& reader, bool has_combinations)
        : first_period(reader.least_period()),
          place_bits(bits_for(reader.places().size())),
          period_bits(bits_for(static_cast<std::uint32_t>(reader.greatest_period()) -
                               static_cast<std::uint32_t>(first_period))),
          breakdown_bits(origin_shift + bits_for(reader.origins().size() + first_word_code)),
          combination_bits(has_combinations ? 32 : 0) {}

    static constexpr unsigned indicator_bits = 8;
    static unsigned bits_for(std::size_t greatest) {
        return static_cast<unsigned>(std::bit_width(greatest));
    }
    unsigned bits() const {
        return indicator_bits + place_bits + period_bits + breakdown_bits + combination_bits;
    }

    template <class Key>
    Key key(std::uint8_t indicator, std::uint32_t place, std::int32_t period, Breakdown breakdown,
            std::uint32_t combination) const {
        const auto later =
            static_cast<std::uint32_t>(period) - static_cast<std::uint32_t>(first_period);
        auto key = static_cast<Key>(indicator) << place_bits | place;
        key = key << period_bits | later;
        key = key << breakdown_bits | breakdown;
        return combination_bits == 0 ? key : key << combination_bits | combination;
    }
    template <class Key>
    FineCell cell(Key key, std::uint32_t observations, std::int64_t count) const {
        const auto take = [&](unsigned bits) {
            const auto taken =
                static_cast<std::uint32_t>(key & static_cast<Key>((std::uint64_t{1} << bits) - 1));
            key >>= bits;
            return taken;
        };
        FineCell cell;
        if (combination_bits != 0) cell.combination = take(combination_bits);
        cell.breakdown = take(breakdown_bits);
        const auto period =
            static_cast<std::int32_t>(take(period_bits) + static_cast<std::uint32_t>(first_period));
        const auto place = take(place_bits);
        cell.group = group_of(static_cast<std::uint8_t>(take(indicator_bits)), place, period);
        cell.observations = observations;
        cell.count = count;
        return cell;
    }
};

template <class Key>
struct Sum {
    Key key;
    std::int64_t count;
    std::uint32_t observations;
};

template <class Key>
using Sums = std::vector<Sum<Key>>;

// By their lowest `bits` bits, eleven at a time; digits that all have in common cost next to
// nothing.
template <class Key>
void sort_by_digits(Sums<Key>& sums, Sums<Key>& spare, unsigned bits) {
    constexpr unsigned digit_bits = 11;
    for (unsigned shift = 0; shift < bits && !sums.empty(); shift += digit_bits) {
        const auto digit = [shift](const Sum<Key>& sum) {
            return static_cast<std::size_t>(sum.key >> shift) & ((1U << digit_bits) - 1);
        };
        std::array<std::size_t, std::size_t{1} << digit_bits> places{};
        for (const auto& sum : sums)
            ++places[digit(sum)];
        if (places[digit(sums.front())] == sums.size()) continue;
        std::exclusive_scan(places.begin(), places.end(), places.begin(), std::size_t{0});
        spare.resize(sums.size());
        for (const auto& sum : sums)
            spare[places[digit(sum)]++] = sum;
        sums.swap(spare);
    }
}

// Neighbours of the same key become one.
template <class Key>
void add_neighbours(Sums<Key>& sums) {
    std::size_t size = 0;
    for (const auto& sum : sums) {
        if (size == 0 || sums[size - 1].key != sum.key) {
            sums[size++] = sum;
        } else {
            sums[size - 1].count += sum.count;
            sums[size - 1].observations += sum.observations;
        }
    }
    sums.resize(size);
}

// Calls `take` for each sum of both, in order; what both have is one.
template <class Key, class Take>
void merge(const Sums<Key>& a, const Sums<Key>& b, Take take) {
    auto x = a.begin();
    auto y = b.begin();
    while (x != a.end() && y != b.end()) {
        if (x->key == y->key) {
            take({x->key, x->count + y->count, x->observations + y->observations});
            ++x;
            ++y;
        } else {
            take(x->key < y->key ? *x++ : *y++);
        }
    }
    std::for_each(x, a.end(), take);
    std::for_each(y, b.end(), take);
}

template <class Key>
Sums<Key> merged(const Sums<Key>& a, const Sums<Key>& b) {
    Sums<Key> all;
    all.reserve(a.size() + b.size());
    merge(a, b, [&](const Sum<Key>& sum) { all.push_back(sum); });
    return all;
}

// Adds a stretch of chunks up: sorts some hundred thousand observations at a time, and merges such
// runs of about the same size, so that memory follows the sums and not the observations.
template <class Key>
class Adding {
  public:
    // Without `extras` it supposes that no extra dimension has blanks, and stops where one has.
    Adding(const SegmentReader& reader, const KeyLayout& layout, const SortedWords& places,
           const SortedWords& origins, const std::vector<std::size_t>& extras,
           std::atomic<bool>& has_blank)
        : reader_(&reader),
          layout_(&layout),
          places_(&places),
          origins_(&origins),
          extras_(&extras),
          has_blank_(&has_blank) {}

    bool take(const ChunkColumns& columns) {
        for (std::size_t d = 0; d < columns.extras.size() && extras_->empty(); ++d)
            if (has_blanks(*reader_, columns, d)) *has_blank_ = true;
        if (*has_blank_) return false;
        const auto first = run_.size();
        run_.resize(first + columns.observations);
        for (std::size_t i = 0; i < columns.observations; ++i) {
            const auto breakdown = breakdown_of(
                origin(columns.origin[i]), static_cast<Sex>(columns.sex[i]),
                static_cast<AgeGroup>(columns.age[i]), static_cast<Profile>(columns.profile[i]));
            const auto key = layout_->template key<Key>(
                columns.indicator[i], place(columns.place[i]), columns.period[i], breakdown,
                extras_->empty() ? 0 : combination(columns, i));
            run_[first + i] = {key, columns.count[i], 1};
        }
        if (run_.size() >= observations_per_run) end_run();
        return true;
    }
    Sums<Key> finish() {
        sort_run();
        if (!run_.empty()) runs_.push_back(std::move(run_));
        while (runs_.size() > 1)
            merge_last();
        spare_ = {};
        return runs_.empty() ? Sums<Key>{} : std::move(runs_.front());
    }
    const std::map<std::vector<Code>, std::uint32_t>& combinations() const { return combinations_; }

  private:
    static constexpr std::size_t observations_per_run = 1 << 18;

    // A place that a row lacks is one place more, behind those with a name.
    std::uint32_t place(Code code) const {
        return code < first_word_code ? static_cast<std::uint32_t>(places_->words.size())
                                      : places_->position[code - first_word_code];
    }
    Code origin(Code code) const {
        return code < first_word_code
                   ? code
                   : first_word_code + origins_->position[code - first_word_code];
    }
    std::uint32_t combination(const ChunkColumns& columns, std::size_t i) {
        words_.clear();
        for (const auto d : *extras_)
            words_.push_back(columns.extras[d][i]);
        const auto next = static_cast<std::uint32_t>(combinations_.size());
        return combinations_.try_emplace(words_, next).first->second;
    }
    void sort_run() {
        sort_by_digits(run_, spare_, layout_->bits());
        add_neighbours(run_);
    }
    void end_run() {
        sort_run();
        runs_.push_back(run_);
        run_.clear();
        while (runs_.size() > 1 && runs_[runs_.size() - 2].size() <= runs_.back().size() * 2)
            merge_last();
    }
    void merge_last() {
        const auto last = std::move(runs_.back());
        runs_.pop_back();
        runs_.back() = merged(runs_.back(), last);
    }

    const SegmentReader* reader_;
    const KeyLayout* layout_;
    const SortedWords* places_;
    const SortedWords* origins_;
    const std::vector<std::size_t>* extras_;
    std::atomic<bool>* has_blank_;
    Sums<Key> run_, spare_;
    std::vector<Sums<Key>> runs_;
    std::vector<Code> words_;
    std::map<std::vector<Code>, std::uint32_t> combinations_;
};

// False where there are blanks that nobody supposed.
template <class Key>
Result<bool> add_up_by(const KeyLayout& layout, const StoredSegment& segment,
                       const SegmentReader& reader, const SortedWords& places,
                       const SortedWords& origins, FineCells& fine) {
    std::atomic<bool> has_blank = false;
    // Combinations are numbered as they come, which only one can do.
    const auto pieces = fine.extras.empty() ? pieces_of(reader) : 1;
    std::vector<Adding<Key>> parts(
        pieces, Adding<Key>(reader, layout, places, origins, fine.extras, has_blank));
    TENPOINT_CHECK(
        scan_beside_each_other(segment, reader, {.extras = !reader.dimensions().empty()}, parts));
    if (has_blank) return false;
    std::vector<Sums<Key>> sums(std::max(pieces, std::size_t{2}));
    in_parallel(pieces, [&](std::size_t i) { sums[i] = parts[i].finish(); });
    for (; sums.size() > 2; sums.pop_back())
        sums[sums.size() - 2] = merged(sums[sums.size() - 2], sums.back());
    fine.cells.reserve(sums[0].size() + sums[1].size());
    merge(sums[0], sums[1], [&](const Sum<Key>& sum) {
        fine.cells.push_back(layout.cell(sum.key, sum.observations, sum.count));
    });
    fine.combinations.resize(parts.front().combinations().size());
    for (const auto& [words, number] : parts.front().combinations())
        fine.combinations[number] = words;
    return true;
}

Result<bool> add_up_by_some_key(const StoredSegment& segment, const SegmentReader& reader,
                                const SortedWords& places, const SortedWords& origins,
                                FineCells& fine) {
    const KeyLayout layout(reader, !fine.extras.empty());
    if (layout.bits() <= 64)
        return add_up_by<std::uint64_t>(layout, segment, reader, places, origins, fine);
    return add_up_by<unsigned __int128>(layout, segment, reader, places, origins, fine);
}

}  // namespace

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

Result<FineCells> add_up(const StoredSegment& segment, const SegmentReader& reader,
                         const SortedWords& places, const SortedWords& origins) {
    // Most files have none, and are read once only.
    FineCells fine;
    TENPOINT_TRY(is_whole, add_up_by_some_key(segment, reader, places, origins, fine));
    if (is_whole) return fine;
    TENPOINT_TRY(extras, extras_with_blanks(segment, reader));
    fine.extras = std::move(extras);
    TENPOINT_CHECK(add_up_by_some_key(segment, reader, places, origins, fine));
    return fine;
}

}  // namespace tenpoint::movements
