// SPDX-License-Identifier: Apache-2.0
//
// Where people were: admin areas within what they lie in, and coordinates.
#include <fmt/format.h>

#include "read_text.hpp"

namespace tenpoint::movements {
namespace {

PlaceLookup admin_places() {
    PlaceLookup places;
    const auto add = [&](const char* code, const char* name, const char* parent) {
        places.add(code, {name, "", "", ""}, parent);
    };
    add("CO05", "Antioquia", "COL");
    add("CO13", "Bolívar", "COL");
    add("VE06", "Bolívar", "VEN");
    add("CO05660", "San Luis", "CO05");
    add("CO13001", "Cartagena", "CO13");
    add("VE0601", "San Luis", "VE06");
    add("PAN-DARIEN", "Darién", "PAN");
    add("ROUTE-SEA", "The route over the sea", "");
    return places;
}

Reading read_places(std::string_view table, std::string_view columns, std::string place = "") {
    TextTable text(table);
    Mapping mapping;
    mapping.set.indicator = Indicator::crossing;
    mapping.period = period_from_text("2024");
    mapping.header_row = 1;
    if (!place.empty()) mapping.set.place = place;
    mapping.columns = columns_from_short_form(columns).value();
    return read(text, mapping, admin_places()).value();
}

constexpr auto three_places = "c=place,a1=place,a2=place,n=count";

TEST(ReadingPlaces, a_name_is_sought_in_what_the_row_has_named) {
    struct Row {
        const char* cells;
        const char* outcome;  // a place's code or a finding's
    };
    for (const auto& [cells, outcome] : std::vector<Row>{
             {"Colombia|Antioquia|San Luis", "CO05660"},
             {"Venezuela|Bolivar|San Luis", "VE0601"},
             {"COL|BOLÍVAR|Cartagena", "CO13001"},
             {"COL|Bolívar|", "CO13"},
             {"COL||San Luis", "CO05660"},
             {"COL||", "COL"},
             {"COL|n/a|", "COL"},
             {"|n/a|?", "missing_place"},
             {"||CO05660", "CO05660"},
             {"||San Luis", "ambiguous_place"},
             {"|Bolívar|", "ambiguous_place"},
             {"COL|Antioquia|Cartagena", "place_elsewhere"},
             {"VEN|Antioquia|San Luis", "place_elsewhere"},
             {"COL|Antioquia|San Luiz", "unknown_place"},
             {"COL|Antioquia|Antioquia", "CO05"},
         }) {
        const auto reading = read_places(std::string("c|a1|a2|n\n") + cells + "|1", three_places);
        if (reading.figures.empty()) {
            ASSERT_FALSE(reading.findings.empty()) << cells;
            EXPECT_EQ(reading.findings.back().code, outcome) << cells;
        } else {
            EXPECT_EQ(reading.place_of(0), outcome) << cells;
            EXPECT_TRUE(reading.findings.empty()) << cells;
        }
    }
}

TEST(ReadingPlaces, findings_name_what_it_may_be) {
    const auto ambiguous = read_places("c|a1|a2|n\n|Bolívar||1", three_places).findings.at(0);
    EXPECT_EQ(ambiguous.expected, "CO13, VE06");
    const auto near = read_places("c|a1|a2|n\nVEN|Bolívar|San Luiz|1", three_places).findings.at(0);
    EXPECT_EQ(near.suggestion, "VE0601");
    const auto elsewhere =
        read_places("c|a1|a2|n\nCOL|Antioquia|Cartagena|1", three_places).findings.at(0);
    EXPECT_EQ(elsewhere.expected, "CO05");
}

TEST(ReadingPlaces, a_row_of_no_place_is_refused) {
    const auto* const rows =
        "where|t|n\nCO05|2024-01|1\n|2024-01|2\nn/a|2024-01|3\n?|2024-01|4\n|2024-02|";
    constexpr auto columns = "where=place,t=period,n=count";
    const auto reading = read_places(rows, columns);
    EXPECT_EQ(reading.figures.size(), 1U);
    EXPECT_EQ(reading.summary.rejected, 3);
    EXPECT_EQ(reading.summary.skipped_by_reason.at("no_figure"), 1);
    const auto& finding = reading.findings.at(1);
    EXPECT_EQ(finding.code, "missing_place");
    EXPECT_EQ(finding.severity, Severity::error);
    EXPECT_EQ(finding.column, "where");
    EXPECT_EQ(finding.text, "n/a");

    const auto all_there = read_places(rows, columns, "VEN");
    EXPECT_EQ(all_there.summary.used, 4);
    EXPECT_EQ(all_there.place_of(0), "CO05");
    EXPECT_EQ(all_there.place_of(2), "VEN");
}

TEST(ReadingPlaces, what_stands_above_or_a_value_table_or_a_column_may_say_where) {
    EXPECT_EQ(read_places("where|t|n\nCO05|a|1\n|b|2\nCO13|c|3\n|d|4", "where=place,n=count")
                  .summary.used,
              4)
        << "from above";

    Mapping mapping;
    mapping.set.indicator = Indicator::crossing;
    mapping.period = period_from_text("2024");
    mapping.header_row = 1;
    mapping.columns = columns_from_short_form("where=place,n=count,m=count").value();
    mapping.columns[0].values = {{"", {}, {}, Settings{.place = "PAN-DARIEN"}}};
    TextTable blank("where|n|m\nCO05|1|2\n|3|4\nn/a|5|6");
    const auto named = read(blank, mapping, admin_places()).value();
    ASSERT_EQ(named.figures.size(), 4U);
    EXPECT_EQ(named.place_of(2), "PAN-DARIEN");
    EXPECT_EQ(named.summary.rejected, 1);

    mapping.columns[0].values.clear();
    mapping.columns[2].set.place = "VEN";
    TextTable half("where|n|m\nCO05|1|2\nn/a|5|6");
    const auto of_columns = read(half, mapping, admin_places()).value();
    ASSERT_EQ(of_columns.figures.size(), 3U);
    EXPECT_EQ(of_columns.figures[2].count, 6);
    EXPECT_EQ(of_columns.summary.findings.at("missing_place").severity, Severity::warning);
}

TEST(ReadingPlaces, a_total_of_several_places_needs_none) {
    const auto read_total = [](std::string_view total) {
        return read_places(
                   "where|nat|n\nCO05|VEN|5\nPAN-DARIEN|HTI|7\n|Total|" + std::string{total},
                   "where=place,nat=origin,n=count")
            .summary;
    };
    EXPECT_EQ(read_total("12").skipped_by_reason.at("total_row"), 1);
    EXPECT_EQ(read_total("13").findings.at("missing_place").count, 1);
}

TEST(ReadingPlaces, the_place_of_the_mapping_tells_names_apart) {
    const auto within =
        read_places("where|n\nSan Luis|1\nPAN-DARIEN|2", "where=place,n=count", "VEN");
    ASSERT_EQ(within.figures.size(), 2U);
    EXPECT_EQ(within.place_of(0), "VE0601");
    EXPECT_EQ(within.place_of(1), "PAN-DARIEN");
}

TEST(ReadingPlaces, of_places_of_one_name_the_one_at_the_level_of_the_header_or_next_below) {
    PlaceLookup places;
    const auto add = [&](const char* code, const char* name, const char* parent) {
        places.add(code, {name, "", "", ""}, parent);
    };
    add("ET03", "Amhara", "ETH");
    add("ET04", "Oromia", "ETH");
    add("ET0310", "Oromia", "ET03");
    add("ET0410", "Jimma", "ET04");
    const auto place_of = [&](std::string_view text, std::string_view columns) {
        TextTable table(text);
        Mapping mapping;
        mapping.set.indicator = Indicator::crossing;
        mapping.period = period_from_text("2024");
        mapping.header_row = 1;
        mapping.columns = columns_from_short_form(columns).value();
        const auto reading = read(table, mapping, places).value();
        return reading.figures.empty() ? reading.findings.back().code : reading.place_of(0);
    };
    EXPECT_EQ(place_of("country|region|n\nETH|Oromia|1", "country=place,region=place,n=count"),
              "ET04");
    EXPECT_EQ(place_of("country|where|n\nETH|Oromia|1", "country=place,where=place,n=count"),
              "ET04")
        << "right below the country";
    EXPECT_EQ(
        place_of("country|admin2Name|n\nETH|Oromia|1", "country=place,admin2Name=place,n=count"),
        "ET0310");
    EXPECT_EQ(place_of("region|zone|n\nOromia|Jimma|1", "region=place,zone=place,n=count"),
              "ET0410");
    EXPECT_EQ(place_of("where|n\nOromia|1", "where=place,n=count"), "ambiguous_place");
}

struct Point {
    const char* latitude;
    const char* longitude;
    const char* place;
    std::int32_t read_latitude;  // millionths
    std::int32_t read_longitude;
    const char* finding = "";
};

TEST(ReadingPlaces, coordinates_in_two_columns) {
    constexpr auto none = no_coordinate;
    for (const auto& [latitude, longitude, place, read_latitude, read_longitude, finding] :
         std::vector<Point>{
             {"4.6097", "-74.0817", "COL", 4'609'700, -74'081'700},
             {"4,6097", "-74,0817", "COL", 4'609'700, -74'081'700},
             {"4°36'N", "74°06'W", "COL", 4'600'000, -74'100'000},
             {"4.6 N", "74.1 O", "COL", 4'600'000, -74'100'000},
             {"-74.0817", "4.6097", "COL", 4'609'700, -74'081'700, "swapped_coordinates"},
             {"120.98", "14.6", "PHL", 14'600'000, 120'980'000, "swapped_coordinates"},
             {"8.6", "-77.4", "PAN-DARIEN", 8'600'000, -77'400'000},
             {"4.6097", "74.0817", "COL", 4'609'700, 74'081'700, "coordinates_at_sea"},
             {"-12.05", "-77.03", "VEN", -12'050'000, -77'030'000, "coordinates_elsewhere"},
             {"-114.58", "32.47", "ROUTE-SEA", 32'470'000, -114'580'000, "swapped_coordinates"},
             {"34.5", "18.2", "ROUTE-SEA", 34'500'000, 18'200'000},
             {"28.1", "-15.4", "ESP", 28'100'000, -15'400'000},
             {"0", "0", "COL", none, none, "zero_coordinates"},
             {"0.000", "0.000", "ROUTE-SEA", none, none, "zero_coordinates"},
             {"4.6097", "4.6097", "COL", none, none, "equal_coordinates"},
             {"4.6097", "", "COL", none, none, "half_coordinates"},
             {"", "-74.0817", "COL", none, none, "half_coordinates"},
             {"", "", "COL", none, none},
             {"n/a", "n/a", "COL", none, none},
             {"4.6097", "190", "COL", none, none, "bad_coordinate"},
             {"north", "-74", "COL", none, none, "bad_coordinate"},
         }) {
        const auto what = fmt::format("{} {} {}", latitude, longitude, place);
        const auto reading =
            read_places(fmt::format("lat|lon|p|n\n{}|{}|{}|1", latitude, longitude, place),
                        "lat=latitude,lon=longitude,p=place,n=count");
        ASSERT_EQ(reading.figures.size(), 1U) << what;
        EXPECT_EQ(reading.figures[0].latitude, read_latitude) << what;
        EXPECT_EQ(reading.figures[0].longitude, read_longitude) << what;
        ASSERT_EQ(reading.findings.size(), *finding ? 1U : 0U) << what;
        if (!*finding) continue;
        EXPECT_EQ(reading.findings[0].code, finding) << what;
        EXPECT_EQ(reading.findings[0].severity, Severity::warning) << what;
    }
}

TEST(ReadingPlaces, a_point_far_from_its_country_is_said_once) {
    const auto reading = read_places(
        "lat|lon|p|n\n4.6|74.1|COL|1\n4.6|74.1|COL|2\n4.6|74.1|ECU|3\n-74.1|4.6|COL|4\n-74.1|4.6|"
        "COL|5",
        "lat=latitude,lon=longitude,p=place,n=count");
    EXPECT_EQ(reading.summary.findings.at("coordinates_at_sea").count, 2);
    EXPECT_EQ(reading.summary.findings.at("swapped_coordinates").count, 1);
    ASSERT_EQ(reading.figures.size(), 5U);
    EXPECT_EQ(reading.figures[4].latitude, 4'600'000) << "each row is put right";
}

TEST(ReadingPlaces, coordinates_in_one_column) {
    for (const auto* cell : {"4.5, -74.25", "4,5; -74,25", "-74.25 4.5", "4°30'N 74°15'W",
                             "POINT(-74.25 4.5)", "(-74.25, 4.5)"}) {
        const auto reading = read_places(fmt::format("where|p|n\n{}|COL|1", cell),
                                         "where=coordinates,p=place,n=count");
        ASSERT_EQ(reading.figures.size(), 1U) << cell;
        EXPECT_EQ(reading.figures[0].latitude, 4'500'000) << cell;
        EXPECT_EQ(reading.figures[0].longitude, -74'250'000) << cell;
    }
}

TEST(ReadingPlaces, countries_by_numbers_without_their_zeros) {
    const auto reading = read_places("nat|n\n4|1\n76|2\n862|3", "nat=origin,n=count", "COL");
    ASSERT_EQ(reading.figures.size(), 3U);
    EXPECT_EQ(reading.origin_of(0), "AFG");
    EXPECT_EQ(reading.origin_of(1), "BRA");
    EXPECT_EQ(reading.origin_of(2), "VEN");
}

TEST(ReadingPlaces, columns_of_areas_that_are_known_are_suggested_together) {
    const auto fields = [](std::string_view header, std::string_view cells,
                           const Mapping& known = {}) {
        const auto places = admin_places();
        TextTable table(std::string(header) + "|Persons\n" + std::string(cells) + "|5");
        std::string places_at;
        for (const auto& column : recognise(table, known, {}, &places).columns)
            if (column.field == Field::place) places_at += std::to_string(column.number);
        return places_at;
    };

    EXPECT_EQ(fields("Country|State|District", "Colombia|Antioquia|San Luis"), "123");
    EXPECT_EQ(fields("País|Departamento|Municipio", "COL|Bolívar|Cartagena"), "123");
    EXPECT_EQ(fields("Région|Commune|Nationality", "Antioquia|San Luis|VEN"), "12");
    EXPECT_EQ(fields("Country|State|District", "Colombia|Antioquia|Nowhere"), "12");
    EXPECT_EQ(fields("Country|Region", "Mali|West Africa"), "1") << "it is no place here";
    EXPECT_EQ(fields("District|Country", "San Luis|Colombia"), "2") << "the narrower comes first";
    EXPECT_EQ(fields("State|District|Route", "Antioquia|San Luis|The route over the sea"), "3");
    EXPECT_EQ(fields("Month|Region", "2024-01|Antioquia"), "2") << "alone";
    for (const auto* header : {"admin1Name", "Admin1Name", "ADM1_EN", "Admin 1"})
        EXPECT_EQ(fields(std::string("Month|") + header, "2024-01|Antioquia"), "2") << header;
    for (const auto* header : {"pcode", "admin1Pcode", "adm1_pcode", "Admin1 P-Code"})
        EXPECT_EQ(fields(std::string("Month|") + header, "2024-01|CO05"), "2") << header;
    EXPECT_EQ(fields("Month|Country|admin1Pcode", "2024-01|COL|CO05"), "23");
    EXPECT_EQ(fields("Month|Country|admin1Name|admin1Pcode", "2024-01|COL|Bolívar|CO13"), "24")
        << "codes are surer than names";
    EXPECT_EQ(fields("Month|Region", "2024-01|Africa"), "") << "where people come from";
    EXPECT_EQ(fields("Month|Route|Region", "2024-01|The route over the sea|Antioquia"), "2");
    Mapping known;
    known.set.place = "COL";
    EXPECT_EQ(fields("State|District", "Antioquia|San Luis", known), "12");
    known.set.place = "VEN";
    EXPECT_EQ(fields("State|District", "Antioquia|Cartagena", known), "") << "they lie elsewhere";
    TextTable table(
        "Country|State|District|Date|Arrivals\nColombia|Antioquia|San Luis|2024|5\n"
        "Colombia|Antioquia||2024|7");
    const auto places = admin_places();
    const auto found = recognise(table, {}, {}, &places);
    TextTable again(
        "Country|State|District|Date|Arrivals\nColombia|Antioquia|San Luis|2024|5\n"
        "Colombia|Antioquia||2024|7");
    const auto reading = read(again, found.mapping, places).value();
    EXPECT_EQ(reading.place_of(0), "CO05660");
    EXPECT_EQ(reading.place_of(1), "CO05");
}

}  // namespace
}  // namespace tenpoint::movements
