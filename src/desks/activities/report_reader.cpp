// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/report_reader.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.hpp"
#include "desks/activities/cell_texts.hpp"
#include "desks/activities/report_rules.hpp"
#include "desks/activities/sector_words.hpp"
#include "formats/countries.hpp"
#include "formats/dates.hpp"
#include "formats/number.hpp"
#include "record/value_type.hpp"

namespace tenpoint::activities {
namespace {

constexpr std::size_t longest_finding_text = 200;
// More than there are people, or dollars in a plan: a slip.
constexpr double most_counted = 10'000'000'000;

// A value or an amount is whole; what is above nothing stays so.
std::int64_t rounded(double number) {
    return number > 0 ? std::max<std::int64_t>(1, std::llround(number)) : 0;
}

}  // namespace

// The row that is being read, with what is found on the way.
struct ReportReader::Row {
    const std::vector<ReportColumn>& columns;
    std::span<const formats::Cell> cells;
    const std::function<void(const Finding&)>& found;
    ActivityReport report;
    std::int64_t number = 0;
    bool rejected = false;

    struct Filled {
        const ReportColumn* column = nullptr;
        std::string_view text{};
        formats::CellKind kind{};

        explicit operator bool() const { return column != nullptr; }
    };

    std::string_view text_in(const ReportColumn& column) const {
        const auto text =
            column.index < cells.size() ? trimmed(cells[column.index].text) : std::string_view{};
        return says_nothing(text, column.field) ? std::string_view{} : text;
    }
    static std::string_view meant_by(const ReportColumn& column, std::string_view text) {
        if (column.meant.empty()) return text;
        const auto meant = column.meant.find(folded(text));
        return meant == column.meant.end() ? text : meant->second;
    }
    // The first column of that meaning whose cell is filled.
    Filled first(ReportField field) const {
        for (const auto& column : columns)
            if (column.field == field)
                if (const auto text = text_in(column); !text.empty())
                    return {&column, meant_by(column, text), cells[column.index].kind};
        return {};
    }
    std::optional<std::string> text(ReportField field) const {
        const auto filled = first(field);
        return filled ? std::optional(std::string(filled.text)) : std::nullopt;
    }
    std::string_view header(ReportField field) const {
        const auto column = std::ranges::find(columns, field, &ReportColumn::field);
        return column == columns.end() ? std::string_view{} : column->header;
    }
    void say(Severity severity, std::string_view code, std::string_view column,
             std::string_view text, std::string_view expected = {},
             std::string_view suggestion = {}) {
        found({severity, std::string(code), number, std::string(column),
               shortened(text, longest_finding_text), std::string(expected),
               std::string(suggestion)});
        rejected = rejected || severity == Severity::error;
    }
};

ReportReader::ReportReader(std::vector<ReportColumn> columns, const ReportGround& ground,
                           SheetConstants constants)
    : columns_(std::move(columns)),
      ground_(ground),
      constants_(std::move(constants)),
      places_(*ground.places) {
    for (const auto& column : columns_) {
        if (column.field == ReportField::other || column.field == ReportField::skip) continue;
        sheet_.headed.insert(column.field);
        if (column.filled) sheet_.filled.insert(column.field);
    }
}

std::optional<ActivityReport> ReportReader::read(std::int64_t number,
                                                 std::span<const formats::Cell> cells,
                                                 const std::function<void(const Finding&)>& found) {
    Row row{columns_, cells, found, {}, number};
    row.report.row = number;
    for (auto& column : columns_)
        if (!column.filled && !row.text_in(column).empty()) {
            column.filled = true;
            if (sheet_.headed.contains(column.field)) sheet_.filled.insert(column.field);
        }
    read_places(row);
    read_partners(row);
    read_period(row);
    read_what(row);
    read_numbers(row);
    keep_others(row);
    // What a cell that cannot be read would have said is no broken rule.
    if (row.rejected) return std::nullopt;
    for (const auto& rule : broken_rules(row.report, sheet_, ground_.plan))
        row.say(Severity::error, rule.code, row.header(rule.field), rule.text, rule.expected);
    if (row.rejected) return std::nullopt;
    const auto sound = record::kind_info<ActivityReport>().check(record::to_row(row.report));
    if (!sound)
        for (const auto& problem : sound.error().fields) {
            const auto field = record::value_of<ReportField>(problem.pointer.substr(1));
            row.say(Severity::error, "text_too_long", field ? row.header(*field) : "", "",
                    problem.arguments.empty() ? "" : problem.arguments.front());
        }
    if (row.rejected) return std::nullopt;
    return std::move(row.report);
}

void ReportReader::read_places(Row& row) {
    auto& report = row.report;
    std::string country = constants_.country;
    if (const auto cell = row.first(ReportField::country)) {
        const auto* known = formats::find_country(cell.text);
        if (known && !known->is_group()) {
            country = known->alpha3;
        } else {
            const auto* near = formats::suggest_country(cell.text);
            const auto several = near ? std::string{} : formats::countries_named_in_part(cell.text);
            row.say(Severity::error, "unknown_country", cell.column->header, cell.text,
                    several.empty() ? "Chad, TCD" : several, near ? near->alpha3 : "");
        }
    }
    if (country.empty()) country = country_by_code(row);
    std::string area;
    const auto find = [&](ReportField name, ReportField code, AreaLevel level,
                          std::optional<std::string>& written, std::optional<std::string>& known) {
        written = row.text(name);
        known = row.text(code);
        const auto cell = known ? row.first(code) : row.first(name);
        if (!cell) return;
        const auto& place = places_.find(cell.text, level, area, country);
        if (!place.code.empty()) known = area = place.code;
        if (country.empty()) country = places_.country_of(place.code);
        if (place.finding.empty()) return;
        const auto severity =
            place.finding == "place_elsewhere" ? Severity::error : Severity::warning;
        row.say(severity, place.finding, cell.column->header, cell.text,
                area.empty() ? country : area, place.suggestion);
    };
    find(ReportField::admin1, ReportField::admin1_code, AreaLevel::first, report.admin1,
         report.admin1_code);
    find(ReportField::admin2, ReportField::admin2_code, AreaLevel::second, report.admin2,
         report.admin2_code);
    if (!country.empty()) report.country = country;
}

std::string ReportReader::country_by_code(const Row& row) const {
    for (const auto& column : columns_) {
        const bool is_code = column.field == ReportField::admin1_code ||
                             column.field == ReportField::admin2_code ||
                             (column.field == ReportField::other && names_pcodes(column.header));
        if (!is_code) continue;
        if (auto country = places_.country_of(std::string(row.text_in(column))); !country.empty())
            return country;
    }
    return {};
}

void ReportReader::read_partners(Row& row) {
    auto& report = row.report;
    report.organisation = row.text(ReportField::organisation).value_or("");
    report.implementing_partner = row.text(ReportField::implementing_partner);
    // Sheets that name only those who do the work are about them.
    if (!sheet_.count(ReportField::organisation))
        report.organisation = report.implementing_partner.value_or("");
    for (const auto field : {ReportField::organisation, ReportField::implementing_partner}) {
        const auto cell = row.first(field);
        if (!cell) continue;
        const auto [known, is_new] = partners_.try_emplace(std::string(cell.text));
        if (is_new && !ground_.partners.find(cell.text))
            known->second = ground_.partners.suggest(cell.text);
        if (known->second)
            row.say(Severity::warning, "unknown_organisation", cell.column->header, cell.text, {},
                    *known->second);
    }
}

void ReportReader::read_period(Row& row) {
    auto year = constants_.year;
    if (const auto cell = row.first(ReportField::year))
        if (const auto given = formats::parse_date(cell.text);
            given && given->period.unit() == PeriodUnit::year)
            year = int(std::chrono::year_month_day(given->period.first_day()).year());
    const auto cell = row.first(ReportField::period);
    if (!cell) return;
    auto& period = row.report.period;
    if (const auto month = bare_month(cell.text)) {
        if (year) period = month_of(*year, *month);
        if (!period) row.say(Severity::error, "month_without_year", cell.column->header, cell.text);
    } else if (const auto date = formats::parse_date(
                   cell.text, formats::DateOrder(formats::DayMonthOrder::day_first))) {
        period = as_month(date->period);
        if (period->unit() != PeriodUnit::month)
            row.say(Severity::error, "not_a_month", cell.column->header, cell.text,
                    "2025-08, August 2025");
    } else {
        row.say(Severity::error, "bad_date", cell.column->header, cell.text,
                "2025-08, August 2025");
    }
    if (period && ground_.today && *ground_.today < period->first_day())
        row.say(Severity::warning, "month_to_come", cell.column->header, cell.text);
}

void ReportReader::read_what(Row& row) {
    auto& report = row.report;
    report.indicator = row.text(ReportField::indicator);
    read_sector(row);
    report.activity = row.text(ReportField::activity);
    report.description = row.text(ReportField::description);
    report.mechanism = row.text(ReportField::mechanism);
    if (const auto type = row.text(ReportField::type)) report.type = activity_type_of(*type);
    if (report.theme && report.indicator)
        if (const auto* known = ground_.plan.find(*report.theme, *report.indicator))
            report.type = known->type;
    const auto read = [&](ReportField field, std::optional<bool>& answer) {
        const auto cell = row.first(field);
        if (!cell) return;
        answer = yes_or_no(cell.text);
        if (!answer) row.say(Severity::error, "not_yes_or_no", cell.column->header, cell.text);
    };
    read(ReportField::through_partner, report.through_partner);
    read(ReportField::in_plan, report.in_plan);
    read(ReportField::cash, report.cash);
}

void ReportReader::read_sector(Row& row) {
    const auto cell = row.first(ReportField::sector);
    if (!cell) return;
    auto& report = row.report;
    report.sector = std::string(cell.text);
    report.theme = theme_of_sector(cell.text);
    if (report.theme || is_known_sector(cell.text)) return;
    // The rules of its sector would pass over the row.
    const bool is_in_plan = sheet_.bears_plan() && report.indicator &&
                            ground_.plan.sector_of(*report.indicator).has_value();
    const auto [nearest, is_new] = sectors_.try_emplace(std::string(cell.text));
    if (is_new) nearest->second = nearest_sector(cell.text);
    row.say(is_in_plan ? Severity::error : Severity::warning, "unknown_sector", cell.column->header,
            cell.text, {}, nearest->second);
}

void ReportReader::read_numbers(Row& row) {
    const auto style_of = [](const Row::Filled& cell) {
        return cell.kind == formats::CellKind::number
                   ? formats::NumberStyle(formats::DecimalSign::point)
                   : formats::NumberStyle();
    };
    record::for_each_member<ActivityReport>([&]<class D>(D) {
        using V = record::MemberType<ActivityReport, D>;
        if constexpr (std::same_as<V, std::optional<std::int64_t>>) {
            const auto field = record::value_of<ReportField>(D::name);
            const auto cell = field ? row.first(*field) : Row::Filled{};
            if (!cell) return;
            // Money and things may come in parts, people do not.
            const bool whole = *field != ReportField::value_usd && *field != ReportField::output;
            if (whole) {
                const auto count = formats::parse_count(cell.text, style_of(cell));
                if (count && *count <= std::int64_t(most_counted))
                    row.report.*D::pointer = *count;
                else if (count.kind == formats::NumberKind::suppressed)
                    row.say(Severity::warning, "suppressed_figure", cell.column->header, cell.text);
                else if (count)
                    row.say(Severity::error, "impossible_count", cell.column->header, cell.text);
                else if (count.kind != formats::NumberKind::blank)
                    row.say(Severity::error, finding_of(count.kind), cell.column->header,
                            cell.text);
                return;
            }
            const auto text =
                *field == ReportField::value_usd ? without_currency(cell.text) : cell.text;
            const auto number = formats::parse_decimal(text, style_of(cell));
            if (number && *number >= 0 && *number <= most_counted)
                row.report.*D::pointer = rounded(*number);
            else if (number && *number < 0)
                row.say(Severity::error, "negative_count", cell.column->header, cell.text);
            else if (number.kind != formats::NumberKind::blank)
                row.say(Severity::error, "bad_count", cell.column->header, cell.text);
        }
    });
}

void ReportReader::keep_others(Row& row) {
    for (const auto& column : columns_) {
        if (column.field == ReportField::skip) continue;
        const auto text = row.text_in(column);
        if (text.empty()) continue;
        if (column.field != ReportField::other && row.first(column.field).column == &column)
            continue;
        row.report.others.value[column.header] = text;
    }
}

}  // namespace tenpoint::activities
