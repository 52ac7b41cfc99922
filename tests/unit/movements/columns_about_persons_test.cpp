// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "desks/movements/column_texts.hpp"
#include "desks/movements/personal_cells.hpp"
#include "desks/movements/recognition_personal.hpp"
#include "read_text.hpp"

namespace tenpoint::movements {
namespace {

PersonalSign sign_of(const std::string& header, const std::string& cells) {
    TextTable table("x|" + header + "|y\na|" + cells + "|b\nc|" + cells + "|d");
    const auto rows = read_samples(table);
    return personal_sign(rows, find_layout(rows), 1);
}

Mapping crossings(std::string_view columns = "") {
    Mapping mapping;
    mapping.set.indicator = Indicator::crossing;
    mapping.set.place = "PAN-DARIEN";
    if (!columns.empty()) mapping.columns = columns_from_short_form(columns).value();
    return mapping;
}

TEST(ColumnsAboutPersons, are_known_by_their_headers_in_four_languages) {
    for (const auto* header : {"First name",
                               "Surname",
                               "Contact person",
                               "Phone number",
                               "E-mail",
                               "Date of birth",
                               "dateOfBirth",
                               "phoneNumber",
                               "Prénom",
                               "Nom et prénom",
                               "Téléphone",
                               "Courriel",
                               "Date de naissance",
                               "Apellidos",
                               "Nombre y apellidos",
                               "Teléfono",
                               "Correo electrónico",
                               "Fecha de nacimiento",
                               "الاسم الكامل",
                               "رقم الهاتف",
                               "البريد الإلكتروني",
                               "تاريخ الميلاد"})
        EXPECT_EQ(sign_of(header, "Somebody"), PersonalSign::header) << header;
    for (const auto* header : {"Name", "Nom", "Nombre", "Nationality", "Border point", "Date"})
        EXPECT_EQ(sign_of(header, "Somebody"), PersonalSign::none) << header;
    for (const auto* header :
         {"Phone 1", "Mobile No.", "Contact phone", "Teléfono de contacto", "Email 1", "Contact 2",
          "Respondent's phone number", "Passport No. of holder", "Name of focal point",
          "Numéro de portable du contact", "هاتف جهة الاتصال"})
        EXPECT_EQ(sign_of(header, "Somebody"), PersonalSign::header) << header;
    for (const auto* header :
         {"Name of site", "Nombre del municipio", "Contact made", "Nom du site", "Mobile clinic",
          "Name 2", "Number", "Passport", "Cell"})
        EXPECT_EQ(sign_of(header, "Somebody") == PersonalSign::header,
                  std::string_view(header) == "Passport" || std::string_view(header) == "Cell")
            << header;
    EXPECT_EQ(sign_of("Phone", "12"), PersonalSign::none) << "how many were reached by telephone";
    EXPECT_EQ(sign_of("Phone", "5730012345"), PersonalSign::header);
}

TEST(ColumnsAboutPersons, numbers_and_names_of_persons_are_known_however_they_are_written) {
    for (const auto* header : {"n° tél",
                               "N°Tél",
                               "nº de teléfono",
                               "No. téléphone",
                               "n° de passeport",
                               "Nº pasaporte",
                               "Name of child",
                               "Child's name",
                               "Name of the head of household",
                               "HoH name",
                               "Interviewer name",
                               "Nom de l'enfant",
                               "Nombre de la niña",
                               "Nombre del jefe de hogar",
                               "اسم الطفل",
                               "personne ressource",
                               "responsable",
                               "Head of household",
                               "ID number",
                               "UNHCR ID",
                               "Biometric ID",
                               "Case ID",
                               "Facebook",
                               "GPS of home",
                               "Address"})
        EXPECT_EQ(sign_of(header, "Somebody"), PersonalSign::header) << header;
    for (const auto* header :
         {"Name of camp", "Camp name", "Name of refugee camp", "Refugee camp name", "Ship's name",
          "Name of organisation", "Nombre d'enfants", "Nombre de personnes", "Nom du centre",
          "Nombre del albergue", "Number of children", "اسم المخيم", "No contact", "ID"})
        EXPECT_EQ(sign_of(header, "Somebody"), PersonalSign::none) << header;
    EXPECT_EQ(sign_of("Head of household", "female"), PersonalSign::none) << "a breakdown";
    EXPECT_EQ(sign_of("Facebook", "yes"), PersonalSign::none) << "how people were told";
}

TEST(ColumnsAboutPersons, are_known_by_what_stands_within_a_longer_text) {
    for (const auto* cell :
         {"call Somebody +509 3456 7890", "ask who@example.org", "Who (who@example.org).",
          "Tel. 3456 7890", "06 12 34 56 78 in the evening", "llamar al 3456-7890"})
        EXPECT_EQ(sign_of("Remarks", cell), PersonalSign::within) << cell;
    for (const auto* cell :
         {"see https://example.org/@somebody/1", "from 01.01.2024 to 31.01.2024",
          "2024-01-05, 2024-01-06", "call off", "called on 2024-01-05", "1 234 567 of 12 345 678",
          "4.6097 -74.0817 by boat", "@somebody said so", "between 2018 - 2019"})
        EXPECT_EQ(sign_of("Remarks", cell), PersonalSign::none) << cell;
    const auto reading =
        read_text("t|nat|n|Remarks\n2024-01|VEN|1|by boat\n2024-02|COL|2|ask who@example.org",
                  R"({"set": {"indicator": "crossing", "place": "PAN-DARIEN"}, "columns": [
            {"column": "t", "field": "period"}, {"column": "nat", "field": "origin"},
            {"column": "n", "field": "count"}]})");
    EXPECT_TRUE(reading.dimensions.empty());
    EXPECT_EQ(reading.summary.findings.at("personal_column").count, 1);
}

// Thirty rows, each with a text of its own under the header.
std::string table_of_texts(const std::string& header, const std::string& text) {
    std::string table = "t|nat|n|" + header;
    for (int i = 100; i < 130; ++i)
        table += "\n2024-01|VEN|1|" + text + std::to_string(i);
    return table;
}

TEST(ColumnsAboutPersons, free_texts_and_keys_of_single_cases_are_no_breakdowns) {
    for (const auto* header : {"Observaciones", "ID", "What happened"}) {
        TextTable text(table_of_texts(header, "said "));
        const auto found = recognise(text, crossings());
        EXPECT_EQ(found.mapping.columns[3].field, Field::skip) << header;
        TextTable again(table_of_texts(header, "said "));
        const auto reading = read(again, found.mapping).value();
        EXPECT_TRUE(reading.dimensions.empty()) << header;
        EXPECT_EQ(reading.summary.totals.at(Indicator::crossing), 30);
        EXPECT_EQ(reading.summary.findings.at("single_texts").count, 1) << header;
        EXPECT_FALSE(reading.summary.findings.contains("repeated_key"))
            << "each row is a case of its own";
    }
}

TEST(ColumnsAboutPersons, what_an_officer_keeps_and_names_of_places_are_breakdowns) {
    TextTable text(table_of_texts("Observaciones", "said "));
    const auto kept = read(text, crossings("t=period,nat=origin,n=count,Observaciones=dimension"));
    ASSERT_EQ(kept->dimensions.size(), 1U);
    EXPECT_FALSE(kept->summary.findings.contains("single_texts"));
    for (const auto& [header, cells] :
         std::vector<std::pair<std::string, std::string>>{{"Municipio de llegada", "San "},
                                                          {"Partner organisation", "NGO "},
                                                          {"Rainfall", "1"}}) {
        TextTable other(table_of_texts(header, cells));
        const auto reading = read(other, crossings("t=period,nat=origin,n=count")).value();
        EXPECT_EQ(reading.dimensions.size(), 1U) << header;
    }
}

TEST(ColumnsAboutPersons, are_known_by_their_cells) {
    for (const auto* cell : {"somebody@example.org", "+57 300 123 4567", "(0212) 555-1234",
                             "06 12 34 56 78", "300-123-4567", "+963944123456"})
        EXPECT_EQ(sign_of("Remarks", cell), PersonalSign::cells) << cell;
    for (const auto* cell : {"0612345678", "3001234567", "07912345678"})
        EXPECT_EQ(sign_of("Remarks", cell), PersonalSign::numbers) << cell;
    for (const auto* cell :
         {"1700000000", "2024013112", "2024-01-31", "31-01-2024", "20240131", "1 234 567",
          "1.234.567", "4.6097 -74.0817", "(4.6097 -74.0817)", "2018-2019", "12,345,678.00",
          "CO05001", "00010203", "-123456789", "(12345678)", "2024-001-00012", "@home", "a@b"})
        EXPECT_EQ(sign_of("Remarks", cell), PersonalSign::none) << cell;
}

constexpr auto contact_table =
    "Month|Nationality|n|Focal point|Remarks\n2024-01|VEN|1|Somebody|who@example.org\n"
    "2024-02|COL|2|Another|more@example.org";

Reading read_with(const Mapping& mapping) {
    TextTable text(contact_table);
    return read(text, mapping).value();
}

TEST(ColumnsAboutPersons, are_left_out_with_a_finding_and_their_samples_masked) {
    TextTable text(contact_table);
    const auto found = recognise(text, crossings());
    for (const std::size_t i : {3U, 4U}) {
        EXPECT_EQ(found.columns[i].field, Field::skip);
        EXPECT_EQ(found.mapping.columns[i].field, Field::skip);
    }
    EXPECT_EQ(found.columns[3].samples, (std::vector<std::string>{"S•••", "A•••"}));
    EXPECT_EQ(found.columns[4].samples, (std::vector<std::string>{"w•••", "m•••"}));
    EXPECT_EQ(found.columns[1].samples.front(), "VEN");

    const auto reading = read_with(found.mapping);
    EXPECT_TRUE(reading.dimensions.empty());
    EXPECT_EQ(reading.summary.used, 2);
    EXPECT_EQ(reading.summary.findings.at("personal_column").count, 2);
    EXPECT_EQ(reading.findings.front().column, "Focal point");
    for (const auto& finding : reading.findings)
        EXPECT_EQ(finding.text, "");
}

TEST(ColumnsAboutPersons, are_no_dimensions_of_a_mapping_that_does_not_name_them) {
    const auto reading = read_with(crossings("Month=period,Nationality=origin,n=count"));
    EXPECT_TRUE(reading.dimensions.empty());
    EXPECT_EQ(reading.summary.findings.at("personal_column").count, 2);
}

TEST(ColumnsAboutPersons, an_officer_may_know_better_than_the_header_but_not_than_the_cells) {
    const auto given = crossings(
        "Month=period,Nationality=origin,n=count,Focal point=dimension,Remarks=dimension");
    TextTable text(contact_table);
    const auto found = recognise(text, given);
    EXPECT_EQ(found.columns[3].field, Field::dimension);
    EXPECT_EQ(found.columns[4].field, Field::skip);
    for (const auto& mapping : {given, found.mapping}) {
        const auto reading = read_with(mapping);
        ASSERT_EQ(reading.dimensions.size(), 1U);
        EXPECT_EQ(reading.dimensions[0].name, "Focal point");
        EXPECT_EQ(reading.summary.findings.at("personal_column").count, 1);
    }
}

TEST(ColumnsAboutPersons, are_masked_where_the_texts_of_a_column_are_listed) {
    TextTable text(contact_table);
    const auto listed = texts_of_column(text, 1, 5);
    ASSERT_EQ(listed.texts.size(), 2U);
    EXPECT_EQ(listed.texts[0].text, "m•••");
    EXPECT_EQ(listed.texts[1].text, "w•••");
    TextTable again(contact_table);
    EXPECT_EQ(texts_of_column(again, 1, 2).texts[0].text, "COL");
}

TEST(ColumnsAboutPersons, a_new_one_in_a_file_of_a_known_shape_is_left_out_too) {
    const auto known = crossings("Month=period,Nationality=origin,n=count");
    TextTable text(contact_table);
    const auto found = recognise(text, known);
    EXPECT_EQ(found.columns[3].field, Field::skip);
    EXPECT_EQ(found.columns[3].samples, (std::vector<std::string>{"S•••", "A•••"}));
    EXPECT_EQ(found.mapping.columns[3].field, Field::skip) << "nor is it remembered as read";
    const auto reading = read_with(found.mapping);
    EXPECT_TRUE(reading.dimensions.empty());
    EXPECT_EQ(reading.summary.findings.at("personal_column").count, 2);
}

TEST(ColumnsAboutPersons, rows_left_out_by_one_do_not_quote_it) {
    auto mapping = crossings("Month=period,Nationality=origin,n=count");
    mapping.filters = {{"Focal point", 0, {}, {"Somebody"}, "a test"}};
    const auto reading = read_with(mapping);
    ASSERT_EQ(reading.findings.front().code, "left_out");
    EXPECT_EQ(reading.findings.front().text, "S•••");
}

TEST(ColumnsAboutPersons, are_not_quoted_where_they_have_no_header) {
    TextTable text(
        "Month|Nationality|n\n2024-01|VEN|1|who@example.org\n2024-02|COL|2|more@example.org");
    const auto reading = read(text, crossings("Month=period,Nationality=origin,n=count")).value();
    EXPECT_TRUE(reading.dimensions.empty());
    ASSERT_EQ(reading.findings.front().code, "cell_without_column");
    EXPECT_EQ(reading.findings.front().text, "w•••");
}

TEST(ColumnsAboutPersons, tagged_contacts_too) {
    TextTable text(
        "When|n|Who\n#date|#affected|#contact+name\n2024-01|1|Somebody\n2024-02|2|Another");
    const auto found = recognise(text, crossings());
    EXPECT_EQ(found.columns[2].field, Field::skip);
    EXPECT_EQ(found.columns[2].samples.front(), "S•••");
}

TEST(ColumnsAboutPersons, masks_show_one_letter) {
    EXPECT_EQ(masked("Ångström"), "Å•••");
    EXPECT_EQ(masked("اسم"), "ا•••");
    EXPECT_EQ(masked(""), "•••");
}

}  // namespace
}  // namespace tenpoint::movements
