// SPDX-License-Identifier: Apache-2.0
#include "web/static_files.hpp"

#include <array>

#include <gtest/gtest.h>

#include "web/compression.hpp"

namespace tenpoint::web {
namespace {

const std::string script(5000, 'x');
const std::array files{
    EmbeddedFile{"assets/main-1a2b.js", script},
    EmbeddedFile{"icon.svg", "<svg/>"},
    EmbeddedFile{"index.html", "<meta nonce=\"__CSP_NONCE__\"><style nonce=\"__CSP_NONCE__\">"},
};

class StaticFilesTest : public testing::Test {
  protected:
    Response get(std::string_view path, std::string_view field = "", std::string value = "") {
        Request request;
        request.target = parse_target(path).value();
        if (!field.empty()) request.headers.set(field, std::move(value));
        return files_.answer(request);
    }
    static std::string bytes(const Response& response) {
        const auto* text = std::get_if<std::string>(&response.body);
        return text ? *text : std::string(std::get<std::string_view>(response.body));
    }

    SystemRandomness randomness_;
    StaticFiles files_{files, randomness_};
};

TEST_F(StaticFilesTest, HashedFilesAreKeptForEver) {
    const auto response = get("/assets/main-1a2b.js");
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.headers.get("Content-Type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(response.headers.get("Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(bytes(response), script);
}

TEST_F(StaticFilesTest, FilesComeCompressedToWhoAcceptsIt) {
    const auto response = get("/assets/main-1a2b.js", "Accept-Encoding", "gzip, br");
    EXPECT_EQ(response.headers.get("Content-Encoding"), "gzip");
    EXPECT_EQ(response.headers.get("Vary"), "Accept-Encoding");
    EXPECT_LT(bytes(response).size(), script.size() / 10);
    EXPECT_FALSE(get("/assets/main-1a2b.js").headers.find("Content-Encoding"));
}

TEST_F(StaticFilesTest, AnUnchangedFileIsNotSentAgain) {
    const auto etag = std::string(get("/icon.svg").headers.get("ETag"));
    EXPECT_EQ(get("/icon.svg", "If-None-Match", etag).status, 304);
    EXPECT_EQ(get("/icon.svg", "If-None-Match", "\"other\"").status, 200);
}

TEST_F(StaticFilesTest, EachShellHasItsOwnNonceInPageAndPolicy) {
    const auto nonce_of = [&](std::string_view path) {
        const auto response = get(path);
        EXPECT_EQ(response.headers.get("Content-Type"), "text/html; charset=utf-8");
        const auto page = bytes(response);
        EXPECT_EQ(page.find("__CSP_NONCE__"), std::string::npos);
        const auto nonce = page.substr(std::string_view("<meta nonce=\"").size(), 32);
        EXPECT_EQ(page, "<meta nonce=\"" + nonce + "\"><style nonce=\"" + nonce + "\">");
        const auto policy = std::string(response.headers.get("Content-Security-Policy"));
        EXPECT_NE(policy.find("'nonce-" + nonce + "'"), std::string::npos);
        EXPECT_EQ(policy.find("unsafe"), std::string::npos);
        return nonce;
    };
    EXPECT_NE(nonce_of("/"), nonce_of("/figures/americas"));
}

TEST_F(StaticFilesTest, PathsLeadNowhereElse) {
    for (const auto* path : {"/assets/old-9z.js", "/assets/../index.html", "/assets/"})
        EXPECT_EQ(get(path).status, 404) << path;
    for (const auto* path : {"/..%2f..%2fetc/passwd", "/../../etc/passwd", "/index.html"})
        EXPECT_EQ(get(path).headers.get("Content-Type"), "text/html; charset=utf-8") << path;
}

}  // namespace
}  // namespace tenpoint::web
