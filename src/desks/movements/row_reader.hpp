// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "desks/movements/column_period.hpp"
#include "desks/movements/earlier_figures.hpp"
#include "desks/movements/figure_writer.hpp"
#include "desks/movements/gathered_figures.hpp"
#include "desks/movements/met_places.hpp"
#include "desks/movements/reading.hpp"
#include "desks/movements/reading_coordinates.hpp"
#include "desks/movements/reading_findings.hpp"
#include "desks/movements/reading_lookup.hpp"
#include "desks/movements/reading_period.hpp"
#include "desks/movements/reading_plan.hpp"
#include "desks/movements/repeated_keys.hpp"
#include "desks/movements/row_sifting.hpp"
#include "desks/movements/running_total_watch.hpp"
#include "desks/movements/second_table.hpp"
#include "desks/movements/total_rows.hpp"

namespace tenpoint::movements {

// Reads the rows below the header one after the other, as reading.hpp says, and keeps the summary.
// Nothing is allocated for a row whose texts have all been met before.
class RowReader {
  public:
    RowReader(const ReadingPlan& plan, const Mapping& mapping, const PlaceLookup& places,
              SegmentWriter& segment, FindingLog& findings, ReadingSummary& summary);

    void read(std::int64_t number, std::span<const formats::Cell> cells);
    // Running totals go on from what these came to (gathered_figures.hpp).
    void go_on_from(const EarlierFigures& earlier);
    // Takes over what is known only at the end: totals and periods.
    void finish();

  private:
    struct CountColumn {
        std::size_t index;
        std::string header;
        formats::NumberStyle style;
        CodedSettings set;
        std::optional<ColumnPeriod> period;  // else the row's
        bool has_place = false;              // of its own
    };
    // A figure of the row that cannot be one; `code` is the finding's.
    struct Refused {
        const CountColumn* column;
        std::string_view code;
        std::string_view text;

        bool is_withheld() const { return code == "suppressed_figure"; }
    };

    void read_row(std::int64_t number, std::span<const formats::Cell> cells);
    bool begins_sheet(std::span<const formats::Cell> cells);
    bool begins_block(std::int64_t number, std::span<const formats::Cell> cells);
    bool is_of_second_table(std::span<const formats::Cell> cells);
    void settle_held(bool begins);
    void skip_row_of_second_table();
    // Each gives false where the row ends there, as a rejected or skipped one.
    bool read_period(std::span<const formats::Cell> cells);
    void note_texts_left_out();
    bool read_lookups(std::span<const formats::Cell> cells);
    void take_blanks_for_all(std::span<const formats::Cell> cells);
    bool skip_undated_total(std::span<const formats::Cell> cells);
    void read_coordinates_of(std::span<const formats::Cell> cells);
    bool read_counts(std::span<const formats::Cell> cells);
    bool skip_unplaced_total(std::span<const formats::Cell> cells);
    void report_missing_place(Severity severity, std::span<const formats::Cell> cells);
    void read_figure(const CountColumn& column, std::int64_t count, std::uint64_t extras);
    void look_at_figure(const Observation& figure, std::size_t column, std::uint64_t extras);
    void settle_gathered();
    template <class Take>
    void for_each_count(std::span<const formats::Cell> cells, Take take) const;
    void take_total(std::span<const formats::Cell> cells);
    bool adds_up(std::span<const formats::Cell> cells) const;
    void note_repeated(const KeyedFigure& figure);
    bool refuse_row();
    void note_overflow(std::span<const formats::Cell> cells);
    bool is_cut_in_two(std::span<const formats::Cell> cells);
    void report(const CellFinding& finding, std::string_view column, std::string_view text);
    std::string_view text_of(std::span<const formats::Cell> cells, std::size_t index) const {
        return index < cells.size() ? cells[index].text : std::string_view{};
    }

    const ReadingPlan& plan_;
    bool events_;
    SegmentWriter& segment_;
    FindingLog& findings_;
    ReadingSummary& summary_;
    RowSieve sieve_;
    SecondTable second_;
    bool in_second_ = false;
    std::string sheet_;      // whose rows are read, of several
    bool past_gap_ = false;  // the row before was blank, or a heading

    MetPlaces places_;
    PeriodReader periods_;
    CoordinateReader coordinates_;
    std::vector<LookupColumn> lookups_;
    std::vector<CountColumn> counts_;
    CodedSettings constants_;

    Observation row_;        // what all figures of the row share
    bool is_total_ = false;  // in one of its breakdowns
    std::vector<Code> extras_;
    std::vector<Refused> refused_;
    FigureWriter figures_;
    RepeatedKeys keys_;
    std::optional<GatheredFigures> gathered_;  // where figures are not read one by one
    RunningTotalWatch running_totals_;
    TotalRows totals_stated_;
    bool texts_left_out_ = false;
};

}  // namespace tenpoint::movements
