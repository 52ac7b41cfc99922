// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/reading.hpp"

#include <string>

#include "desks/movements/row_reader.hpp"
#include "formats/unreadable.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::int64_t rows_between_progress = 8192;

}  // namespace

Result<ReadingSummary> read_table(formats::TableReader& table, const Mapping& mapping,
                                  const PlaceLookup& places, SegmentWriter& segment,
                                  const FindingSink& finding, const ReadingProgress& progress,
                                  const TableNames& names, const ReadingGround& ground) {
    const auto samples = read_samples(table, mapping.header_row);
    if (formats::is_damaged_from_the_start(table))
        return formats::unreadable("damaged_workbook", "its first row");
    TENPOINT_TRY(plan, plan_reading(samples, mapping, places, names));
    if (ground.today) {
        constexpr int years_ahead = 2;
        plan.last_year = int{std::chrono::year_month_day{*ground.today}.year()} + years_ahead;
    }
    ReadingSummary summary;
    summary.layout = plan.layout;
    FindingLog findings(finding, summary);
    RowReader rows(plan, mapping, places, segment, findings, summary);

    for (const auto& remark : plan.remarks)
        findings.add(remark);
    for (const auto& sample : samples)
        if (sample.number >= plan.layout.first_data_row) rows.read(sample.number, cells_of(sample));
    std::vector<formats::Cell> cells;
    while (table.next(cells)) {
        rows.read(table.row_number(), cells);
        if (progress && summary.rows % rows_between_progress == 0)
            progress(summary.rows, table.progress());
    }
    if (ground.earlier) rows.go_on_from(*ground.earlier);
    rows.finish();
    for (const auto& column : plan.single_texts)
        findings.add(Severity::information, "single_texts", 0, column, {});
    if (plan.dimensions_left_out > 0)
        findings.add(Severity::warning, "too_many_dimensions", 0, {},
                     std::to_string(plan.dimensions_left_out));
    if (summary.rows == 0) findings.add(Severity::warning, "no_rows", 0, {}, {});
    for (const auto& found : table.findings())
        findings.add(found);
    if (progress) progress(summary.rows, 1.0);
    return summary;
}

}  // namespace tenpoint::movements
