// SPDX-License-Identifier: Apache-2.0
#include "formats/encoding.hpp"

#include <unicode/ucnv.h>

#include "read_table.hpp"

namespace tenpoint::formats {
namespace {

std::string encoded(std::string_view utf8, const char* encoding) {
    std::string out(utf8.size() * 4, '\0');
    UErrorCode status = U_ZERO_ERROR;
    const auto size =
        ucnv_convert(encoding, "UTF-8", out.data(), static_cast<std::int32_t>(out.size()),
                     utf8.data(), static_cast<std::int32_t>(utf8.size()), &status);
    EXPECT_TRUE(U_SUCCESS(status)) << encoding;
    out.resize(static_cast<std::size_t>(size));
    return out;
}

const std::string french =
    "Pays,Région,Arrivées\nCôte d’Ivoire,Forêt,12\nMali,Ségou,5\nNiger,Tillabéri,7\n";
const std::string spanish = "País,Año,Niñas\nPanamá,2021,3\nEspaña,2022,8\nMéxico,2023,1\n";
const std::string arabic =
    "البلد,المحافظة,عدد "
    "الأشخاص\nسوريا,حلب,120\nاليمن,الحديدة,45\nالعراق,نينوى,77\nليبيا,طرابلس,3\n";
const std::string ukrainian =
    "Країна,Кількість\nПольща,120\nРумунія,45\nУгорщина,77\nСловаччина,3\nМолдова,12\n";

struct Encoded {
    const char* name;
    const std::string* text;
    const char* encoding;
    std::string mark;
    bool guessed;
};

class Encodings : public testing::TestWithParam<Encoded> {};

TEST_P(Encodings, AreFoundOutAndDecoded) {
    const auto& [name, text, encoding, mark, guessed] = GetParam();
    const auto expected = read_text(*text);
    const auto read = read_text(mark + encoded(*text, encoding));
    EXPECT_EQ(read.info.encoding, encoding);
    EXPECT_EQ(read.rows, expected.rows);
    EXPECT_EQ(codes_of(read.findings), guessed ? std::vector<std::string>{"encoding_guessed@0"}
                                               : std::vector<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(
    Csv, Encodings,
    testing::Values(Encoded{"french", &french, "UTF-8", "", false},
                    Encoded{"marked", &french, "UTF-8", "\xEF\xBB\xBF", false},
                    Encoded{"western_french", &french, "windows-1252", "", true},
                    Encoded{"western_spanish", &spanish, "windows-1252", "", true},
                    Encoded{"windows_arabic", &arabic, "windows-1256", "", true},
                    Encoded{"windows_cyrillic", &ukrainian, "windows-1251", "", true},
                    Encoded{"wide_little", &arabic, "UTF-16LE", "\xFF\xFE", false},
                    Encoded{"wide_big", &french, "UTF-16BE", "\xFE\xFF", false},
                    Encoded{"wide_little_unmarked", &french, "UTF-16LE", "", true},
                    Encoded{"wide_big_unmarked", &spanish, "UTF-16BE", "", true}),
    [](const auto& test) { return test.param.name; });

// The head of a long file is all that the first guess sees.
TEST(Encodings, AFileThatTurnsOutNotToBeUtf8ChangesOver) {
    std::string text = "a,b\n";
    while (text.size() < 3U << 20)
        text += std::string(1'000, 'a') + ",123\n";
    const auto read = read_text(text + encoded("Côte d’Ivoire,5\nMali,6\n", "windows-1252"));
    ASSERT_GT(read.rows.size(), 2U);
    EXPECT_EQ(read.rows[read.rows.size() - 2], (std::vector<std::string>{"Côte d’Ivoire", "5"}));
    EXPECT_EQ(read.rows.back(), (std::vector<std::string>{"Mali", "6"}));
    EXPECT_EQ(codes_of(read.findings), (std::vector<std::string>{"encoding_guessed@0"}));
    EXPECT_EQ(read.findings[0].text, "windows-1252");
}

TEST(Encodings, ADamagedPlaceInUtf8IsReplacedAndReported) {
    const auto read = read_text(french +
                                "Bad\xC3"
                                "x,Kéné,4\n" +
                                french);
    EXPECT_EQ(read.info.encoding, "UTF-8");
    EXPECT_EQ(read.rows.at(4), (std::vector<std::string>{"Bad\uFFFDx", "Kéné", "4"}));
    EXPECT_EQ(read.rows.at(6).at(0), "Côte d’Ivoire");
    EXPECT_EQ(codes_of(read.findings), (std::vector<std::string>{"undecodable_text@0"}));
}

TEST(Encodings, AFileThatEndsWithinACharacterIsReadToItsEnd) {
    const auto read = read_text(french + "Fin,é,\xC3");
    EXPECT_EQ(read.rows.back(), (std::vector<std::string>{"Fin", "é", "\uFFFD"}));
}

TEST(ValidUtf8Prefix, StopsAtTheFirstBadByteAtAnyPlace) {
    for (std::size_t before = 0; before < 200; ++before) {
        const std::string ascii(before, 'x');
        EXPECT_EQ(valid_utf8_prefix(ascii + "\xFFyz").bytes, before);
        EXPECT_EQ(valid_utf8_prefix(ascii + "é" + ascii + "\xC3").bytes, 2 * before + 2);
        EXPECT_TRUE(valid_utf8_prefix(ascii).is_ascii);
        EXPECT_FALSE(valid_utf8_prefix(ascii + "é").is_ascii);
    }
}

}  // namespace
}  // namespace tenpoint::formats
