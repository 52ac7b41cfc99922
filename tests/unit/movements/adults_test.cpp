// SPDX-License-Identifier: Apache-2.0
//
// Men and women beside children.
#include "read_text.hpp"
#include "record/value_type.hpp"

namespace tenpoint::movements {
namespace {

// "male adult 10", one for each figure; what is not told is left out.
std::vector<std::string> people_in(std::string_view text) {
    Mapping known;
    known.set.indicator = Indicator::arrival;
    known.set.place = "PAN-DARIEN";
    TextTable first(text), table(text);
    const auto reading = read(table, recognise(first, known).mapping).value();
    std::vector<std::string> people;
    for (const auto& figure : reading.figures) {
        std::string one;
        if (figure.sex != Sex::all) one += std::string{record::word_of(figure.sex)} + ' ';
        if (figure.age != AgeGroup::all) one += std::string{record::word_of(figure.age)} + ' ';
        people.push_back(one + std::to_string(figure.count));
    }
    return people;
}

using People = std::vector<std::string>;

const People four{"male adult 10", "female adult 20", "male child 3", "female child 4"};

TEST(Adults, AreMenAndWomenBesideBoysAndGirls) {
    for (const auto* header : {"Month|Men|Women|Boys|Girls", "Mois|Hommes|Femmes|Garçons|Filles",
                               "Mes|Hombres|Mujeres|Niños|Niñas", "شهر|رجال|نساء|فتيان|فتيات"})
        EXPECT_EQ(people_in(std::string(header) + "\n2024-01|10|20|3|4"), four) << header;
}

TEST(Adults, AreMenAndWomenBesideChildren) {
    EXPECT_EQ(people_in("Month|Men|Women|Children\n2024-01|10|20|7"),
              (People{"male adult 10", "female adult 20", "child 7"}));
}

TEST(Adults, AreNotMenAndWomenAlone) {
    EXPECT_EQ(people_in("Month|Men|Women\n2024-01|10|20"), (People{"male 10", "female 20"}));
}

TEST(Adults, AreAmongAllMenAndWomenWhereATotalSaysSo) {
    EXPECT_EQ(people_in("Month|Total|Men|Women|Children\n2024-01|30|10|20|7").at(1), "male 10");
    EXPECT_EQ(people_in("Month|Total|Men|Women|Children\n2024-01|37|10|20|7").at(1),
              "male adult 10");
}

TEST(Adults, AreMalesAndFemalesWhereATotalSaysSoOrChildrenAreMore) {
    EXPECT_EQ(people_in("Month|Male|Female|Boys|Girls\n2024-01|10|20|3|4").at(0), "male 10");
    EXPECT_EQ(people_in("Month|Total|Male|Female|Boys|Girls\n2024-01|37|10|20|3|4").at(1),
              "male adult 10");
    EXPECT_EQ(people_in("Month|Male|Female|Boys|Girls\n2024-01|10|20|30|40").at(0),
              "male adult 10");
}

TEST(Adults, AreNotMadeOfMenAndWomenBesideAdults) {
    EXPECT_EQ(people_in("Month|Men|Women|Adult men|Children\n2024-01|10|20|8|7").at(0), "male 10");
}

TEST(Adults, AreMenAndWomenInAColumnFromWhenOnItKnowsChildren) {
    EXPECT_EQ(people_in("Month|Sex|Persons\n2022-12|Men|11\n2022-12|Women|12\n"
                        "2023-01|Men|10\n2023-01|Women|20\n2023-01|Boys|3\n2023-01|Girls|4"),
              (People{"male 11", "female 12", "male adult 10", "female adult 20", "male child 3",
                      "female child 4"}));
    EXPECT_EQ(people_in("Mes|Sexo|Personas\n2023-01|Hombres|10\n2023-01|Mujeres|20\n"
                        "2023-01|Niños|3\n2023-01|Niñas|4"),
              four);
}

}  // namespace
}  // namespace tenpoint::movements
