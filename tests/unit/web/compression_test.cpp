// SPDX-License-Identifier: Apache-2.0
#include "web/compression.hpp"

#include <string>
#include <zlib.h>

#include <gtest/gtest.h>

namespace tenpoint::web {
namespace {

std::string unzipped(std::string_view zipped, std::size_t length) {
    std::string out(length, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zipped.data()));
    stream.avail_in = static_cast<uInt>(zipped.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    inflateEnd(&stream);
    return out;
}

std::string body_text(const Response& response) {
    return std::get<std::string>(response.body);
}

TEST(Compression, GivesBackWhatWasCompressed) {
    std::string text;
    for (int i = 0; i < 10'000; ++i)
        text += std::to_string(i * 7919);
    for (const auto& bytes : {std::string(), std::string("a"), text})
        EXPECT_EQ(unzipped(gzipped(bytes, 4), bytes.size()), bytes);
}

TEST(Compression, TakesTextsThatAreLongEnoughForWhoAcceptsIt) {
    const std::string text(5000, 'x');
    struct Row {
        std::string text;
        std::string_view type, accepts;
        bool zipped;
    };
    for (const auto& row : {
             Row{text, "application/json", "gzip", true},
             Row{text, "text/csv; charset=utf-8", "br, gzip", true},
             Row{text, "application/json", "", false},
             Row{text, "application/json", "gzip;q=0", false},
             Row{text, "application/pdf", "gzip", false},
             Row{"short", "application/json", "gzip", false},
         }) {
        auto response = text_response(row.text, row.type);
        compress(row.accepts, response);
        EXPECT_EQ(response.headers.get("Content-Encoding"), row.zipped ? "gzip" : "") << row.type;
        const auto sent =
            row.zipped ? unzipped(body_text(response), row.text.size()) : body_text(response);
        EXPECT_EQ(sent, row.text) << row.type;
    }
}

TEST(Compression, TellsCachesThatTheAnswerDependsOnTheEncoding) {
    auto response = text_response(std::string(5000, 'x'), "application/json");
    compress("", response);
    EXPECT_EQ(response.headers.get("Vary"), "Accept-Encoding");
}

}  // namespace
}  // namespace tenpoint::web
