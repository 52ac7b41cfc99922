// SPDX-License-Identifier: Apache-2.0
//
// Tables that state sums beside their parts: nobody is counted twice.
#include "desks/movements/sums_beside_parts.hpp"

#include <memory>

#include "desks/movements/reading_categories.hpp"
#include "desks/movements/total_check.hpp"
#include "read_text.hpp"

namespace tenpoint::movements {
namespace {

using SumsSaid = std::vector<std::string>;

// "56", and "total_row_differs 57 56" for what is said beside it, of the table as it is recognised.
SumsSaid read_sums(std::string_view text) {
    Mapping known;
    known.set.indicator = Indicator::arrival;
    known.set.place = "PAN-DARIEN";
    TextTable first(text), table(text);
    const auto chunks = std::make_shared<std::vector<std::string>>();
    SegmentWriter writer([&](EncodedChunk chunk) { chunks->push_back(std::move(chunk.bytes)); });
    SumsSaid said;
    const auto say = [&](const Finding& finding) {
        if (finding.severity == Severity::information) return;
        said.push_back(finding.code + " " + finding.text + " " + finding.expected);
    };
    const auto summary =
        read_table(table, recognise(first, known).mapping, test_places(), writer, say).value();
    auto head = writer.finish();
    const auto alone = check_totals({std::move(head.bytes),
                                     [chunks](std::int64_t number) -> Result<std::string> {
                                         return chunks->at(static_cast<std::size_t>(number));
                                     }})
                           .value();
    for (const auto& finding : alone.findings)
        say(finding);
    const auto counted = alone.totals.at(Indicator::arrival);
    if (!summary.may_hold_totals) {
        EXPECT_EQ(summary.totals.at(Indicator::arrival), counted) << "else nobody would look";
    }
    said.insert(said.begin(), std::to_string(counted));
    return said;
}

TEST(SumsBesideParts, a_blank_beside_a_word_for_the_total_means_all) {
    constexpr auto parts =
        "month|nationality|sex|count\n2024-01|Haiti|M|10\n2024-01|Haiti|F|12\n"
        "2024-01|Cuba|M|3\n2024-01|Cuba|F|4\n";
    EXPECT_EQ(read_sums(std::string(parts) + "2024-01|Total||29"), SumsSaid{"29"});
    EXPECT_EQ(read_sums(std::string(parts) + "2024-01|Haiti|Total|22\n2024-01|Cuba|Total|7\n"
                                             "2024-01|Total||29"),
              SumsSaid{"29"});
    EXPECT_EQ(read_sums("Nationality|Sex|January 2024|February 2024\nHaiti|M|1|2\nHaiti|F|4|5\n"
                        "Cuba|M|7|8\nCuba|F|1|1\nTotal||13|16"),
              SumsSaid{"29"});
    EXPECT_EQ(read_sums(std::string(parts) + "2024-01|Total|M|13\n2024-01|Total|F|16\n"
                                             "2024-01|Total||29"),
              SumsSaid{"29"});
    EXPECT_EQ(read_sums(std::string(parts) + "2024-01|Cuba||2\n2024-01|Total|M|13\n"
                                             "2024-01|Total|F|16\n2024-01|Total||2"),
              SumsSaid{"31"})
        << "two of whom the sex is not known";
}

TEST(SumsBesideParts, totals_of_a_further_breakdown_are_left_out_whatever_they_add_up_to) {
    constexpr auto routes = "month|Sector|count\n2024-01|Land|22\n2024-01|Sea|34\n";
    EXPECT_EQ(read_sums(std::string(routes) + "2024-01|Total|56"), SumsSaid{"56"});
    EXPECT_EQ(read_sums(std::string(routes) + "2024-01|Total|57"),
              (SumsSaid{"56", "total_row_differs 57 56"}));
    EXPECT_EQ(read_sums("Departamento|Municipio|Mes|Personas\nPetén|Flores|2024-01|10\n"
                        "Petén|San Benito|2024-01|20\nPetén|Total|2024-01|31\n"
                        "Izabal|Livingston|2024-01|5\nIzabal|Total|2024-01|5\nTotal||2024-01|36"),
              (SumsSaid{"35", "total_row_differs 31 30", "total_row_differs 36 35"}));
}

TEST(SumsBesideParts, totals_of_a_further_breakdown_far_from_their_parts_are_totals_too) {
    EXPECT_EQ(read_sums("month|Sector|count\n2024-01|Land|22\n2024-02|Land|23\n2024-01|Sea|34\n"
                        "2024-02|Sea|30\n2024-01|All routes|56\n2024-02|All routes|53"),
              SumsSaid{"109"});
    EXPECT_EQ(read_sums("Sector|month|count\nTotal|2023-01|30\nLand|2024-01|12\nTotal|2024-02|8"),
              SumsSaid{"50"})
        << "no part stands beside them";
    EXPECT_EQ(read_sums("month|Sector|sex|count\n2024-01|All|F|3\n2024-01|All|M|4"), SumsSaid{"7"});
}

TEST(SumsBesideParts, blanks_of_a_further_breakdown_that_sum_up_the_others_are_totals) {
    EXPECT_EQ(read_sums("Departamento|Municipio|Mes|Personas\nPetén|Flores|2024-01|10\n"
                        "Petén|San Benito|2024-01|20\nPetén||2024-01|30\n"
                        "Izabal|Livingston|2024-01|5\nIzabal||2024-01|5\n||2024-01|35"),
              SumsSaid{"35"});
    EXPECT_EQ(read_sums("month|Sector|count\n2024-01|Land|22\n2024-01|Sea|34\n2024-01||5"),
              SumsSaid{"61"});
    EXPECT_EQ(read_sums("month|Sector|count\n2024-01|Land|1\n2024-01|Sea|2\n2024-01||3"),
              SumsSaid{"6"})
        << "which may be chance";
}

TEST(SumsBesideParts, a_text_sums_up_those_that_begin_with_it) {
    EXPECT_EQ(read_sums("month|Sector|count\n2024-01|Land - Ceuta|10\n2024-01|Land - Melilla|12\n"
                        "2024-01|Land|22\n2024-01|Sea - Canary|30\n2024-01|Sea - Mainland|4\n"
                        "2024-01|Sea|34\n2024-01|All routes|56"),
              SumsSaid{"56"});
    EXPECT_EQ(read_sums("month|Sector|count\n2024-01|Land - Ceuta|10\n2024-01|Land - Melilla|12\n"
                        "2024-01|Land|7"),
              SumsSaid{"29"})
        << "it is another one";
}

TEST(SumsBesideParts, both_sexes_have_many_names) {
    const auto read_as = [](const std::string& both) {
        return read_sums(
            "month|nationality|sex|count\n2024-01|Haiti|M|10\n2024-01|Haiti|F|12\n"
            "2024-01|Haiti|" +
            both + "|22\n2024-01|Cuba|M|3\n2024-01|Cuba|F|4\n2024-01|Cuba|" + both + "|7");
    };
    for (const auto* both : {"T", "TOT", "M+F", "F+M", "MF", "M/F", "Men and women", "ذكور وإناث",
                             "Pax" /* always their sum */})
        EXPECT_EQ(read_as(both), SumsSaid{"29"}) << both;
    EXPECT_EQ(read_sums("month|nationality|sex|count\n2024-01|Haiti|H|10\n2024-01|Haiti|M|12\n"
                        "2024-01|Haiti|H+M|22"),
              SumsSaid{"22"});
    EXPECT_EQ(read_sums("month|nationality|sex|count\n2024-01|Haiti|M|10\n2024-01|Haiti|F|12\n"
                        "2024-01|Haiti|Pax|9")
                  .front(),
              "31");
}

TEST(SumsBesideParts, a_total_is_held_against_what_was_counted_once) {
    EXPECT_EQ(read_sums("month|nationality|sex|count\n2024-01|Haiti|M|10\n2024-01|Haiti|F|12\n"
                        "2024-01|Haiti|Total|22\n2024-01|Cuba|M|3\n2024-01|Cuba|F|4\n"
                        "2024-01|Cuba|Total|7\nTotal|||29"),
              SumsSaid{"29"});
    EXPECT_EQ(read_sums("month|nationality|sex|count\n2024-01|Haiti|M|10\n2024-01|Haiti|F|12\n"
                        "2024-01|Haiti|Total|22\nTotal|||23"),
              (SumsSaid{"22", "total_row_differs 23 22"}));
    constexpr auto regions =
        "Nacionalidad|Ene-24|Feb-24\nAmérica|30.000|30.000\nVenezuela|20.000|24.000\n"
        "Haití|10.000|6.000\nAsia|6.001|7.166\nChina|6.001|7.166\n";
    EXPECT_EQ(read_sums(std::string(regions) + "Total|36.001|37.166"), SumsSaid{"73167"});
    EXPECT_EQ(read_sums(std::string(regions) + "Otros|5|6\nTotal|36.006|37.172"), SumsSaid{"73178"})
        << "a heading ends where its parts have added up";
}

TEST(SumsBesideParts, a_total_without_a_date_is_one_all_the_same) {
    constexpr auto months =
        "Country|Month|Men|Women\nGuatemala|2024-01|10|20\n"
        "Guatemala|2024-02|11|21\n";
    EXPECT_EQ(read_sums(std::string(months) + "Total||21|41"), SumsSaid{"62"});
    EXPECT_EQ(read_sums(std::string(months) + "Total||21|42"),
              (SumsSaid{"62", "total_row_differs 42 41"}));
    EXPECT_EQ(read_sums(std::string(months) + "Guatemala||21|41"),
              (SumsSaid{"62", "missing_date  2024-03-31"}));
}

TEST(SumsBesideParts, words_for_all_of_them_in_four_languages) {
    for (const auto* text : {"All routes", "Todas las rutas", "Toutes les routes", "جميع الطرق"}) {
        EXPECT_TRUE(names_all_of_them(text)) << text;
        EXPECT_TRUE(is_total_label(text)) << text;
    }
    for (const auto* text :
         {"All others", "Todos los demás países", "Toutes les autres", "Allied forces",
          "All who came by boats of any kind", "All American Canal, Calexico"})
        EXPECT_FALSE(names_all_of_them(text)) << text;
}

}  // namespace
}  // namespace tenpoint::movements
