// SPDX-License-Identifier: Apache-2.0
#include "web/compression.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>
#include <zlib.h>

#include "web/header_values.hpp"

namespace tenpoint::web {
namespace {

constexpr std::size_t least_bytes = 1024;  // below it the saving is lost in one packet
constexpr int quick_level = 4;

}  // namespace

std::string gzipped(std::string_view bytes, int level) {
    if (bytes.size() > std::numeric_limits<uInt>::max())
        throw std::length_error("too long to be compressed at once");
    z_stream stream{};
    constexpr int gzip_format = 15 + 16;
    constexpr int memory = 8;
    if (deflateInit2(&stream, level, Z_DEFLATED, gzip_format, memory, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    // zlib's interface is older than const and than char as bytes.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int outcome = deflate(&stream, Z_FINISH);
    deflateEnd(&stream);
    if (outcome != Z_STREAM_END) throw std::logic_error("deflateBound was too small");
    out.resize(stream.total_out);
    return out;
}

bool is_compressible(std::string_view media_type) {
    static constexpr std::array<std::string_view, 5> others{
        "application/json", "application/problem+json", "application/manifest+json",
        "image/svg+xml", "application/wasm"};
    const auto type = media_type_of(media_type);
    return type.starts_with("text/") || std::ranges::find(others, type) != others.end();
}

void compress(std::string_view accept_encoding, Response& response) {
    auto* text = std::get_if<std::string>(&response.body);
    if (!text || text->size() < least_bytes || response.headers.find("Content-Encoding") ||
        !is_compressible(response.headers.get("Content-Type")))
        return;
    response.headers.add("Vary", "Accept-Encoding");
    if (!accepts_gzip(accept_encoding)) return;
    *text = gzipped(*text, quick_level);
    response.headers.set("Content-Encoding", "gzip");
}

}  // namespace tenpoint::web
