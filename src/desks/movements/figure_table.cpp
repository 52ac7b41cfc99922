// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_table.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/hash.hpp"
#include "desks/movements/consolidation_key_index.hpp"
#include "desks/movements/figure_breakdown.hpp"
#include "desks/movements/figure_selection.hpp"
#include "desks/movements/segment_bytes.hpp"

namespace tenpoint::movements {
namespace {

constexpr Breakdown rest_of_row = 0xffff'ffff;  // what is not broken down

// One code for each origin over all batches.
class OriginCodes {
  public:
    // By the codes of the summary.
    const std::vector<Code>& of(const BatchSummary& summary) {
        auto& codes = by_summary_[&summary];
        if (!codes.empty()) return codes;
        codes = {code_all, code_unknown};
        for (const auto& origin : summary.origins) {
            const auto code = first_word_code + static_cast<Code>(words_.size());
            const auto [known, is_new] = codes_.try_emplace(origin, code);
            if (is_new) words_.push_back(origin);
            codes.push_back(known->second);
        }
        return codes;
    }
    std::string word(Code code) const {
        if (code == code_all) return {};
        if (code == code_unknown) return "unknown";
        return words_[code - first_word_code];
    }

  private:
    std::unordered_map<const BatchSummary*, std::vector<Code>> by_summary_;
    std::map<std::string, Code> codes_;
    std::vector<std::string> words_;
};

class TableMaker {
  public:
    explicit TableMaker(const FigureQuery& query)
        : asked_(asked_breakdown(query)), mask_(mask_of(asked_)), filter_(query.origins) {}

    void add(const ConsolidatedPlace& place, const AgreedFigure& agreed, const FigureRow& row) {
        const auto number = row_number(row);
        rows_[number].disagreement |= agreed.disagreement;
        ++agreed_;
        if (is_whole()) {
            count(number, 0, agreed.figure.total);
            return;
        }
        const auto breakdown = break_down(place, agreed.figure, asked_, filter_);
        origin_unknown_ |= breakdown.origin_unknown && agreed.figure.total != 0;
        if (breakdown.part) add_cells(place, *breakdown.part, number);
        if (breakdown.rest() != 0) count(number, asked_ == 0 ? 0 : rest_of_row, breakdown.rest());
    }

    // Only of whole figures: how another source's is broken down was not compared.
    void compare(const SourceFigure& other, const FigureRow& row) {
        if (is_whole()) compared_[key_of(row)].compare(other.total);
    }

    FigureTable finish(std::set<std::string> notes) {
        FigureTable table;
        for (auto& sum : sums_)
            table.figures.push_back(figure(sum));
        const auto has_rest = [](const Figure& figure) { return figure.not_broken_down; };
        if (std::ranges::any_of(table.figures, has_rest)) notes.insert("not_broken_down");
        if (origin_unknown_) notes.insert("origins_left_out");
        std::ranges::sort(table.figures, is_before);
        table.notes.assign(notes.begin(), notes.end());
        return table;
    }

  private:
    struct Row {
        FigureRow row;
        bool disagreement = false;
    };
    struct Sum {
        std::uint64_t key;  // row number, breakdown
        std::int64_t count = 0;
        std::int64_t of_agreed = 0;  // what the last agreed figure has brought so far
        std::uint64_t agreed = 0;    // its number
        PersonTally persons{};       // of those before it
    };
    using RowKey = std::tuple<Indicator, std::string_view, std::optional<Period>, std::string_view>;

    static RowKey key_of(const FigureRow& row) {
        const auto& input = row.place->input;
        return {input.indicator, row.by_place ? std::string_view(input.place) : std::string_view{},
                row.period, row.source};
    }

    std::uint32_t row_number(const FigureRow& row) {
        const auto key = key_of(row);
        if (!rows_.empty() && key == last_key_) return last_row_;
        const auto [known, is_new] =
            row_numbers_.try_emplace(key, static_cast<std::uint32_t>(rows_.size()));
        if (is_new) rows_.push_back({row});
        last_key_ = key;
        last_row_ = known->second;
        return last_row_;
    }

    void add_cells(const ConsolidatedPlace& place, const SourcePart& part, std::uint32_t row) {
        const auto& summary = *place.batch(part.member).summary;
        const auto& codes = origins_.of(summary);
        const auto& passing = filter_.of(summary);
        for (const auto& cell : summary.cells_of(*part.part)) {
            if (!passing[origin_of(cell.breakdown)]) continue;
            const auto origin = Breakdown{codes[origin_of(cell.breakdown)]} << origin_shift;
            count(row, ((cell.breakdown & ~origin_mask) | origin) & mask_, cell.count);
        }
    }

    bool is_whole() const { return asked_ == 0 && filter_.passes_all(); }

    // Cells of one agreed figure that come to stand in the same row are parts of one count.
    void count(std::uint32_t row, Breakdown breakdown, std::int64_t count) {
        const auto key = std::uint64_t{row} << 32 | breakdown;
        const auto size = static_cast<std::uint32_t>(sums_.size());
        const auto found = index_.find_or_add(
            KeyIndex::mixed(key), size, [&](std::uint32_t at) { return sums_[at].key == key; },
            [&](std::uint32_t at) { return KeyIndex::mixed(sums_[at].key); });
        if (found == size) sums_.push_back({.key = key, .agreed = agreed_});
        auto& sum = sums_[found];
        if (sum.agreed != agreed_) {
            sum.persons.add(std::exchange(sum.of_agreed, 0));
            sum.agreed = agreed_;
        }
        sum.count += count;
        sum.of_agreed += count;
    }

    PersonBounds persons(Sum& sum, const Row& row) {
        sum.persons.add(sum.of_agreed);
        if (const auto others = compared_.find(key_of(row.row)); others != compared_.end())
            sum.persons.compare(others->second);
        return sum.persons.bounds(row.row.place->input.indicator);
    }

    Figure figure(Sum& sum) {
        const auto& row = rows_[sum.key >> 32];
        const auto breakdown = static_cast<Breakdown>(sum.key);
        Figure figure;
        figure.indicator = row.row.place->input.indicator;
        if (row.row.by_place) figure.place = row.row.place->input.place;
        figure.period = row.row.period;
        figure.source = row.row.source;
        figure.count = sum.count;
        figure.persons = persons(sum, row);
        figure.disagreement = row.disagreement;
        figure.not_broken_down = breakdown == rest_of_row;
        if (figure.not_broken_down) return figure;
        figure.origin = origins_.word(origin_of(breakdown));
        figure.sex = sex_of(breakdown);
        figure.age = age_of(breakdown);
        figure.profile = profile_of(breakdown);
        return figure;
    }

    Pattern asked_;
    Breakdown mask_;
    OriginFilter filter_;
    OriginCodes origins_;
    std::vector<Row> rows_;
    std::map<RowKey, std::uint32_t> row_numbers_;
    RowKey last_key_;
    std::uint32_t last_row_ = 0;
    std::map<RowKey, PersonTally> compared_;
    std::vector<Sum> sums_;
    std::uint64_t agreed_ = 0;
    KeyIndex index_;
    bool origin_unknown_ = false;
};

// Over what is the same for all who ask.
std::string fingerprint_of(const FigureTable& table) {
    std::string text;
    ByteWriter writer(text);
    for (const auto& figure : table.figures) {
        writer.number(static_cast<std::int32_t>(figure.indicator));
        writer.text(figure.place);
        writer.number(figure.period ? figure.period->code() : 0);
        writer.text(figure.origin);
        writer.number(static_cast<std::int32_t>(figure.sex));
        writer.number(static_cast<std::int32_t>(figure.age));
        writer.number(static_cast<std::int32_t>(figure.profile));
        writer.text(figure.source);
        writer.number(figure.count);
        writer.number(static_cast<std::uint8_t>(figure.disagreement));
        writer.number(static_cast<std::uint8_t>(figure.not_broken_down));
    }
    for (const auto& note : table.notes)
        writer.text(note);
    return hash_of(text);
}

// What is not broken down stands behind the rest, unknown origins behind known ones.
auto place_in_order(const Figure& figure) {
    return std::tuple(figure.indicator, std::string_view(figure.place), figure.period,
                      figure.not_broken_down, figure.origin == "unknown",
                      std::string_view(figure.origin), figure.sex, figure.age, figure.profile,
                      std::string_view(figure.source));
}

}  // namespace

bool is_before(const Figure& a, const Figure& b) {
    return place_in_order(a) < place_in_order(b);
}

FigureTable figures(const Consolidation& consolidation, const FigureQuery& query) {
    TableMaker maker(query);
    auto notes = select_figures(
        consolidation, query,
        [&](const ConsolidatedPlace& place, const AgreedFigure& agreed, const FigureRow& row) {
            maker.add(place, agreed, row);
        },
        [&](const SourceFigure& other, const FigureRow& row) { maker.compare(other, row); });
    auto table = maker.finish(std::move(notes));
    table.fingerprint = fingerprint_of(table);
    return table;
}

}  // namespace tenpoint::movements
