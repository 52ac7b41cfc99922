// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/activity_reading.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include "base/text.hpp"
#include "desks/activities/report_reader.hpp"
#include "desks/activities/report_words.hpp"
#include "desks/movements/recognition_activities.hpp"
#include "desks/movements/recognition_personal.hpp"
#include "desks/movements/recognition_wide.hpp"
#include "desks/movements/repeated_rows.hpp"
#include "desks/movements/row_sifting.hpp"
#include "formats/countries.hpp"

namespace tenpoint::movements {
namespace {

using activities::ReportField;

// A mapping laid over the columns of one sheet.
struct ActivityPlan {
    ColumnLayout layout;
    std::vector<activities::ReportColumn> columns;
    std::vector<PlannedFilter> filters;
    std::vector<std::string> personal;       // about persons, not read
    std::vector<std::string> personal_kept;  // that seem to be, and are read
    activities::SheetConstants constants;
};

bool is_filled(std::span<const SampleRow> rows, const ColumnLayout& layout, std::size_t column) {
    return std::ranges::any_of(rows, [&](const SampleRow& row) {
        return layout.holds_data(row.number) && column < row.texts.size() &&
               !trimmed(row.texts[column]).empty();
    });
}

int year_in(const Period& period) {
    return int(std::chrono::year_month_day(period.first_day()).year());
}

activities::SheetConstants constants_of(std::span<const SampleRow> rows, const ColumnLayout& layout,
                                        const Mapping& mapping, const TableNames& names) {
    activities::SheetConstants constants;
    if (const auto* country = formats::find_country(mapping.set.place.value_or("")))
        constants.country = country->alpha3;
    if (mapping.period)
        constants.year = year_in(*mapping.period);
    else if (const auto title = year_of_title(rows, layout, names))
        constants.year = year_in(title->period);
    return constants;
}

// A short name stands behind the long one.
void put_surest_first(std::vector<activities::ReportColumn>& columns) {
    std::ranges::stable_sort(columns, std::greater{}, [](const auto& column) {
        return activities::field_of_header(column.header).confidence;
    });
}

Result<ActivityPlan> plan_activities(std::span<const SampleRow> rows, const Mapping& mapping,
                                     const TableNames& names) {
    ActivityPlan plan;
    plan.layout = find_wide_layout(rows, mapping.header_row);
    const auto& layout = plan.layout;
    TENPOINT_CHECK(require_columns(layout, mapping));
    std::vector<std::optional<ColumnMeaning>> meanings(layout.headers.size());
    for (const auto& meaning : mapping.columns)
        meanings[*find_column(layout, meaning.column, meaning.number)] = meaning;
    bool names_who = false;
    for (std::size_t i = 0; i < meanings.size(); ++i) {
        auto field = meanings[i]                  ? report_field_of(*meanings[i])
                     : mapping.skip_other_columns ? ReportField::skip
                                                  : ReportField::other;
        const auto sign = personal_sign(rows, layout, i);
        const bool is_said = meanings[i] && field != ReportField::skip;
        if (sign != PersonalSign::none && (sign == PersonalSign::cells || !is_said)) {
            plan.personal.push_back(name_of_column(layout, i));
            field = ReportField::skip;
        } else if (sign != PersonalSign::none &&
                   (sign != PersonalSign::within || field == ReportField::other)) {
            plan.personal_kept.push_back(name_of_column(layout, i));
        }
        names_who = names_who || field == ReportField::organisation ||
                    field == ReportField::implementing_partner;
        if (field == ReportField::skip) continue;
        auto& column = plan.columns.emplace_back();
        column = {i, name_of_column(layout, i), field, {}, is_filled(rows, layout, i)};
        if (!meanings[i]) continue;
        for (const auto& value : meanings[i]->values)
            if (value.set.place) column.meant.emplace(folded(value.text), *value.set.place);
    }
    put_surest_first(plan.columns);
    plan.filters = plan_filters(rows, layout, mapping);
    plan.constants = constants_of(rows, layout, mapping, names);
    if (!names_who)
        return Problem{ProblemCode::incomplete_mapping,
                       "mapping",
                       {{"/columns", "missing_organisation_column"}}};
    return plan;
}

// Of two columns for one number the first counts, and a person should know which that is.
void say_what_counts(const ActivityPlan& plan, FindingLog& findings) {
    std::map<ReportField, std::string_view> first;
    for (const auto& column : plan.columns) {
        if (!activities::is_number(column.field)) continue;
        const auto [known, is_new] = first.try_emplace(column.field, column.header);
        if (!is_new)
            findings.add(Severity::warning, "same_meaning", 0, column.header, known->second);
    }
}

// Counts what becomes of each row, and the days that the reports are about.
class ActivityRows {
  public:
    ActivityRows(const ActivityPlan& plan, const activities::ReportGround& ground,
                 const ReportSink& report, FindingLog& findings, ReadingSummary& summary)
        : sieve_(plan.layout, plan.filters, findings, summary),
          reader_(plan.columns, ground, plan.constants),
          report_(report),
          summary_(summary),
          found_([&findings](const Finding& finding) { findings.add(finding); }) {}

    void read(std::int64_t number, std::span<const formats::Cell> cells) {
        ++summary_.rows;
        if (sieve_.skips(number, cells)) return;
        if (const auto first = repetitions_.first_like(number, cells))
            found_({Severity::warning, "row_repeats", number, "", "", std::to_string(*first), ""});
        const auto report = reader_.read(number, cells, found_);
        ++(report ? summary_.used : summary_.rejected);
        if (!report) return;
        ++summary_.observations;
        has_country_ = has_country_ || report->country;
        if (report->period) {
            const auto first = report->period->first_day();
            const auto last = report->period->last_day();
            summary_.first_day = std::min(summary_.first_day.value_or(first), first);
            summary_.last_day = std::max(summary_.last_day.value_or(last), last);
        }
        report_(*report);
    }

    // What no row says is said once.
    void finish() {
        const auto say = [&](const char* code) {
            found_({Severity::warning, code, 0, "", "", "", ""});
        };
        if (summary_.used == 0) return;
        if (!has_country_) say("sheet_without_country");
        if (!summary_.first_day) say("sheet_without_month");
    }

  private:
    RowSieve sieve_;
    activities::ReportReader reader_;
    const ReportSink& report_;
    ReadingSummary& summary_;
    std::function<void(const Finding&)> found_;
    RepeatedRows repetitions_;
    bool has_country_ = false;
};

}  // namespace

Result<ReadingSummary> read_activities(formats::TableReader& table, const Mapping& mapping,
                                       const activities::ReportGround& ground,
                                       const TableNames& names, const ReportSink& report,
                                       const FindingSink& finding,
                                       const ReadingProgress& progress) {
    constexpr std::int64_t rows_between_progress = 1024;
    const auto samples = read_samples(table, mapping.header_row);
    TENPOINT_TRY(plan, plan_activities(samples, mapping, names));
    ReadingSummary summary;
    summary.layout = plan.layout;
    FindingLog findings(finding, summary);
    for (const auto& column : plan.personal)
        findings.add(Severity::warning, "personal_column", 0, column, {});
    for (const auto& column : plan.personal_kept)
        findings.add(Severity::warning, "personal_column_kept", 0, column, {});
    say_what_counts(plan, findings);
    ActivityRows rows(plan, ground, report, findings, summary);
    for (const auto& sample : samples)
        if (sample.number >= plan.layout.first_data_row) rows.read(sample.number, cells_of(sample));
    std::vector<formats::Cell> cells;
    while (table.next(cells)) {
        rows.read(table.row_number(), cells);
        if (progress && summary.rows % rows_between_progress == 0)
            progress(summary.rows, table.progress());
    }
    rows.finish();
    for (const auto& found : table.findings())
        findings.add(found);
    if (progress) progress(summary.rows, 1.0);
    return summary;
}

}  // namespace tenpoint::movements
