// SPDX-License-Identifier: Apache-2.0
#include "formats/document_text.hpp"

#include <fstream>

#include <gtest/gtest.h>

#include "formats/html_text.hpp"
#include "formats/pdf_text.hpp"

namespace tenpoint::formats {
namespace {

std::string text_of_bytes(const std::string& bytes) {
    const auto file = std::filesystem::path(testing::TempDir()) / "document_text";
    std::ofstream(file, std::ios::binary) << bytes;
    auto text = document_text(file);
    std::filesystem::remove(file);
    return text;
}

TEST(DocumentTexts, AreThoseOfPlainTextInItsEncoding) {
    EXPECT_EQ(text_of_bytes("  The border\r\nat night \n"), "The border\nat night");
    EXPECT_EQ(text_of_bytes("L'\xe9t\xe9 \xe0 la fronti\xe8re, o\xf9 l'on passe"),
              "L'été à la frontière, où l'on passe");
    EXPECT_EQ(text_of_bytes(std::string("\xff\xfe"
                                        "a\0b\0",
                                        6)),
              "ab");
    EXPECT_EQ(text_of_bytes(""), "");
}

TEST(DocumentTexts, AreNoneOfWhatIsNoText) {
    EXPECT_EQ(text_of_bytes(std::string(100, '\0')), "");
    EXPECT_EQ(text_of_bytes("PK\x03\x04 and no archive"), "");
    EXPECT_EQ(text_of_bytes("%PDF-1.4 and no more"), "");
}

TEST(DocumentTexts, AreCutWhereTheyAreVeryLong) {
    std::string lines;
    while (lines.size() < 2 * most_document_text)
        lines += "é and a line of words\n";
    const auto text = text_of_bytes(lines);
    EXPECT_LE(text.size(), most_document_text);
    EXPECT_GT(text.size(), most_document_text - 100);
}

TEST(HtmlTexts, AreWhatAPageShows) {
    EXPECT_EQ(html_text("<p>One</p><P>two &amp; three</P>"), "One\ntwo & three\n");
    EXPECT_EQ(html_text("a<script>no<b></script>b<style>no</STYLE>c<!-- no > -->d"), "abcd");
    EXPECT_EQ(html_text("&#233;&#xE9;&#x110000;&#0;&nosuch;&"), "éé   &");
    EXPECT_EQ(html_text("a < b"), "a ");
    EXPECT_EQ(html_text("<script>"), "");
    EXPECT_EQ(html_text(std::string(100'000, '&')).size(), 100'000U);
}

}  // namespace
}  // namespace tenpoint::formats
