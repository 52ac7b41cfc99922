// SPDX-License-Identifier: Apache-2.0
#include "web/router.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "web/target.hpp"

namespace tenpoint::web {
namespace {

Route route(Method method, std::string path) {
    return {.method = method, .path = std::move(path), .answer = nullptr};
}

Router sheets() {
    return Router({route(Method::get, "/api/sheets/{id}"), route(Method::patch, "/api/sheets/{id}"),
                   route(Method::get, "/api/sheets/preview"),
                   route(Method::get, "/api/sheets/{id}/document"),
                   route(Method::post, "/api/sheets")});
}

Router::Match match(const Router& router, Method method, std::string_view path) {
    return router.match(method, parse_target(path).value().segments);
}

TEST(Router, FindsTheRouteOfAPathAndItsParameters) {
    const auto router = sheets();
    const auto found = match(router, Method::get, "/api/sheets/42/document");
    ASSERT_NE(found.route, nullptr);
    EXPECT_EQ(found.route->path, "/api/sheets/{id}/document");
    EXPECT_EQ(found.parameters.at("id"), "42");
}

TEST(Router, PrefersALiteralSegmentToAParameter) {
    const auto router = sheets();
    EXPECT_EQ(match(router, Method::get, "/api/sheets/preview").route->path, "/api/sheets/preview");
    EXPECT_EQ(match(router, Method::get, "/api/sheets/other").route->path, "/api/sheets/{id}");
}

TEST(Router, SaysWhichMethodsAPathAllows) {
    const auto router = sheets();
    const auto found = match(router, Method::remove, "/api/sheets/42");
    EXPECT_EQ(found.route, nullptr);
    EXPECT_EQ(found.allowed, "GET, HEAD, PATCH");
}

TEST(Router, KnowsNothingOfOtherPaths) {
    const auto router = sheets();
    for (const auto* path :
         {"/", "/api", "/api/sheets/", "/api/sheets//document", "/api/sheets/1/2", "/API/sheets",
          "/api/sheets/x/../preview", "/api%2Fsheets"}) {
        const auto found = match(router, Method::get, path);
        EXPECT_EQ(found.route, nullptr) << path;
        EXPECT_EQ(found.allowed, "") << path;
    }
}

TEST(Router, RefusesTwoRoutesForTheSame) {
    EXPECT_THROW(Router({route(Method::get, "/api/x"), route(Method::get, "/api/x")}),
                 std::logic_error);
}

TEST(Target, DecodesPathAndQuery) {
    const auto target = parse_target("/api/places/C%C3%B4te%2FX?q=Dari%C3%A9n+gap&q=b&empty=");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->segments, (std::vector<std::string>{"api", "places", "Côte/X"}));
    EXPECT_EQ(target->query.find("q"), "Darién gap");
    EXPECT_EQ(target->query.count("q"), 2U);
    EXPECT_EQ(target->query.find("empty"), "");
    EXPECT_EQ(target->query.find("none"), std::nullopt);
}

TEST(Target, RefusesWhatIsNotCleanlyEncoded) {
    for (const auto* text : {"", "api", "/a%", "/a%zz", "/a%00b", "/a%ff", "/a?x=%c3%28", "/a b",
                             "/a%1b", "http://elsewhere/api", "*"})
        EXPECT_FALSE(parse_target(text)) << text;
}

}  // namespace
}  // namespace tenpoint::web
