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

// One code for each origin over all batches, at its place in a breakdown.
class OriginCodes {
  public:
    explicit OriginCodes(OriginFilter& filter) : filter_(filter) {}

    // By the codes of the summary; `left_out` for origins that do not pass.
    const std::vector<Breakdown>& of(const BatchSummary& summary) {
        if (&summary == last_summary_) return *last_;
        auto& codes = by_summary_[&summary];
        if (codes.empty()) codes = codes_of(summary);
        last_summary_ = &summary;
        last_ = &codes;
        return codes;
    }
    std::string word(Code code) const {
        if (code == code_all) return {};
        if (code == code_unknown) return "unknown";
        return words_[code - first_word_code];
    }

    static constexpr Breakdown left_out = ~Breakdown{0};

  private:
    std::vector<Breakdown> codes_of(const BatchSummary& summary) {
        const auto& passing = filter_.of(summary);
        std::vector<Breakdown> codes;
        const auto add = [&](Code code) {
            codes.push_back(passing[codes.size()] ? Breakdown{code} << origin_shift : left_out);
        };
        add(code_all);
        add(code_unknown);
        for (const auto& origin : summary.origins) {
            const auto code = first_word_code + static_cast<Code>(words_.size());
            const auto [known, is_new] = codes_.try_emplace(origin, code);
            if (is_new) words_.push_back(origin);
            add(known->second);
        }
        return codes;
    }

    OriginFilter& filter_;
    std::unordered_map<const BatchSummary*, std::vector<Breakdown>> by_summary_;
    const BatchSummary* last_summary_ = nullptr;
    const std::vector<Breakdown>* last_ = nullptr;  // elements of the map do not move
    std::map<std::string, Code> codes_;
    std::vector<std::string> words_;
};

// What was added up for one figure. Cells of one agreed figure are parts of one count of persons.
struct CellSum {
    std::int64_t count = 0;
    std::int64_t of_agreed = 0;  // what the last agreed figure has brought so far
    std::uint64_t agreed = 0;    // its number, from 1; 0: there was none
    PersonTally persons{};       // of those before it

    void add(std::int64_t brought, std::uint64_t by) {
        if (agreed != by) {
            persons = all_persons();
            of_agreed = 0;
            agreed = by;
        }
        count += brought;
        of_agreed += brought;
    }
    // What other agreed figures have brought.
    void add(const CellSum& others) {
        persons = all_persons();
        persons.add(others.all_persons());
        agreed = 0;
        of_agreed = 0;
        count += others.count;
    }
    PersonTally all_persons() const {
        auto all = persons;
        if (agreed != 0) all.add(of_agreed);
        return all;
    }
};

// Breakdowns by some dimensions as small numbers: without the bits of the others.
class PackedBreakdowns {
  public:
    explicit PackedBreakdowns(Breakdown mask) : mask_(mask) {
        if ((mask & profile_mask) == 0) age_down_ = bits;
        sex_down_ = age_down_ + ((mask & age_mask) == 0 ? bits : 0);
        origin_down_ = sex_down_ + ((mask & sex_mask) == 0 ? bits : 0);
    }

    std::uint32_t packed(Breakdown breakdown) const {
        return (breakdown & origin_mask) >> origin_down_ | (breakdown & sex_mask) >> sex_down_ |
               (breakdown & age_mask) >> age_down_ | (breakdown & profile_mask);
    }
    Breakdown unpacked(std::uint32_t at) const {
        return ((at << origin_down_ & origin_mask) | (at << sex_down_ & sex_mask) |
                (at << age_down_ & age_mask) | (at & profile_mask)) &
               mask_;
    }

  private:
    static constexpr unsigned bits = 4;  // of each but the origin

    Breakdown mask_;
    unsigned age_down_ = 0, sex_down_ = 0, origin_down_ = 0;
};

// The sums of one row while its cells are added up. Most breakdowns are small numbers, and stand
// where their number says; nothing is looked up for a cell.
class RowSums {
  public:
    // Whether there is a place for it.
    static bool holds(std::uint32_t at) { return at < greatest_places; }

    void add(std::uint32_t at, std::int64_t count, std::uint64_t agreed) {
        if (at >= sums_.size()) sums_.resize(at + std::size_t{1});
        auto& sum = sums_[at];
        if (sum.agreed == 0) used_.push_back(at);
        sum.add(count, agreed);
    }
    // Calls `take(at, sum)` for each, and forgets them.
    template <class Take>
    void hand_over(Take take) {
        for (const auto at : used_)
            take(at, std::exchange(sums_[at], {}));
        used_.clear();
    }

  private:
    static constexpr std::uint32_t greatest_places = 1 << 16;

    std::vector<CellSum> sums_;
    std::vector<std::uint32_t> used_;
};

class TableMaker {
  public:
    explicit TableMaker(const FigureQuery& query)
        : asked_(asked_breakdown(query)),
          mask_(mask_of(asked_)),
          places_(mask_),
          filter_(query.origins) {}

    void add(const ConsolidatedPlace& place, const AgreedFigure& agreed, const FigureRow& row) {
        const auto number = row_number(row);
        if (number != summing_) end_row();
        summing_ = number;
        rows_[number].disagreement |= agreed.disagreement;
        ++agreed_;
        if (is_whole()) {
            sum(number, 0).add(agreed.figure.total, agreed_);
            return;
        }
        const auto breakdown = break_down(place, agreed.figure, asked_, filter_);
        origin_unknown_ |= breakdown.origin_unknown && agreed.figure.total != 0;
        if (breakdown.part) {
            partly_told_ |= breakdown.told != asked_;
            add_cells(place, *breakdown.part);
        }
        if (breakdown.rest() == 0) return;
        if (asked_ == 0)
            add_cell(0, breakdown.rest());
        else
            sum(number, rest_of_row).add(breakdown.rest(), agreed_);
    }

    // Only whole figures are compared with others': how these are broken down was not.
    bool is_whole() const { return asked_ == 0 && filter_.passes_all(); }
    void compare(const SourceFigure& other, const FigureRow& row) {
        compared_[key_of(row)].compare(other.total);
    }

    FigureTable finish(std::set<std::string> notes) {
        end_row();
        FigureTable table;
        table.figures.reserve(sums_.size());
        for (const auto& sum : sums_)
            table.figures.push_back(figure(sum));
        const auto has_rest = [](const Figure& figure) { return figure.not_broken_down; };
        if (std::ranges::any_of(table.figures, has_rest)) notes.insert("not_broken_down");
        if (partly_told_) notes.insert("broken_down_in_part");
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
        CellSum cells;
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

    void add_cells(const ConsolidatedPlace& place, const SourcePart& part) {
        const auto& summary = *place.batch(part.member).summary;
        const auto& codes = origins_.of(summary);
        const auto rest = mask_ & ~origin_mask;
        const auto of_origin = mask_ & origin_mask;
        for (const auto& cell : summary.cells_of(*part.part)) {
            const auto origin = codes[origin_of(cell.breakdown)];
            if (origin == OriginCodes::left_out) continue;
            add_cell((cell.breakdown & rest) | (origin & of_origin), cell.count);
        }
    }

    void add_cell(Breakdown breakdown, std::int64_t count) {
        const auto at = places_.packed(breakdown);
        if (RowSums::holds(at))
            row_sums_.add(at, count, agreed_);
        else
            sum(summing_, breakdown).add(count, agreed_);
    }

    // Puts the sums of the row whose figures came last to those of the table.
    void end_row() {
        row_sums_.hand_over([this](std::uint32_t at, const CellSum& of_row) {
            sum(summing_, places_.unpacked(at)).add(of_row);
        });
    }

    CellSum& sum(std::uint32_t row, Breakdown breakdown) {
        const auto key = std::uint64_t{row} << 32 | breakdown;
        const auto size = static_cast<std::uint32_t>(sums_.size());
        const auto found = index_.find_or_add(
            KeyIndex::mixed(key), size, [&](std::uint32_t at) { return sums_[at].key == key; },
            [&](std::uint32_t at) { return KeyIndex::mixed(sums_[at].key); });
        if (found == size) sums_.push_back({key, {}});
        return sums_[found].cells;
    }

    PersonBounds persons(const CellSum& cells, const FigureRow& row) const {
        auto all = cells.all_persons();
        if (const auto others = compared_.find(key_of(row)); others != compared_.end())
            all.compare(others->second);
        return all.bounds(row.place->input.indicator);
    }

    Figure figure(const Sum& sum) const {
        const auto& row = rows_[sum.key >> 32];
        const auto breakdown = static_cast<Breakdown>(sum.key);
        Figure figure;
        figure.indicator = row.row.place->input.indicator;
        if (row.row.by_place) figure.place = row.row.place->input.place;
        figure.period = row.row.period;
        figure.source = row.row.source;
        figure.count = sum.cells.count;
        figure.persons = persons(sum.cells, row.row);
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
    PackedBreakdowns places_;
    OriginFilter filter_;
    OriginCodes origins_{filter_};
    RowSums row_sums_;
    std::uint32_t summing_ = 0;  // the row that they belong to
    std::vector<Row> rows_;
    std::map<RowKey, std::uint32_t> row_numbers_;
    RowKey last_key_;
    std::uint32_t last_row_ = 0;
    std::map<RowKey, PersonTally> compared_;
    std::vector<Sum> sums_;
    std::uint64_t agreed_ = 0;  // figures so far
    KeyIndex index_;
    bool partly_told_ = false;
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
        maker.is_whole() ? CompareFigure([&](const SourceFigure& other, const FigureRow& row) {
            maker.compare(other, row);
        })
                         : CompareFigure());
    auto table = maker.finish(std::move(notes));
    table.fingerprint = fingerprint_of(table);
    return table;
}

}  // namespace tenpoint::movements
