// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <boost/json/value.hpp>

#include "base/language.hpp"
#include "base/problem.hpp"
#include "web/headers.hpp"

namespace tenpoint::web {

// Bytes that are made while they are sent, so that memory does not grow with a download.
struct BodyStream {
    // The next piece, an empty one at the end. Runs on the pool, one call after the other; an
    // exception cuts the connection, so that nobody takes the half for the whole.
    std::function<std::string()> next;
    std::optional<std::uint64_t> bytes{};  // how many come in all, where that is known
};

// News that are written as they come, for as long as the client stays: server-sent events.
struct LiveStream {
    struct News {
        std::string text;    // perhaps nothing yet
        bool is_all = true;  // else more is there already
    };
    // What has come since the last call; nothing at all ends the stream. Runs on the thread of
    // all streams, one call after the other, and looks at so much only that the others' turn comes.
    std::function<std::optional<News>()> next;
    // Has `wake` called, from any thread, whenever there may be news; until what it gives is
    // dropped.
    std::function<std::shared_ptr<void>(std::function<void()> wake)> listen;
};

// A view is of bytes that outlive the server, such as the program's own files.
using Body = std::variant<std::string, std::string_view, BodyStream, LiveStream>;

struct Response {
    int status = 200;
    Headers headers{};
    Body body{};
    std::chrono::milliseconds hold{};  // the answer is kept back that long
};

Response json_response(const boost::json::value& value, int status = 200);
Response text_response(std::string text, std::string_view media_type);
// 204
Response empty_response();

// Problem Details (RFC 9457) in `language`, with our `code` and the problems of fields, each with
// its sentence. The problem's detail stays here.
boost::json::object to_json(const Problem& problem, Language language);
Response problem_response(const Problem& problem, Language language);

}  // namespace tenpoint::web
