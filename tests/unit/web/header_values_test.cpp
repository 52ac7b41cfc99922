// SPDX-License-Identifier: Apache-2.0
#include "web/header_values.hpp"

#include <array>

#include <gtest/gtest.h>

#include "web/headers.hpp"

namespace tenpoint::web {
namespace {

TEST(Headers, AreFoundWithoutCase) {
    Headers headers;
    headers.add("Content-Type", "text/csv");
    EXPECT_EQ(headers.find("content-type"), "text/csv");
    headers.set("CONTENT-TYPE", "text/plain");
    EXPECT_EQ(headers.get("Content-Type"), "text/plain");
    EXPECT_EQ(std::distance(headers.begin(), headers.end()), 1);
    EXPECT_EQ(headers.find("Accept"), std::nullopt);
}

TEST(HeaderValues, ReadAMediaType) {
    EXPECT_EQ(media_type_of("Application/JSON; charset=utf-8"), "application/json");
    EXPECT_EQ(media_type_of(""), "");
}

TEST(HeaderValues, ChooseTheMediaTypeThatTheClientLikesBest) {
    constexpr std::array<std::string_view, 3> offered{"application/json", "text/csv",
                                                      "text/csv+hxl"};
    struct Row {
        std::string_view accept;
        std::optional<std::size_t> expected;
    };
    for (const auto& [accept, expected] : {
             Row{"", 0},
             Row{"*/*", 0},
             Row{"text/csv", 1},
             Row{"text/*;q=0.5, application/json;q=0.4", 1},
             Row{"text/csv;q=0, */*", 0},
             Row{"text/csv;q=0.9, application/json", 0},
             Row{"image/png", std::nullopt},
             Row{"application/json;q=0", std::nullopt},
             Row{"text/csv;q=nonsense, application/json;q=0.1", 0},
         })
        EXPECT_EQ(best_media_type(accept, offered), expected) << accept;
}

TEST(HeaderValues, KnowWhetherGzipIsAccepted) {
    for (const auto* yes : {"gzip", "deflate, gzip;q=0.5, br", "*", "GZIP"})
        EXPECT_TRUE(accepts_gzip(yes)) << yes;
    for (const auto* no : {"", "br", "gzip;q=0", "*;q=0", "gzip;q=0, *"})
        EXPECT_FALSE(accepts_gzip(no)) << no;
}

TEST(HeaderValues, FindACookieByItsWholeName) {
    EXPECT_EQ(find_cookie("a=1; tenpoint_session=xyz; b=2", "tenpoint_session"), "xyz");
    EXPECT_EQ(find_cookie("not_tenpoint_session=xyz", "tenpoint_session"), std::nullopt);
    EXPECT_EQ(find_cookie("", "tenpoint_session"), std::nullopt);
}

TEST(HeaderValues, ReadTheTokenThatIsShown) {
    EXPECT_EQ(bearer_token("bearer  abc "), "abc");
    for (const auto* other : {"", "Bearer", "Bearer ", "Basic dTpw"})
        EXPECT_EQ(bearer_token(other), std::nullopt) << other;
}

TEST(HeaderValues, ReadThePasswordOfBasicAuthentication) {
    EXPECT_EQ(basic_password("Basic YW55Ym9keTphYmM="), "abc");  // anybody:abc
    EXPECT_EQ(basic_password("basic YW55Ym9keTphOmI="), "a:b");  // anybody:a:b
    EXPECT_EQ(basic_password("Basic Og=="), "");                 // :
    EXPECT_EQ(basic_password("Basic 2YXZhjrYs9ix"), "سر");       // من:سر
    for (const auto* other : {"", "Basic", "Basic ", "Basic YWJj", "Basic YW55Ym9keTphYmM",
                              "Basic YW55?m9keTphYmM=", "Bearer YW55Ym9keTphYmM="})
        EXPECT_EQ(basic_password(other), std::nullopt) << other;
}

TEST(HeaderValues, CompareEntityTags) {
    EXPECT_TRUE(is_etag_among("\"a\", W/\"b\"", "\"b\""));
    EXPECT_TRUE(is_etag_among("*", "\"b\""));
    EXPECT_FALSE(is_etag_among("\"a\"", "\"b\""));
    EXPECT_FALSE(is_etag_among("", "\"b\""));
}

TEST(HeaderValues, ReadTheVersionThatIsToBeChanged) {
    EXPECT_EQ(version_from_etag("\"12\""), 12);
    for (const auto* bad : {"", "12", "\"\"", "\"0\"", "\"-1\"", "\"1x\"", "W/\"1\"", "*",
                            "\"99999999999999999999\""})
        EXPECT_EQ(version_from_etag(bad), std::nullopt) << bad;
}

TEST(HeaderValues, NameADownloadSoThatNothingEscapes) {
    EXPECT_EQ(attachment("Darién \"2024\".csv"),
              "attachment; filename=\"Dari__n _2024_.csv\"; "
              "filename*=UTF-8''Dari%C3%A9n%20%222024%22.csv");
    EXPECT_EQ(attachment("a\r\nSet-Cookie: x").find('\n'), std::string::npos);
}

}  // namespace
}  // namespace tenpoint::web
