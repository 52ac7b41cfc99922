// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/place_list.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace tenpoint::directory {
namespace {

// A list as a file of somebody's; goes with the object.
class ListFile {
  public:
    explicit ListFile(const std::string& text)
        : path_(testing::TempDir() + "/places_" +
                testing::UnitTest::GetInstance()->current_test_info()->name()) {
        std::ofstream(path_, std::ios::binary) << text;
    }
    ~ListFile() { std::filesystem::remove(path_); }
    Result<PlaceList> read(const std::string& country = {}) const {
        return read_place_list(path_, country);
    }

  private:
    std::string path_;
};

// "1 CD10 Kinshasa in COD; …"
std::string told(const PlaceList& list) {
    std::string text;
    for (const auto& area : list.areas)
        text += (text.empty() ? "" : "; ") + std::to_string(area.level) + " " + area.code + " " +
                area.name.en + " in " + area.parent;
    return text;
}

std::vector<std::string> codes_of(const PlaceList& list) {
    std::vector<std::string> codes;
    for (const auto& finding : list.findings.first())
        codes.push_back(finding.code + " " + std::to_string(finding.row));
    return codes;
}

TEST(PlaceList, ReadsOchasListWithADistrictBeforeItsProvince) {
    const ListFile file(
        "\xEF\xBB\xBFLocation,Admin Level,P-Code,Name,Parent P-Code,Valid from date\r\n"
        "COD,2,CD1000,\"Kinshasa, ville\",CD10,2019-09-11\r\n"
        "COD,1,CD10,Kinshasa,COD,2019-09-11\r\n"
        "SEN,1,SN01,Dakar,SEN,2021-01-01\r\n");
    const auto list = file.read("COD").value();
    EXPECT_EQ(told(list), "1 CD10 Kinshasa in COD; 2 CD1000 Kinshasa, ville in CD10");
    EXPECT_EQ(list.rows, 3);
    EXPECT_EQ(list.elsewhere, 1);
    EXPECT_EQ(list.refused, 0);
    EXPECT_EQ(list.countries.at("SEN"), 1);
    EXPECT_EQ(told(file.read().value()).substr(0, 40), "1 CD10 Kinshasa in COD; 1 SN01 Dakar in ");
}

TEST(PlaceList, ReadsTheCommonDataSetsWithTheirLanguages) {
    const ListFile file(
        "ADM0_EN,ADM0_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE,ADM3_EN,"
        "ADM3_PCODE\n"
        "Yemen,YE,Aden,عدن,YE24,Craiter,صيرة,YE2405,X,YE240501\n"
        "Yemen,YE,Aden,عدن,YE24,Craiter,صيرة,YE2405,Y,YE240502\n"
        "Yemen,YE,Aden,عدن,YE24,Al Mualla,المعلا,YE2402,Z,YE240201\n");
    const auto list = file.read().value();
    EXPECT_EQ(told(list),
              "1 YE24 Aden in YEM; 2 YE2405 Craiter in YE24; 2 YE2402 Al Mualla in YE24");
    EXPECT_EQ(list.areas.front().name.ar, "عدن");
    EXPECT_EQ(list.refused, 0);
}

TEST(PlaceList, TakesANameInAnyLanguageWhereThereIsNoEnglishOne) {
    const ListFile file("admin1Pcode;admin1Name_fr\nGN08;Nzérékoré\n");
    const auto list = file.read().value();
    EXPECT_EQ(told(list), "1 GN08 Nzérékoré in GIN") << "its country by the P-code";
    EXPECT_EQ(list.areas.front().name.fr, "Nzérékoré");
}

TEST(PlaceList, ReadsHashtagsAlsoThoseOf2014AndPointsOnTheMap) {
    const ListFile file(
        "Pays,Région,Code,Préfecture,Code,x,y\n"
        "#country,#adm1,#adm1_id,#adm2,#adm2_id,#lon_deg,#lat_deg\n"
        "Guinée,Nzerekore,GN08,Yomou,GN0806,-9.104,7.537\n"
        "Guinée,Nzerekore,GN08,Lola,GN0803,0,0\n");
    const auto list = file.read().value();
    EXPECT_EQ(told(list), "1 GN08 Nzerekore in GIN; 2 GN0806 Yomou in GN08; 2 GN0803 Lola in GN08");
    EXPECT_FALSE(list.areas[0].latitude) << "the point is the district's";
    EXPECT_EQ(list.areas[1].latitude->microdegrees, 7'537'000);
    EXPECT_FALSE(list.areas[2].latitude);
    EXPECT_EQ(codes_of(list), (std::vector<std::string>{"area_off_the_globe 4"}));
}

TEST(PlaceList, AccountsForEveryRow) {
    const ListFile file(
        "Admin boundaries of 2021\n"
        "Location,Admin Level,P-Code,Name,Parent P-Code\n"
        "SEN,0,SN,Senegal,\n"
        "SEN,1,SN01,Dakar,SEN\n"
        "SEN,1,,Thiès,SEN\n"
        "SEN,1,SN09,,SEN\n"
        "SEN,2,SN0101,Pikine,\n"
        "SEN,3,SN010101,Thiaroye,SN0101\n"
        ",,,,\n"
        "SEN,1,SN01,Ville de Dakar,SEN\n");
    const auto list = file.read().value();
    EXPECT_EQ(told(list), "1 SN01 Dakar in SEN");
    EXPECT_EQ(list.rows, 7);
    EXPECT_EQ(list.refused, 5);
    EXPECT_EQ(codes_of(list),
              (std::vector<std::string>{"area_without_code 5", "area_without_name 6",
                                        "area_without_parent 7", "area_too_fine 8",
                                        "area_listed_twice 10"}));
}

TEST(PlaceList, ReadsFeaturesWithAPointInside) {
    const ListFile file(R"({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"admin1Name": "Awdal", "admin1Pcode": "SO11",
         "admin0Pcode": "SO", "OBJECTID": 1, "validTo": null},
         "geometry": {"type": "Polygon", "coordinates": [[[42, 9], [44, 9], [44, 11], [42, 11]]]}},
        {"type": "Feature", "properties": null, "geometry": null},
        {"type": "Feature", "properties": {"admin1Name": "Bay", "admin1Pcode": "SO24"},
         "geometry": null}]})");
    const auto list = file.read().value();
    EXPECT_EQ(told(list), "1 SO11 Awdal in SOM; 1 SO24 Bay in SOM");
    EXPECT_EQ(list.areas[0].latitude->microdegrees, 10'000'000);
    EXPECT_EQ(list.areas[0].longitude->microdegrees, 43'000'000);
    EXPECT_FALSE(list.areas[1].latitude);
}

TEST(PlaceList, SaysWhatIsNoList) {
    const auto why = [](const std::string& text) {
        const auto list = ListFile(text).read();
        return list ? std::string{"read"} : list.error().fields.at(0).code;
    };
    EXPECT_EQ(why("a,b\n1,2\n"), "not_a_place_list");
    EXPECT_EQ(why("P-Code,Name\nSN01,Dakar\n"), "not_a_place_list") << "of which level?";
    EXPECT_EQ(why(R"({"type": "Topology", "objects": {}})"), "topojson");
    EXPECT_EQ(why(R"({"type": "FeatureCollection", "features": [)"), "not_a_place_list");
    EXPECT_EQ(why(""), "empty_file");
}

TEST(PlaceList, ComesWithTheProgramForMostCountries) {
    const auto all = common_place_list({}).value();
    EXPECT_EQ(all.areas.size(), 33'363U);
    EXPECT_EQ(all.countries.size(), 156U);
    EXPECT_EQ(all.refused, 0);
    const auto somalia = common_place_list("SOM").value();
    EXPECT_EQ(told(somalia).substr(0, 19), "1 SO11 Awdal in SOM");
    EXPECT_EQ(somalia.rows, somalia.elsewhere + static_cast<std::int64_t>(somalia.areas.size()));
}

}  // namespace
}  // namespace tenpoint::directory
