// SPDX-License-Identifier: Apache-2.0
#include "web/static_files.hpp"

#include <array>

#include <fmt/format.h>

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "web/compression.hpp"
#include "web/header_values.hpp"

namespace tenpoint::web {
namespace {

constexpr std::string_view shell_name = "index.html";
constexpr std::string_view hashed_folder = "assets/";
constexpr std::string_view nonce_mark = "__CSP_NONCE__";

std::string_view media_type_for(std::string_view path) {
    struct Row {
        std::string_view ending, type;
    };
    static constexpr std::array rows{
        Row{".html", "text/html; charset=utf-8"},
        Row{".js", "text/javascript; charset=utf-8"},
        Row{".css", "text/css; charset=utf-8"},
        Row{".json", "application/json"},
        Row{".svg", "image/svg+xml"},
        Row{".png", "image/png"},
        Row{".ico", "image/x-icon"},
        Row{".woff2", "font/woff2"},
        Row{".txt", "text/plain; charset=utf-8"},
        Row{".webmanifest", "application/manifest+json"},
    };
    for (const auto& row : rows)
        if (path.ends_with(row.ending)) return row.type;
    return "application/octet-stream";
}

std::string policy_with(std::string_view nonce) {
    return fmt::format(
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{}'; img-src 'self' data: "
        "blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; "
        "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        nonce);
}

std::string path_of(const Target& target) {
    std::string path;
    for (const auto& segment : target.segments) {
        if (!path.empty()) path += '/';
        path += segment;
    }
    return path;
}

}  // namespace

StaticFiles::StaticFiles(std::span<const EmbeddedFile> files, Randomness& randomness)
    : randomness_(randomness) {
    for (const auto& file : files) {
        if (file.path == shell_name) {
            shell_ = file.bytes;
            continue;
        }
        File kept{file.bytes,
                  {},
                  std::string(media_type_for(file.path)),
                  fmt::format("\"{}\"", hash_of(file.bytes).substr(0, 32)),
                  file.path.starts_with(hashed_folder)};
        if (is_compressible(kept.media_type)) {
            kept.zipped = gzipped(file.bytes, 9);
            if (kept.zipped.size() >= file.bytes.size()) kept.zipped.clear();
        }
        files_.emplace(file.path, std::move(kept));
    }
}

Response StaticFiles::answer(const Request& request) const {
    const auto path = path_of(request.target);
    const auto found = files_.find(path);
    if (found == files_.end())
        return path.starts_with(hashed_folder)
                   ? problem_response({ProblemCode::not_found}, request.language)
                   : shell();
    const auto& file = found->second;
    Response response;
    response.headers.set("ETag", file.etag);
    response.headers.set("Cache-Control",
                         file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
    if (is_etag_among(request.headers.get("If-None-Match"), file.etag)) {
        response.status = 304;
        return response;
    }
    response.headers.set("Content-Type", file.media_type);
    response.body = file.bytes;
    if (!file.zipped.empty()) {
        response.headers.set("Vary", "Accept-Encoding");
        if (accepts_gzip(request.headers.get("Accept-Encoding"))) {
            response.headers.set("Content-Encoding", "gzip");
            response.body = std::string_view(file.zipped);
        }
    }
    return response;
}

Response StaticFiles::shell() const {
    const auto nonce = to_hex(randomness_.bytes(16));
    std::string page(shell_);
    for (auto at = page.find(nonce_mark); at != std::string::npos; at = page.find(nonce_mark, at))
        page.replace(at, nonce_mark.size(), nonce);
    auto response = text_response(std::move(page), "text/html; charset=utf-8");
    if (shell_.empty()) response.status = 404;  // a program built without its interface
    response.headers.set("Content-Security-Policy", policy_with(nonce));
    response.headers.set("Cross-Origin-Opener-Policy", "same-origin");
    response.headers.set("Cache-Control", "no-cache");
    return response;
}

}  // namespace tenpoint::web
