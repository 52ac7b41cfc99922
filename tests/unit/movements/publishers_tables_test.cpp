// SPDX-License-Identifier: Apache-2.0
//
// Tables as statistical offices publish them: the year in the title alone, nationalities by what
// people are called, sums at every level among their parts.
#include <algorithm>

#include "desks/movements/reading_categories.hpp"
#include "desks/movements/recognition_words.hpp"
#include "desks/movements/total_rows.hpp"
#include "desks/movements/years_of_age.hpp"
#include "read_text.hpp"

namespace tenpoint::movements {
namespace {

Mapping crossings_published() {
    Mapping mapping;
    mapping.set.indicator = Indicator::crossing;
    mapping.set.place = "PAN-DARIEN";
    return mapping;
}

// As an officer lets it be read who has chosen what is counted and where.
struct Published {
    Recognition found;
    ReadingSummary summary;
    std::vector<std::string> lines;  // "2024-01 VEN 12", in the order of the file
    Findings findings;
};

Published read_published(std::string_view text, const TableNames& names = {}) {
    TextTable first(text), table(text);
    Published out{recognise(first, crossings_published(), names), {}, {}, {}};
    std::vector<std::string> chunks;
    SegmentWriter writer([&](EncodedChunk chunk) { chunks.push_back(std::move(chunk.bytes)); });
    const auto keep = [&](const Finding& finding) { out.findings.push_back(finding); };
    auto summary = read_table(table, out.found.mapping, test_places(), writer, keep, {}, names);
    if (!summary) return out;
    out.summary = std::move(*summary);
    const auto segment = SegmentReader::open(writer.finish().bytes).value();
    for (const auto& chunk : chunks) {
        ChunkColumns columns;
        segment.read(chunk, {true, true, true, true, true}, columns).value();
        for (std::size_t i = 0; i < columns.observations; ++i) {
            const auto figure = columns.at(i);
            const auto origin = Reading::word(segment.origins(), figure.origin);
            out.lines.push_back(to_text(Period::from_code(figure.period)) + ' ' + origin + ' ' +
                                std::to_string(figure.count));
        }
    }
    return out;
}

using Lines = std::vector<std::string>;

// What the findings of one code name.
Lines named_by(const Published& read, std::string_view code) {
    Lines texts;
    for (const auto& finding : read.findings)
        if (finding.code == code) texts.push_back(finding.text);
    return texts;
}

TEST(PublishersTables, months_have_the_year_of_the_title_the_sheet_or_the_file) {
    const std::string months = "Mes|Nacionalidad|n\nEnero|Cuba|5\nFebrero|Cuba|6\nTotal||11";
    const Lines in_2024{"2024-01 CUB 5", "2024-02 CUB 6"};
    const auto titled = read_published("Ingresos irregulares, 2024||\n||\n" + months);
    EXPECT_EQ(titled.lines, in_2024);
    EXPECT_EQ(named_by(titled, "year_of_title"), Lines{"Ingresos irregulares, 2024"});
    EXPECT_EQ(titled.summary.skipped, 1);
    EXPECT_EQ(read_published(months, {"2024", "ingresos.xlsx"}).lines, in_2024);
    const auto of_file = read_published(months, {{}, "ingresos_2024.csv"});
    EXPECT_EQ(of_file.lines, in_2024);
    EXPECT_FALSE(of_file.found.mapping.period) << "the next file has another name";
    for (const auto* stamped : {"ingresos_2025-01-05.csv", "ingresos_20250105.csv",
                                "ingresos 5 enero 2025.csv", "ingresos_2023_2024.csv"})
        EXPECT_TRUE(read_published(months, {{}, stamped}).lines.empty()) << stamped;
    EXPECT_TRUE(read_published("Printed 5 January 2025||\n||\n" + months).lines.empty());
}

TEST(PublishersTables, arabic_digits_say_the_year_of_a_title_and_of_a_column) {
    const auto titled = read_published(
        "إحصاءات العابرين عام ٢٠٢٣||\n||\nالشهر|بلد المنشأ|العدد\nيناير|سوريا|٥\nفبراير|السودان|٦");
    EXPECT_EQ(titled.lines, (Lines{"2023-01 SYR 5", "2023-02 SDN 6"}));
    EXPECT_EQ(named_by(titled, "year_of_title"), Lines{"إحصاءات العابرين عام ٢٠٢٣"});
    EXPECT_EQ(read_published("الجنسية|٢٠٢٢|٢٠٢٣\nسوريا|٥|٦").lines,
              (Lines{"2022 SYR 5", "2023 SYR 6"}));
}

TEST(PublishersTables, a_table_without_dates_is_of_the_period_of_its_title) {
    const std::string table = "Nationality|Men|Women\nSyria|5|6\nMali|1|2";
    const auto period_by = [&](const std::string& title, const TableNames& names) {
        const auto read = read_published(title + (title.empty() ? "" : "||\n||\n") + table, names);
        return read.lines.empty() ? "" : read.lines.front().substr(0, read.lines.front().find(' '));
    };
    EXPECT_EQ(period_by("Arrivals to Greece - March 2024", {}), "2024-03");
    EXPECT_EQ(period_by("Reporting period: 01/01/2024 - 31/03/2024", {}), "2024-Q1");
    EXPECT_EQ(period_by("Enero - Marzo 2024", {}), "2024-Q1");
    EXPECT_EQ(period_by("Arrivals in 2024", {}), "2024");
    EXPECT_EQ(period_by("", {{}, "arrivals_2024-03.csv"}), "2024-03");
    EXPECT_EQ(period_by("", {"Mar 2024", {}}), "2024-03");
    EXPECT_EQ(period_by("Arrivals as of 31 March 2024", {}), "");
    EXPECT_EQ(period_by("Arrivals in 2023", {{}, "arrivals_2024-03.csv"}), "");
}

TEST(PublishersTables, each_of_several_blocks_is_of_the_month_of_its_own_title) {
    const std::string header = "Nationality|Men|Women\n";
    const auto blocks = [&](const std::string& first, const std::string& second) {
        return read_published(first + "||\n||\n" + header + "Syria|5|6\n||\n" + second + "||\n" +
                              header + "Mali|1|2");
    };
    const Lines two{"2024-01 SYR 5", "2024-01 SYR 6", "2024-02 MLI 1", "2024-02 MLI 2"};
    for (const auto& [first, second] :
         {std::pair{"January 2024", "February 2024"}, std::pair{"يناير ٢٠٢٤", "فبراير ٢٠٢٤"},
          std::pair{"Arrivals in January 2024", "Arrivals in February 2024"},
          std::pair{"Enero de 2024", "Febrero de 2024"}}) {
        const auto read = blocks(first, second);
        EXPECT_EQ(read.lines, two) << second;
        EXPECT_EQ(named_by(read, "period_of_block"), Lines{second});
        EXPECT_EQ(read.summary.rejected, 0);
        EXPECT_EQ(read.summary.rows,
                  read.summary.used + read.summary.rejected + read.summary.skipped);
    }
    for (const auto* other :
         {"Source: IOM, February 2024", "Printed 3 February 2024", "2024", "First quarter 2024"}) {
        const auto read = blocks("January 2024", other);
        EXPECT_EQ(named_by(read, "period_of_block"), Lines{}) << other;
        EXPECT_EQ(std::ranges::count_if(
                      read.lines, [](const auto& line) { return line.starts_with("2024-01 "); }),
                  4)
            << other;
    }
    EXPECT_EQ(
        read_published("January 2024||\n||\n" + header + "Syria|5|6\nFebruary 2024||\nMali|1|2")
            .lines,
        two)
        << "also without the header again";
}

TEST(PublishersTables, each_of_several_blocks_is_of_the_year_of_its_own_title) {
    const std::string header = "Nationality|Men|Women\n";
    const auto read = read_published("Arrivals in 2023||\n||\n" + header +
                                     "Syria|5|6\n||\nArrivals in 2024||\n" + header + "Mali|1|2");
    EXPECT_EQ(read.lines, (Lines{"2023 SYR 5", "2023 SYR 6", "2024 MLI 1", "2024 MLI 2"}));
    EXPECT_EQ(named_by(read, "period_of_block"), Lines{"Arrivals in 2024"});
}

TEST(PublishersTables, weeks_and_quarters_stand_beside_their_year) {
    EXPECT_EQ(read_published("Année|Semaine|Nationalité|n\n2024|12|Mali|5\n2024|13|Mali|6").lines,
              (Lines{"2024-W12 MLI 5", "2024-W13 MLI 6"}));
    EXPECT_EQ(read_published("Year|Epi week|Nationality|n\n2024|12|Mali|5").lines,
              Lines{"2024-E12 MLI 5"});
    const Lines quarters{"2024-Q1 MLI 5", "2024-Q2 MLI 6"};
    for (const auto* numbers : {"1|2", "I|II", "Q1|Q2", "T1|T2"}) {
        const std::string both{numbers};
        const auto bar = both.find('|');
        const auto table = "Año|Trimestre|Nacionalidad|n\n2024|" + both.substr(0, bar) +
                           "|Mali|5\n2024|" + both.substr(bar + 1) + "|Mali|6";
        EXPECT_EQ(read_published(table).lines, quarters) << numbers;
    }
    EXPECT_EQ(read_published("Año|Mes|Día|Nacionalidad|n\n2024|1|5|Cuba|5").lines,
              Lines{"2024-01 CUB 5"});
}

TEST(PublishersTables, half_years_are_refused_and_never_a_quarter_or_month) {
    for (const auto* table :
         {"Periodo|Nacionalidad|n\nS1 2024|Mali|5\nS2 2024|Mali|6",
          "Semestre|Nacionalidad|n\n2024-I|Mali|5\n2024-II|Mali|6",
          "Semestre|Nationalité|n\n1er semestre 2024|Mali|5\n2e semestre 2024|Mali|6",
          "Year|Semester|Nationality|n\n2024|1|Mali|5\n2024|2|Mali|6",
          "Año|Semestre|Nacionalidad|n\n2024|I|Mali|5\n2024|II|Mali|6",
          "Année|Semestre|Nationalité|n\n2024|S1|Mali|5\n2024|S2|Mali|6"}) {
        const auto read = read_published(table);
        EXPECT_EQ(read.lines, Lines{}) << table;
        EXPECT_EQ(named_by(read, "half_year").size(), 2U) << table;
    }
    EXPECT_TRUE(
        read_published("First half of 2024||\n||\nNationality|Men|Women\nSyria|5|6").lines.empty())
        << "it is not the whole year";
    EXPECT_EQ(read_published("Mois|Semestre|Nationalité|n\n2024-03|S1 2024|Mali|5").lines,
              Lines{"2024-03 MLI 5"})
        << "beside months it is a further breakdown";
    const Lines months{"2024-01 MLI 5", "2024-02 MLI 6"};
    for (const auto* header : {"Mois du semestre", "Mois (1er semestre)", "Semestre"})
        EXPECT_EQ(
            read_published(std::string{header} + "|Nationalité|n\n2024-01|Mali|5\n2024-02|Mali|6")
                .lines,
            months)
            << header;
}

TEST(PublishersTables, an_s_stands_for_weeks_where_its_column_shows_it) {
    EXPECT_EQ(read_published("Semaine|Nationalité|n\nS01-2024|Mali|5\nS02-2024|Mali|6").lines,
              (Lines{"2024-W01 MLI 5", "2024-W02 MLI 6"}));
    EXPECT_EQ(read_published("Periodo|Nacionalidad|n\nS02 2024|Mali|5\nS03 2024|Mali|6").lines,
              (Lines{"2024-W02 MLI 5", "2024-W03 MLI 6"}));
    EXPECT_EQ(read_published("Année|Semaine|Nationalité|n\n2024|S02|Mali|5").lines,
              Lines{"2024-W02 MLI 5"});
}

TEST(PublishersTables, numerals_are_quarters_and_it_is_asked_where_only_two_are_seen) {
    const auto asked = [](const std::string& header, const std::string& last) {
        const auto read =
            read_published(header + "|Nacionalidad|n\n2024-I|Mali|5\n2024-" + last + "|Mali|6");
        EXPECT_EQ(read.lines.size(), 2U) << header << last;
        return named_by(read, "numerals_undecided").size();
    };
    EXPECT_EQ(asked("Periodo", "II"), 1U);
    EXPECT_EQ(asked("Periodo", "III"), 0U);
    EXPECT_EQ(asked("Trimestre", "II"), 0U);
}

TEST(PublishersTables, fiscal_years_of_the_united_states_begin_in_october) {
    const auto read = read_published(
        "Fiscal Year|Month Grouping|Month (abbv)|Citizenship|Encounter Count\n"
        "2024 (FYTD)|FYTD|OCT|BRAZIL|10\n2024 (FYTD)|FYTD|APR|CUBA|20");
    EXPECT_EQ(read.lines, (Lines{"2023-10 BRA 10", "2024-04 CUB 20"}));
    EXPECT_EQ(named_by(read, "fiscal_year"), Lines{"Fiscal Year"});
    EXPECT_TRUE(read_published("Fiscal Year|Citizenship|n\n2024|CUBA|20").lines.empty());
}

TEST(PublishersTables, nationalities_are_what_people_are_called) {
    const auto read = read_published(
        "Mes|Nacionalidad|n\n2024-01|Venezolana|1\n2024-01|HAITIANOS|2\n2024-01|Cuba 1/|3\n"
        "2024-01|Guinéennes|4\n2024-01|Syrian|5\n2024-01|السودانية|6");
    EXPECT_EQ(read.lines, (Lines{"2024-01 VEN 1", "2024-01 HTI 2", "2024-01 CUB 3", "2024-01 GIN 4",
                                 "2024-01 SYR 5", "2024-01 SDN 6"}));
}

TEST(PublishersTables, parts_of_the_world_are_sums_where_they_add_up) {
    const auto sums = read_published(
        "Nacionalidad|2023|2024\nAmérica|6|8\nAmérica Central|4|5\nHonduras|3|3\nPanamá|1|2\n"
        "América del Sur|2|3\nPerú|2|3\nÁfrica|1|1\nAngola|1|1");
    EXPECT_EQ(sums.lines, (Lines{"2023 HND 3", "2024 HND 3", "2023 PAN 1", "2024 PAN 2",
                                 "2023 PER 2", "2024 PER 3", "2023 AGO 1", "2024 AGO 1"}));
    EXPECT_TRUE(named_by(sums, "total_row_differs").empty());
    const auto groups =
        read_published("Mes|Nacionalidad|n\n2024-01|Cuba|5\n2024-01|Haití|6\n2024-01|África|70");
    EXPECT_EQ(groups.lines.back(), "2024-01 unknown 70");
    EXPECT_EQ(named_by(groups, "several_countries"), Lines{"África"});
}

TEST(PublishersTables, sums_of_groups_of_rows_are_not_counted_again) {
    const auto below = read_published(
        "Zona|Nacionalidad|n\nÁfrica|Angola|1\nÁfrica|Malí|3\nSubtotal África||4\n"
        "América|Cuba|2\nTotal América||2\nTotal general||6",
        {"2024", {}});
    EXPECT_EQ(below.lines, (Lines{"2024 AGO 1", "2024 MLI 3", "2024 CUB 2"}));
    EXPECT_EQ(below.summary.skipped_by_reason.at("total_row"), 3);
    EXPECT_TRUE(named_by(below, "total_row_differs").empty());
    const auto above = read_published(
        "Departamento|Municipio|Mes|n\nTotal||2024-01|29\nAntioquia|Total|2024-01|20\n"
        "Antioquia|Turbo|2024-01|15\nAntioquia|Necoclí|2024-01|5\nChocó|Total|2024-01|10\n"
        "Chocó|Acandí|2024-01|9");
    EXPECT_EQ(above.lines, (Lines{"2024-01 all 15", "2024-01 all 5", "2024-01 all 9"}));
    EXPECT_EQ(named_by(above, "total_row_differs"), Lines{"10"});
    // A total of which no part stands in the table is a figure like others.
    const auto alone = read_published("Sector|Mes|n\nTotal|2023-01|30\nNorte|2024-01|12");
    EXPECT_EQ(alone.lines, (Lines{"2023-01 all 30", "2024-01 all 12"}));
}

TEST(PublishersTables, households_are_no_persons_and_to_is_no_date) {
    EXPECT_EQ(meaning_of_header("idp_hh")->field, Field::dimension);
    EXPECT_EQ(meaning_of_header("Number of households")->field, Field::dimension);
    EXPECT_EQ(meaning_of_header("النازحون: عدد الأسر المعيشية")->field, Field::dimension);
    EXPECT_EQ(meaning_of_tag(*formats::parse_hxl_tag("#affected+idps+hh")).field, Field::dimension);
    EXPECT_EQ(meaning_of_header("IDPs of concern to UNHCR")->field, Field::count);
    EXPECT_EQ(meaning_of_header("To")->field, Field::period_to);
    EXPECT_EQ(meaning_of_header("Stateless persons")->set.profile, Profile::stateless);
}

TEST(PublishersTables, codes_of_eurostat_say_sexes_ages_and_totals) {
    EXPECT_EQ(category_from_text("Y_LT18")->age, AgeGroup::child);
    EXPECT_EQ(category_from_text("Y5-11")->age, AgeGroup::age_5_11);
    EXPECT_TRUE(is_other_age("Y_GE65"));
    EXPECT_FALSE(category_from_text("Yemen"));
    const auto read = read_published(
        "citizen|sex|age|TIME_PERIOD|OBS_VALUE\nAF|F|TOTAL|2024-01|120\nAF|M|TOTAL|2024-01|420\n"
        "AF|T|TOTAL|2024-01|540");
    EXPECT_EQ(read.lines, (Lines{"2024-01 AFG 120", "2024-01 AFG 420", "2024-01 AFG 540"}));
    EXPECT_EQ(named_by(read, "unknown_category"), Lines{}) << "the last is the whole";
}

TEST(PublishersTables, headers_of_programs_are_read_word_by_word) {
    const auto field_of = [](const char* header) {
        const auto meaning = meaning_of_header(header);
        return meaning ? std::optional{meaning->field} : std::nullopt;
    };
    EXPECT_EQ(field_of("admin0Name"), Field::place);
    EXPECT_EQ(field_of("reportingDate"), Field::period);
    const auto women = meaning_of_header("numberFemales");
    ASSERT_TRUE(women);
    EXPECT_EQ(women->set.sex, Sex::female);
    const auto displaced = meaning_of_header("numPresentIdpInd");
    ASSERT_TRUE(displaced);
    EXPECT_EQ(displaced->set.indicator, Indicator::stay);
    EXPECT_EQ(displaced->set.profile, Profile::internally_displaced);
}

TEST(PublishersTables, hashtags_tell_people_still_displaced_from_people_newly_displaced) {
    const auto meant = [](const char* tag) {
        return meaning_of_tag(*formats::parse_hxl_tag(tag)).set;
    };
    EXPECT_EQ(meant("#affected+idps+ind+stock+conflict").indicator, Indicator::stay);
    EXPECT_EQ(meant("#affected+idps+ind+newdisp+conflict").indicator, Indicator::displacement);
    EXPECT_EQ(meant("#affected+idps+ind").indicator, std::nullopt);
}

TEST(PublishersTables, of_columns_that_say_the_same_the_total_is_read) {
    const auto read = read_published(
        "Date|Country of origin|Sea arrivals|Land arrivals|Total arrivals\n"
        "2024-01|Mali|100|20|120\n2024-01|Syria|50||50");
    EXPECT_EQ(read.lines, (Lines{"2024-01 MLI 120", "2024-01 SYR 50"}));
    const auto other = read_published(
        "Date|Country of origin|Sea arrivals|Land arrivals|Total arrivals\n"
        "2024-01|Mali|100|20|12\n2024-01|Syria|50|8|5");
    EXPECT_EQ(other.lines.size(), 6) << "no total of these";
}

TEST(PublishersTables, running_totals_beside_the_figures_of_each_month_are_left_out) {
    const auto read = read_published(
        "Date|Country of origin|Arrivals by land|Arrivals by sea|Arrivals (total)|"
        "Arrivals since January\n2024-01|Mali|10|20|30|30\n2024-02|Mali|1|2|3|33");
    EXPECT_EQ(read.lines, (Lines{"2024-01 MLI 30", "2024-02 MLI 3"}));
    EXPECT_EQ(named_by(read, "running_total_skipped"), Lines{"Arrivals since January"});
    for (const auto* header : {"Arrivals (cumulative 2024)", "Arrivals YTD", "Arrivées (cumul)",
                               "Llegadas desde enero", "الوافدون منذ يناير"}) {
        const auto beside = read_published(std::string("Date|Country of origin|Arrivals|") +
                                           header + "\n2024-01|Mali|30|30\n2024-02|Mali|3|33");
        EXPECT_EQ(beside.lines, (Lines{"2024-01 MLI 30", "2024-02 MLI 3"})) << header;
    }
    const auto alone = read_published(
        "Date|Country of origin|Cumulative arrivals\n2024-01|Mali|30\n2024-02|Mali|33");
    EXPECT_EQ(alone.lines, (Lines{"2024-01 MLI 30", "2024-02 MLI 33"}));
}

TEST(PublishersTables, a_date_that_stands_once_is_of_the_rows_below_it) {
    const auto read = read_published(
        "Mes|Nacionalidad|n\nEnero 2024|Cuba|5\n|Haití|6\n|Perú|7\nFebrero 2024|Cuba|1\n|Haití|2");
    EXPECT_EQ(read.lines, (Lines{"2024-01 CUB 5", "2024-01 HTI 6", "2024-01 PER 7", "2024-02 CUB 1",
                                 "2024-02 HTI 2"}));
    EXPECT_EQ(named_by(read, "text_goes_on"), Lines{"Mes"});
    EXPECT_EQ(read_published("Año|Mes|n\n2023|1|5\n|2|6\n2024|1|7\n|2|8").lines.back(),
              "2024-02 all 8");
    const auto missing = read_published(
        "Date|Nacionalidad|n\n2024-01-05|Cuba|5\n|Haití|6\n"
        "2024-01-05|Perú|7\n2024-01-07|Perú|7");
    EXPECT_EQ(missing.summary.rejected, 1) << "a date that is not known";
}

TEST(PublishersTables, a_nationality_that_stands_once_is_of_the_rows_below_it) {
    const auto read = read_published(
        "Nacionalidad|Mes|n\nCuba|2024-01|5\n|2024-02|6\nHaití|2024-01|7\n|2024-02|1");
    EXPECT_EQ(read.lines,
              (Lines{"2024-01 CUB 5", "2024-02 CUB 6", "2024-01 HTI 7", "2024-02 HTI 1"}));
    const auto unknown =
        read_published("Nacionalidad|Mes|n\nCuba|2024-01|5\nHaití|2024-01|7\n|2024-01|1");
    EXPECT_EQ(unknown.lines.back(), "2024-01 unknown 1");
}

TEST(PublishersTables, areas_by_name_are_places_from_the_widest_to_the_narrowest) {
    const auto fields_of = [](const std::string& table) {
        TextTable text(table);
        std::vector<Field> fields;
        for (const auto& column : recognise(text).columns)
            fields.push_back(column.field);
        return fields;
    };
    using enum Field;
    EXPECT_EQ(fields_of("a|b|c|d\n#adm1+name|#adm2+name|#date|#affected\nMopti|Koro|2024-01|5"),
              (std::vector{place, place, period, count}));
    EXPECT_EQ(fields_of("a|b|c|d\n#adm1+code|#adm2+code|#date|#affected\nML05|ML0505|2024-01|5"),
              (std::vector{dimension, place, period, count}));
}

TEST(PublishersTables, columns_that_count_people_of_no_known_group_are_named) {
    const auto read = read_published(
        "Year|Country of origin|Refugees|Other people without papers\n"
        "2022|Venezuela|5|121500\n2022|Colombia|2513|-");
    EXPECT_EQ(read.lines, (Lines{"2022 VEN 5", "2022 COL 2513"}));
    EXPECT_EQ(named_by(read, "people_as_breakdown"), Lines{"Other people without papers"});
}

TEST(PublishersTables, a_total_stands_below_the_months_that_it_sums_up) {
    const auto read = read_published(
        "Ingreso de personas, 2024||||||\nNacionalidad|Enero|Enero|Enero|Febrero|Febrero|Febrero\n"
        "Nacionalidad|Hombres|Mujeres|Total|Hombres|Mujeres|Total\n"
        "Cuba|1|2|3|4|5|9\nHaití|1|1|2|1|1|2");
    EXPECT_EQ(read.lines.size(), 12);
    EXPECT_EQ(read.summary.used, 2);
    EXPECT_EQ(read.lines.front(), "2024-01 CUB 1");
}

}  // namespace
}  // namespace tenpoint::movements
