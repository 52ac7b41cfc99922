// SPDX-License-Identifier: Apache-2.0
#pragma once

// The values of those header fields that Tenpoint understands (RFC 9110, RFC 6265).

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tenpoint::web {

// Without the spaces and tabs at both ends, which say nothing (RFC 9110, 5.6.3).
std::string_view without_blanks(std::string_view text);

// "application/json" of "Application/JSON; charset=utf-8".
std::string media_type_of(std::string_view content_type);

// Which of `offered` ("text/csv" …) an Accept header likes best, the earlier where two are liked
// alike; nothing where it refuses all. An empty header takes the first.
std::optional<std::size_t> best_media_type(std::string_view accept,
                                           std::span<const std::string_view> offered);

// Whether an Accept-Encoding header names gzip, or a star, and does not refuse it by q=0.
bool accepts_gzip(std::string_view accept_encoding);

// The value of one cookie of a Cookie header.
std::optional<std::string_view> find_cookie(std::string_view cookies, std::string_view name);

// The token of an Authorization header of the scheme Bearer (RFC 6750).
std::optional<std::string_view> bearer_token(std::string_view authorization);

// The password of an Authorization header of the scheme Basic (RFC 7617), whoever it names.
std::optional<std::string> basic_password(std::string_view authorization);

// Whether `etag`, with its quotes, stands in an If-None-Match header (weak comparison).
bool is_etag_among(std::string_view if_none_match, std::string_view etag);

// The version of a record that an If-Match header names: `"3"` gives 3.
std::optional<std::int64_t> version_from_etag(std::string_view if_match);

// Content-Disposition for a download: the name in ASCII, and whole in UTF-8 (RFC 6266).
std::string attachment(std::string_view file_name);

}  // namespace tenpoint::web
