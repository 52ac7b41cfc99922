// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/reading.hpp"

#include <algorithm>
#include <malloc.h>

#include "base/translations.hpp"
#include "read_text.hpp"

namespace tenpoint::movements {
namespace {

constexpr auto plain = R"({"set": {"indicator": "crossing", "place": "PAN-DARIEN"}, "columns": [
    {"column": "t", "field": "period"}, {"column": "nat", "field": "origin"},
    {"column": "n", "field": "count"}]})";

TEST(Reading, each_row_ends_as_used_rejected_or_skipped_with_its_reason) {
    struct Row {
        std::string cells, outcome;
    };
    const std::vector<Row> table{
        {"2024-01|VEN|1,022", "used"},
        {"2024-01|Venezuela|0", "used"},
        {"2024-01|COL|", "no_figure"},
        {"2024-01|COL|-", "no_figure"},
        {"||", "blank_row"},
        {"t|nat|n", "repeated_header"},
        {"Total|VEN|11", "total_row"},
        {"2024-13|VEN|1", "bad_date"},
        {"0000-05-01|VEN|1", "bad_date"},
        {"9999-W52|VEN|1", "bad_date"},
        {"|VEN|1", "missing_date"},
        {"03/04/2024|VEN|1", "ambiguous_date"},
        {"2024-01|Venezuele|1", "unknown_country"},
        {"2024-01|VEN|many", "bad_count"},
        {"2024-01|VEN|10,000,000,001", "impossible_count"},
        {"2024-01|VEN|-4", "negative_count"},
        {"2024-01|VEN|1.55", "fractional_count"},
        {"2024-01|VEN|<5", "suppressed_figure"},
    };
    for (const auto& [cells, outcome] : table) {
        const auto reading = read_text("t|nat|n\n2024-05|CUB|5\n2024-05|HTI|6\n" + cells, plain);
        const auto& summary = reading.summary;
        ASSERT_EQ(summary.rows, 3) << cells;
        const bool skipped = summary.skipped_by_reason.contains(outcome);
        const bool rejected = summary.rejected == 1 && summary.findings.contains(outcome);
        EXPECT_EQ(summary.used, outcome == "used" ? 3 : 2) << cells;
        EXPECT_TRUE(outcome == "used" || skipped || rejected) << cells;
        if (outcome == "used") continue;
        ASSERT_EQ(reading.findings.size(), 1U) << cells;
        EXPECT_EQ(reading.findings[0].code, outcome);
        EXPECT_EQ(reading.findings[0].row, 4);
        for (const auto language : all_languages)
            EXPECT_TRUE(has_translation(language, "findings." + outcome)) << outcome;
    }
}

TEST(Reading, months_with_years_of_two_digits_are_months_where_the_column_tells) {
    const auto reading = read_text("t|nat|n\nJan 24|VEN|5\nFeb 24|VEN|6\nMar 24|VEN|7", plain);
    ASSERT_EQ(reading.figures.size(), 3U);
    EXPECT_EQ(to_text(Period::from_code(reading.figures[1].period)), "2024-02");
    EXPECT_EQ(read_text("t|nat|n\nJan 24|VEN|5\nJan 25|VEN|6\nJan 26|VEN|7", plain)
                  .summary.findings.at("bad_date")
                  .count,
              3)
        << "which may be days";
}

TEST(Reading, years_of_other_calendars_and_slips_are_refused) {
    for (const auto* date : {"0001-05", "1024-05-01", "1445", "2567-01-31"}) {
        const auto reading =
            read_text("t|nat|n\n2024-05|CUB|5\n" + std::string{date} + "|VEN|1", plain);
        ASSERT_EQ(reading.findings.size(), 1U) << date;
        EXPECT_EQ(reading.findings[0].code, "year_out_of_range") << date;
        EXPECT_EQ(reading.findings[0].expected, std::string{date}.substr(0, 4));
    }
}

TEST(Reading, days_of_a_spreadsheet_may_have_a_time_behind_them) {
    const auto reading = read_text("t|nat|n\n45292.5|VEN|5", plain);
    ASSERT_EQ(reading.figures.size(), 1U);
    EXPECT_EQ(to_text(Period::from_code(reading.figures[0].period)), "2024-01-01");
}

TEST(Reading, a_header_without_rows_is_said) {
    EXPECT_EQ(read_text("t|nat|n", plain).summary.findings.at("no_rows").severity,
              Severity::warning);
}

TEST(Reading, a_finding_names_cell_text_and_likely_correction) {
    const auto reading = read_text("t|nat|n\n2024-05|CUB|5\n2024-01|Venezuele|1", plain);
    ASSERT_EQ(reading.findings.size(), 1U);
    EXPECT_EQ(reading.findings[0].column, "nat");
    EXPECT_EQ(reading.findings[0].text, "Venezuele");
    EXPECT_EQ(reading.findings[0].suggestion, "VEN");
}

TEST(Reading, cells_beyond_the_header_are_told_of_once_a_row) {
    std::string rows = "t|nat|n\n";
    for (int i = 0; i < 300; ++i)
        rows += "2024-05|CUB|" + std::to_string(i) + "\n";
    const auto reading = read_text(rows + "2024-05|HTI|5||x|y|z\n2024-06|HTI|6|v|w", plain);
    EXPECT_EQ(reading.summary.findings.at("cell_without_column").count, 2);
    const auto told = std::ranges::find(reading.findings, "cell_without_column", &Finding::code);
    EXPECT_EQ(told->text, "x•••");
}

TEST(Reading, a_figure_that_its_comma_cut_in_two_is_refused) {
    const auto reading = read_text(
        "t|nat|n\n2024-05|CUB|1|234\n2024-05|HTI|12|34\n2024-05|VEN|1|234|x\n"
        "2024-05|PER|1234|567\n2024-05|MEX|7",
        plain);
    ASSERT_EQ(reading.figures.size(), 4U);
    EXPECT_EQ(reading.summary.rejected, 1);
    EXPECT_EQ(reading.summary.findings.at("cell_without_column").count, 4);
    const auto told = std::ranges::find(reading.findings, "figure_cut_in_two", &Finding::code);
    ASSERT_NE(told, reading.findings.end());
    EXPECT_EQ(told->severity, Severity::error);
    EXPECT_EQ(told->row, 2);
    EXPECT_EQ(told->expected, "1,234");
    EXPECT_TRUE(reading.dimensions.empty());
}

TEST(Reading, totals_are_not_broken_down_and_blanks_are_unknown) {
    const auto reading = read_text(
        "t|nat|n\n2024-05|Total|5\n2024-05||6\n2024-05|NA|7\n2024-05|UNK|8\n2024-05|الإجمالي|9",
        plain);
    ASSERT_EQ(reading.figures.size(), 5U);
    EXPECT_EQ(reading.origin_of(0), "all");
    EXPECT_EQ(reading.origin_of(1), "unknown");
    EXPECT_EQ(reading.origin_of(2), "unknown") << "Namibia only among codes of two letters";
    EXPECT_EQ(reading.origin_of(3), "unknown");
    EXPECT_EQ(reading.origin_of(4), "all");
}

TEST(Reading, one_row_makes_a_figure_of_each_count_and_is_used_if_one_can_be_read) {
    const auto reading = read_text(
        "t|nat|dead|women|men\n2024-05-01|SYR|5|3|2\n2024-05-02|SYR|?!|1|\n2024-05-03|SYR|x|y|z",
        R"({"set": {"indicator": "death", "place": "GRC"}, "columns": [
            {"column": "t", "field": "period"}, {"column": "nat", "field": "origin"},
            {"column": "dead", "field": "count"},
            {"column": "women", "field": "count", "set": {"sex": "female"}},
            {"column": "men", "field": "count", "set": {"sex": "male", "indicator": "missing"}}]})");
    EXPECT_EQ(reading.summary.used, 2);
    EXPECT_EQ(reading.summary.rejected, 1);
    ASSERT_EQ(reading.figures.size(), 4U);
    EXPECT_EQ(reading.figures[1].sex, Sex::female);
    EXPECT_EQ(reading.figures[2].indicator, Indicator::missing);
    EXPECT_EQ(reading.summary.totals.at(Indicator::death), 5 + 3 + 1);
    EXPECT_EQ(reading.summary.findings.at("unread_figure").severity, Severity::warning);
    EXPECT_EQ(reading.summary.findings.at("bad_count").count, 3);
}

TEST(Reading, categories_may_change_over_time) {
    const auto reading =
        read_text("t|who|n\n2022-12|men|5\n2023-01|men|6\n2023-01|boys|7",
                  R"({"set": {"indicator": "crossing", "place": "PAN-DARIEN"}, "columns": [
            {"column": "t", "field": "period"}, {"column": "n", "field": "count"},
            {"column": "who", "field": "sex", "values": [
                {"text": "men", "until": "2022-12-31", "set": {"sex": "male"}},
                {"text": "men", "from": "2023-01-01", "set": {"sex": "male", "age": "adult"}},
                {"text": "boys", "set": {"sex": "male", "age": "child"}}]}]})");
    ASSERT_EQ(reading.figures.size(), 3U);
    EXPECT_EQ(reading.figures[0].age, AgeGroup::all);
    EXPECT_EQ(reading.figures[1].age, AgeGroup::adult);
    EXPECT_EQ(reading.figures[2].age, AgeGroup::child);
}

TEST(Reading, a_stretch_of_rows_may_count_a_longer_period) {
    const auto reading = read_text("t|n\n2019-01|5\n2020-01|6",
                                   R"({"set": {"indicator": "crossing", "place": "PAN-DARIEN"},
            "period_lengths": [{"until": "2019-12-31", "unit": "year"}],
            "columns": [{"column": "t", "field": "period"}, {"column": "n", "field": "count"}]})");
    ASSERT_EQ(reading.figures.size(), 2U);
    EXPECT_EQ(to_text(Period::from_code(reading.figures[0].period)), "2019");
    EXPECT_EQ(to_text(Period::from_code(reading.figures[1].period)), "2020-01");
    EXPECT_EQ(to_text(*reading.summary.first_day), "2019-01-01");
    EXPECT_EQ(to_text(*reading.summary.last_day), "2020-01-31");
}

TEST(Reading, a_date_may_stand_in_two_columns_or_in_the_mapping) {
    const auto in_two = read_text("year|month|n\n2021|Aug|5\n2021|9|6",
                                  R"({"set": {"indicator": "arrival", "place": "ITA"}, "columns": [
            {"column": "year", "field": "year"}, {"column": "month", "field": "month"},
            {"column": "n", "field": "count"}]})");
    ASSERT_EQ(in_two.figures.size(), 2U);
    EXPECT_EQ(to_text(Period::from_code(in_two.figures[0].period)), "2021-08");
    EXPECT_EQ(to_text(Period::from_code(in_two.figures[1].period)), "2021-09");
    const auto range = read_text("a|b|n\n2021-01-01|2021-03-31|5\n2021-01-02|2021-03-31|6",
                                 R"({"set": {"indicator": "arrival", "place": "ITA"}, "columns": [
            {"column": "a", "field": "period_from"}, {"column": "b", "field": "period_to"},
            {"column": "n", "field": "count"}]})");
    ASSERT_EQ(range.figures.size(), 1U);
    EXPECT_EQ(to_text(Period::from_code(range.figures[0].period)), "2021-Q1");
    EXPECT_EQ(range.summary.rejected, 1);
    const auto constant =
        read_text("x|n\na|5", R"({"set": {"indicator": "arrival", "place": "ITA"}, "period": "2023",
            "header_row": 1, "columns": [{"column": "n", "field": "count"}]})");
    ASSERT_EQ(constant.figures.size(), 1U);
    EXPECT_EQ(to_text(Period::from_code(constant.figures[0].period)), "2023");
}

TEST(Reading, a_column_with_both_orders_of_day_and_month_is_said) {
    const auto mixed =
        read_text("t|nat|n\n31/01/2024|VEN|1\n03/04/2024|CUB|2\n01/31/2024|HTI|3", plain);
    EXPECT_EQ(mixed.summary.used, 3);
    EXPECT_EQ(to_text(Period::from_code(mixed.figures[1].period)), "2024-04-03");
    EXPECT_EQ(mixed.findings.back().code, "date_order_mixed");
    EXPECT_EQ(mixed.findings.back().column, "t");
    const auto plainly = read_text("t|nat|n\n31/01/2024|VEN|1\n03/04/2024|CUB|2", plain);
    EXPECT_TRUE(plainly.findings.empty());
}

TEST(Reading, epidemiological_weeks_run_from_sunday_to_saturday) {
    const auto reading = read_text("t|nat|n\nepi week 7 2024|VEN|1\n2024-W07|CUB|2", plain);
    ASSERT_EQ(reading.figures.size(), 2U);
    const auto week = Period::from_code(reading.figures[0].period);
    EXPECT_EQ(to_text(week.first_day()), "2024-02-11");
    EXPECT_EQ(to_text(week.last_day()), "2024-02-17");
    EXPECT_EQ(to_text(Period::from_code(reading.figures[1].period).first_day()), "2024-02-12");
}

TEST(Reading, columns_without_a_meaning_are_kept_as_dimensions) {
    const auto reading =
        read_text("t|nat|n|Sector|Note\n2024-05|CUB|5|Tucson|\n2024-05|CUB|6|Yuma|x", plain);
    ASSERT_EQ(reading.dimensions.size(), 2U);
    EXPECT_EQ(reading.dimensions[0].name, "Sector");
    EXPECT_EQ(Reading::word(reading.dimensions[0].words, reading.extras[0][1]), "Yuma");
    EXPECT_EQ(Reading::word(reading.dimensions[1].words, reading.extras[1][0]), "unknown");
    EXPECT_EQ(reading.summary.findings.count("repeated_key"), 0U);
}

TEST(Reading, equal_keys_are_counted_twice_and_said) {
    const auto table = "t|nat|n\n2023-03|TWN|719\n2023-03|TWN|1";
    const auto figures = read_text(table, plain);
    EXPECT_EQ(figures.summary.totals.at(Indicator::crossing), 720);
    EXPECT_EQ(figures.summary.findings.at("repeated_key").severity, Severity::warning);
    EXPECT_EQ(figures.findings.back().row, 3);
    auto events = mapping_from_text(plain).value();
    events.events = true;
    TextTable text(table);
    EXPECT_EQ(read(text, events).value().summary.findings.at("equal_events").severity,
              Severity::information);
}

TEST(Reading, filters_leave_rows_out_for_the_reason_given) {
    auto mapping = mapping_from_text(plain).value();
    mapping.filters = {{"nat", 0, {}, {"cub"}, "counted elsewhere"},
                       {"nat", 0, {"VEN", "CUB"}, {}, "another corridor"}};
    TextTable table("t|nat|n\n2024-05|CUB|5\n2024-05|VEN|6\n2024-05|HTI|bad");
    const auto reading = read(table, mapping).value();
    EXPECT_EQ(reading.summary.used, 1);
    EXPECT_EQ(reading.summary.skipped_by_reason.at("counted elsewhere"), 1);
    EXPECT_EQ(reading.summary.skipped_by_reason.at("another corridor"), 1);
    EXPECT_EQ(reading.findings[0].expected, "counted elsewhere");
}

TEST(Reading, a_filter_spares_rows_that_another_column_names) {
    auto mapping = mapping_from_text(plain).value();
    mapping.filters = {{"nat", 0, {"VEN"}, {}, "elsewhere", {{"q", 0, {"here", ""}}}}};
    TextTable table(
        "t|nat|q|n\n2024-05|CUB|there|5\n2024-05|CUB|Here|6\n2024-05|CUB| |7\n"
        "2024-05|VEN|there|8\n2024-05|CUB|there|9");
    const auto reading = read(table, mapping).value();
    EXPECT_EQ(reading.summary.used, 3);
    EXPECT_EQ(reading.summary.totals.at(Indicator::crossing), 6 + 7 + 8);
    EXPECT_EQ(reading.summary.skipped_by_reason.at("elsewhere"), 2);
    mapping.filters[0].unless[0].column = "gone";
    TextTable again("t|nat|q|n\n2024-05|CUB|there|5");
    EXPECT_EQ(read(again, mapping).error().fields.at(0).pointer, "/filters/0/unless/0/column");
}

TEST(Reading, a_part_of_a_name_leads_to_the_countries_that_have_it) {
    const auto reading = read_text("t|nat|n\n2024-05|CUB|5\n2024-05|Korea|6", plain);
    ASSERT_EQ(reading.findings.size(), 1U);
    EXPECT_EQ(reading.findings[0].expected, "KOR, PRK");
    EXPECT_EQ(reading.findings[0].suggestion, "");
}

TEST(Reading, places_and_coordinates) {
    const auto reading = read_text(
        "t|route|where|n\n2021-08-31|central mediterranean ROUTE|28.025544671905, -13.78|2\n"
        "2021-08-31|Italy|north, west|1\n2021-08-31||1, 2|3\n2021-08-31|Central Mediteranean "
        "route||4",
        R"({"set": {"indicator": "death"}, "columns": [{"column": "t", "field": "period"},
            {"column": "route", "field": "place"}, {"column": "where", "field": "coordinates"},
            {"column": "n", "field": "count"}]})");
    ASSERT_EQ(reading.figures.size(), 2U);
    EXPECT_EQ(reading.place_of(0), "ROUTE-CENTRAL-MED");
    EXPECT_EQ(reading.figures[0].latitude, 28'025'545);
    EXPECT_EQ(reading.figures[0].longitude, -13'780'000);
    EXPECT_EQ(reading.place_of(1), "ITA");
    EXPECT_EQ(reading.figures[1].latitude, no_coordinate);
    EXPECT_EQ(reading.summary.findings.at("bad_coordinate").count, 1);
    EXPECT_EQ(reading.summary.findings.at("missing_place").count, 1) << "a point names none";
    EXPECT_EQ(reading.summary.findings.at("unknown_place").count, 1);
    EXPECT_EQ(reading.findings.back().suggestion, "ROUTE-CENTRAL-MED");
}

TEST(Reading, refuses_a_mapping_that_does_not_fit_or_leaves_something_open) {
    TextTable table("t|nat|n\n2024-05|CUB|5\n2024-05|VEN|6");
    const auto absent = read(table, mapping_from_text(R"({"columns": [{"column": "nation",
        "field": "origin"}]})")
                                        .value());
    ASSERT_FALSE(absent);
    EXPECT_EQ(absent.error().code, ProblemCode::unknown_field_in_mapping);
    EXPECT_EQ(absent.error().fields[0].arguments[0], "nation");

    TextTable again("t|nat|n\n2024-05|CUB|5\n2024-05|VEN|6");
    const auto open = read(again, mapping_from_text(R"({"set": {"place": "Atlantis"}, "columns": [
        {"column": "nat", "field": "origin"}]})")
                                      .value());
    ASSERT_FALSE(open);
    EXPECT_EQ(open.error().code, ProblemCode::incomplete_mapping);
    std::vector<std::string> codes;
    for (const auto& field : open.error().fields)
        codes.push_back(field.code);
    EXPECT_EQ(codes, (std::vector<std::string>{"missing_count_column", "missing_period",
                                               "missing_indicator", "no_such_place"}));
    EXPECT_EQ(open.error().fields.back().arguments, std::vector<std::string>{"Atlantis"});

    TextTable third("t|nat|n\n2024-05|CUB|5\n2024-05|VEN|6");
    const auto slip = read(third, mapping_from_text(R"({"set": {"place": "PAN-DARIEM"}})").value());
    const std::vector<std::string> named{"PAN-DARIEM", "PAN-DARIEN"};
    EXPECT_EQ(slip.error().fields.back().code, "unknown_place");
    EXPECT_EQ(slip.error().fields.back().arguments, named);
}

// A table as a workbook gives it: what looks like a number is a number cell.
class WorkbookTable : public TextTable {
  public:
    using TextTable::TextTable;
    bool next(std::vector<formats::Cell>& cells) override {
        if (!TextTable::next(cells)) return false;
        for (auto& cell : cells)
            if (cell.text.find_first_not_of("0123456789.") == std::string_view::npos)
                cell.kind = formats::CellKind::number;
        return true;
    }
};

Reading read_workbook(std::string_view table) {
    WorkbookTable workbook(table);
    return read(workbook, mapping_from_text(plain).value()).value();
}

TEST(Reading, a_workbook_s_numbers_are_days_only_where_they_have_five_digits) {
    const std::vector<std::pair<std::string, std::string>> table{
        {"44197", "2021-01-01"},    {"44197.5", "2021-01-01"}, {"202101", "2021-01"},
        {"20210131", "2021-01-31"}, {"2021", "2021"},
    };
    for (const auto& [cell, period] : table) {
        const auto reading = read_workbook("t|nat|n\n" + cell + "|VEN|1\n" + cell + "|CUB|1");
        ASSERT_EQ(reading.figures.size(), 2U) << cell;
        EXPECT_EQ(to_text(Period::from_code(reading.figures[0].period)), period);
    }
    EXPECT_EQ(
        read_workbook("t|nat|n\n2021|VEN|1\n202113|VEN|1").summary.findings.at("bad_date").count, 1)
        << "there is no month 13";
}

TEST(Reading, a_workbook_s_number_has_a_point_and_no_thousands) {
    const auto table = "t|nat|n\n2024-01|VEN|2.345\n2024-01|CUB|2345\n2024-01|HTI|2345.0";
    const auto until = std::string_view(table).rfind('\n');
    const auto reading = read_workbook({table, until});
    EXPECT_EQ(reading.summary.findings.at("fractional_count").count, 1);
    ASSERT_EQ(reading.figures.size(), 1U);
    EXPECT_EQ(reading.figures[0].count, 2345);
    EXPECT_EQ(read_workbook(table).summary.totals.at(Indicator::crossing), 4690);
    EXPECT_EQ(read_text({table, until}, plain).summary.totals.at(Indicator::crossing), 4690)
        << "in a text file the point groups thousands";
}

TEST(Reading, refuses_two_columns_that_mean_what_a_row_has_once) {
    for (const auto* field : {"period", "period_from", "latitude", "coordinates"}) {
        auto twice = mapping_from_text(plain).value();
        twice.columns[2].field = Field::count;
        const auto both =
            mapping_from_text(std::string(R"({"columns": [{"column": "a", "field": ")") + field +
                              R"("}, {"column": "b", "field": ")" + field + R"("}]})");
        for (const auto& column : both.value().columns)
            twice.columns.push_back(column);
        if (std::string_view{field} == "period") twice.columns.pop_back();
        TextTable table("t|nat|n|a|b\n2024-05|CUB|5|2024-05|2024-06\n2024-05|VEN|6|1|2");
        const auto refused = read(table, twice);
        ASSERT_FALSE(refused) << field;
        EXPECT_EQ(refused.error().code, ProblemCode::invalid_fields);
        ASSERT_EQ(refused.error().fields.size(), 1U) << field;
        EXPECT_EQ(refused.error().fields[0].pointer,
                  "/columns/" + std::to_string(twice.columns.size() - 1) + "/field");
        EXPECT_EQ(refused.error().fields[0].code, "repeated");
    }
}

TEST(Reading, suggests_for_the_first_thousand_unknown_texts_of_a_column) {
    std::string table = "t|nat|n";
    for (int i = 0; i < 1200; ++i)
        table += "\n2024-01|Xyzzy" + std::to_string(i) + "|1";
    table += "\n2024-01|Venezuele|1";
    auto late = read_text(table, plain);
    EXPECT_EQ(late.findings.back().text, "Venezuele");
    EXPECT_EQ(late.findings.back().suggestion, "");
    EXPECT_EQ(late.summary.findings.at("unknown_country").count, 1201);
    EXPECT_EQ(
        read_text("t|nat|n\n2024-01|Venezuele|1\n2024-01|CUB|1", plain).findings.back().suggestion,
        "VEN");
}

// Rows that are each dated by another text which is no date.
class HostileTable : public formats::TableReader {
  public:
    bool next(std::vector<formats::Cell>& cells) override {
        if (row_ == 70'000) early_ = allocated();
        if (row_ == 270'000) {
            grown_ = allocated() - early_;
            return false;
        }
        text_ = row_ == 0 ? "t" : "day " + std::to_string(row_);
        cells = {{text_}, {row_ == 0 ? "nat" : "VEN"}, {row_ == 0 ? "n" : "1"}};
        ++row_;
        return true;
    }
    std::int64_t row_number() const override { return row_; }
    double progress() const override { return 1.0; }
    const Findings& findings() const override { return findings_; }

    std::int64_t grown() const { return grown_; }

  private:
    static std::int64_t allocated() {
        const auto info = ::mallinfo2();
        return static_cast<std::int64_t>(info.uordblks + info.hblkhd);
    }

    std::int64_t row_ = 0, early_ = 0, grown_ = 0;
    std::string text_;
    Findings findings_;
};

TEST(Reading, memory_does_not_grow_with_a_file_of_bad_dates) {
    HostileTable table;
    SegmentWriter writer([](const EncodedChunk&) {});
    const auto summary =
        read_table(table, mapping_from_text(plain).value(), test_places(), writer).value();
    EXPECT_EQ(summary.rejected, 269'999);
    EXPECT_LT(table.grown(), 1'000'000);
}

TEST(Reading, names_the_right_finding_of_each_date_beyond_those_remembered) {
    std::string table = "t|nat|n";
    for (int i = 0; i < 66'000; ++i)
        table += "\nday " + std::to_string(i) + "|VEN|1";
    table += "\n03/04/2024|VEN|1\nnever|VEN|1\n|VEN|1";
    const auto findings = read_text(table, plain).findings;
    ASSERT_EQ(findings.size(), 66'003U);
    EXPECT_EQ(findings[65'999].code, "bad_date");
    EXPECT_EQ(findings[66'000].code, "ambiguous_date");
    EXPECT_EQ(findings[66'001].code, "bad_date");
    EXPECT_EQ(findings[66'002].code, "missing_date");
}

}  // namespace
}  // namespace tenpoint::movements
