// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_activities.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "desks/activities/report_words.hpp"
#include "record/value_type.hpp"

namespace tenpoint::movements {
namespace {

using activities::ReportField;

// What a list of activity reports that Tenpoint made says of the records themselves, or by the
// directory: where it is read again, that is another.
constexpr std::array<std::string_view, 10> of_records{
    "id",    "owner", "visibility", "created_at",  "updated_at",
    "batch", "row",   "partner",    "implementer", "theme"};
constexpr std::size_t of_every_record = 5;

void leave_out_records(const ColumnLayout& layout,
                       std::vector<activities::SuggestedField>& fields) {
    const auto& headers = layout.headers;
    const auto is_there = [&](std::string_view name) {
        return std::ranges::find(headers, name) != headers.end();
    };
    if (!std::ranges::all_of(std::span(of_records).first(of_every_record), is_there)) return;
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (std::ranges::find(of_records, headers[i]) != of_records.end())
            fields[i] = {ReportField::skip, 100};
}

// What each column means by its hashtag or header.
std::vector<activities::SuggestedField> suggested_fields(const ColumnLayout& layout) {
    std::vector<activities::SuggestedField> fields(layout.headers.size());
    activities::ReportFields tagged;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!layout.tags[i]) continue;
        fields[i] = activities::field_of_tag(*layout.tags[i]);
        tagged.insert(fields[i].field);
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (layout.tags[i]) continue;
        const auto named = activities::field_of_header(layout.headers[i]);
        if (!tagged.contains(named.field)) fields[i] = named;
    }
    leave_out_records(layout, fields);
    return fields;
}

}  // namespace

ReportField report_field_of(const ColumnMeaning& meaning) {
    if (meaning.field == Field::skip) return ReportField::skip;
    if (meaning.report) return *meaning.report;
    if (meaning.field == Field::month) return ReportField::period;
    if (meaning.set.profile == Profile::host_community) return ReportField::host_community;
    return record::value_of<ReportField>(record::word_of(meaning.field))
        .value_or(ReportField::other);
}

bool holds_activities(const ColumnLayout& layout, const Mapping& known, bool decided) {
    if (known.content) return *known.content == Content::activities;
    if (std::ranges::any_of(known.columns,
                            [](const ColumnMeaning& column) { return column.report.has_value(); }))
        return true;
    if (decided) return false;
    activities::ReportFields fields;
    for (const auto& suggested : suggested_fields(layout))
        fields.insert(suggested.field);
    return activities::is_activity_sheet(fields);
}

void take_report_fields(Recognition& found,
                        const std::vector<std::optional<ColumnMeaning>>& known) {
    const auto suggested = suggested_fields(found.layout);
    for (std::size_t i = 0; i < found.columns.size(); ++i) {
        auto& column = found.columns[i];
        const bool is_blank = column.field == Field::skip && !known[i];
        column.report = known[i] ? report_field_of(*known[i]) : suggested[i].field;
        column.field =
            column.report == ReportField::skip || is_blank ? Field::skip : Field::dimension;
        if (column.field == Field::skip) column.report.reset();
        column.set = {};
        if (known[i]) continue;
        column.confidence = suggested[i].confidence;
        column.by = found.layout.tags[i]          ? RecognisedBy::hashtag
                    : suggested[i].confidence > 0 ? RecognisedBy::header
                                                  : RecognisedBy::nothing;
    }
    found.mapping.content = Content::activities;
}

void find_activity_gaps(Recognition& found) {
    const auto names_who = [](const RecognisedColumn& column) {
        return column.report == ReportField::organisation ||
               column.report == ReportField::implementing_partner;
    };
    if (std::ranges::none_of(found.columns, names_who))
        found.findings.push_back({Severity::error, "no_organisation", 0, "", "", "", ""});
}

}  // namespace tenpoint::movements
