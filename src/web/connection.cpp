// SPDX-License-Identifier: Apache-2.0
#include "web/connection.hpp"

#include <optional>

#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

namespace tenpoint::web {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::awaitable;
using boost::system::error_code;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t header_limit = 16 * 1024;
constexpr std::size_t buffer_limit = 32 * 1024;
constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";

// Names a request in the log: unique in this process, and hardly ever met again in the next.
std::string next_number() {
    static const auto start = steady_clock::now().time_since_epoch().count() & 0xffffff;
    static std::atomic<std::uint64_t> count = 0;
    return fmt::format("{:06x}-{}", start, ++count);
}

std::optional<Method> to_method(http::verb verb) {
    switch (verb) {
        case http::verb::get:
        case http::verb::head:
            return Method::get;
        case http::verb::post:
            return Method::post;
        case http::verb::patch:
            return Method::patch;
        case http::verb::put:
            return Method::put;
        case http::verb::delete_:
            return Method::remove;
        default:
            return std::nullopt;
    }
}

// The network's errors, and an end between or within messages; others are the client's mistakes.
bool is_client_gone(const error_code& error) {
    return error && (error == http::error::end_of_stream || error == http::error::partial_message ||
                     error.category() != error_code(http::error::bad_method).category());
}

bool is_too_slow(std::uint64_t received, steady_clock::time_point start,
                 const ServerOptions& options) {
    const auto spent = steady_clock::now() - start;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(spent).count();
    return spent > options.stall_time &&
           received < options.least_bytes_per_second * static_cast<std::uint64_t>(seconds);
}

// The route's pattern, never the path itself: ids and queries stay out of log and metrics.
std::string_view pattern_of(const Request& request) {
    return request.route ? std::string_view(request.route->path) : "page";
}

void log_access(const Request& request, int status, Metrics::Seconds spent) {
    spdlog::info("event=answered request={} method={} route={} status={} ms={:.1f}", request.number,
                 to_word(request.method), pattern_of(request), status, spent.count() * 1000);
}

// All values of that name, as if they had come in one line (RFC 9110, 5.3).
std::string list_of(const Headers& headers, std::string_view name) {
    std::string list;
    for (const auto& [field, value] : headers)
        if (equal_without_case(field, name)) list += (list.empty() ? "" : ", ") + value;
    return list;
}

std::string_view last_of(const Headers& headers, std::string_view name) {
    std::string_view last;
    for (const auto& [field, value] : headers)
        if (equal_without_case(field, name)) last = value;
    return last;
}

// Puts method, target and fields of a header into `request`.
Result<void> take_header(const http::request<http::buffer_body>& header, Request& request) {
    for (const auto& field : header) {
        const auto name = field.name_string();
        const auto value = field.value();
        request.headers.add({name.data(), name.size()}, {value.data(), value.size()});
    }
    const auto method = to_method(header.method());
    if (!method) return Problem{ProblemCode::method_not_allowed};
    request.method = *method;
    request.only_head = header.method() == http::verb::head;
    const auto target = header.target();
    auto parsed = parse_target({target.data(), target.size()});
    if (!parsed) return std::move(parsed).error();
    request.target = std::move(*parsed);
    return {};
}

}  // namespace

Connection::Connection(asio::ip::tcp::socket socket, asio::ssl::context* tls, const House& house,
                       Admission admission)
    : stream_(std::move(socket), tls),
      admission_(std::move(admission)),
      timer_(stream_.get_executor()),
      nap_(stream_.get_executor()),
      buffer_(buffer_limit),
      service_(house.service),
      pools_(house.pools),
      pool_(house.pools.general),
      metrics_(house.metrics),
      options_(house.options) {}

void Connection::set_deadline(milliseconds time) {
    timed_out_ = false;
    deadline_ = steady_clock::now() + time;
    if (deadline_ < looks_at_) look_at_deadline();
}

void Connection::clear_deadline() {
    deadline_ = never;
}

// The timer is not set anew each time that the deadline moves further away, as it does several
// times in each request: it finds out when it fires.
void Connection::look_at_deadline() {
    looks_at_ = deadline_;
    timer_.expires_at(looks_at_);
    timer_.async_wait([weak = weak_from_this()](error_code error) {
        const auto self = weak.lock();
        if (error || !self) return;
        self->looks_at_ = never;
        if (self->deadline_ == never) return;
        if (self->deadline_ > steady_clock::now()) return self->look_at_deadline();
        self->timed_out_ = true;
        self->stream_.socket().cancel(error);
    });
}

void Connection::stop() {
    stopping_ = true;
    asio::post(stream_.get_executor(), [self = shared_from_this()] {
        error_code ignored;
        if (self->idle_) self->stream_.socket().cancel(ignored);
        self->nap_.cancel();
    });
}

awaitable<void> Connection::serve() {
    // A co_await within the condition of a loop is miscompiled by g++ 12.
    bool goes_on = !stream_.is_encrypted();
    if (!goes_on) goes_on = co_await shake_hands();
    while (goes_on && !stopping_)
        goes_on = co_await serve_one();
    co_await close_gently();
}

// Whoever does not complete it, or speaks no TLS, is hung up on.
awaitable<bool> Connection::shake_hands() {
    idle_ = true;
    set_deadline(options_.header_time);
    const auto [error] = co_await stream_.async_handshake(as_tuple);
    clear_deadline();
    idle_ = false;
    co_return !error;
}

// Gives whether another request may follow.
awaitable<bool> Connection::serve_one() {
    if (!co_await wait_for_bytes()) co_return false;
    const auto start = steady_clock::now();
    Request request;
    request.number = next_number();
    Parser parser;
    Response response;
    const auto step = co_await answer(parser, request, response);
    if (step == Step::gone) co_return false;
    co_await hold(response.hold);
    const bool keep = step == Step::answered && parser.get().keep_alive() && !stopping_;
    const bool lasts = std::holds_alternative<LiveStream>(response.body);
    const bool written = co_await write(request, response, keep);
    const Metrics::Seconds spent = steady_clock::now() - start;
    log_access(request, response.status, spent);
    metrics_.count_request(to_word(request.method), pattern_of(request), response.status,
                           lasts ? std::nullopt : std::optional(spent));
    co_return keep&& written;
}

// Says whose request it is and how it came; of both, a proxy before the server knows more. Some
// proxies add a line of their own behind those that the client typed.
void Connection::introduce(Request& request) const {
    const auto& headers = request.headers;
    request.address =
        options_.proxies.client_of(admission_.peer, list_of(headers, "X-Forwarded-For"));
    request.is_secure = options_.is_reached_by_tls || stream_.is_encrypted() ||
                        (options_.proxies.contains(admission_.peer) &&
                         last_of(headers, "X-Forwarded-Proto") == "https");
}

awaitable<bool> Connection::wait_for_bytes() {
    const bool is_first = !std::exchange(has_asked_, true);
    if (buffer_.size() > 0) co_return true;
    idle_ = true;
    set_deadline(is_first ? options_.header_time : options_.idle_time);
    const auto [error, count] = co_await stream_.async_read_some(buffer_.prepare(4096), as_tuple);
    buffer_.commit(count);
    idle_ = false;
    co_return !error;
}

// False where the client is gone, or has nothing to be told.
awaitable<bool> Connection::read_header(Parser& parser, Request& request,
                                        std::optional<Problem>& problem) {
    parser.header_limit(header_limit);
    parser.body_limit(boost::none);  // read_body keeps to the route's limit
    set_deadline(options_.header_time);
    const auto [error, count] =
        co_await http::async_read_header(stream_, buffer_, parser, as_tuple);
    clear_deadline();
    if (timed_out_)
        problem = Problem{ProblemCode::request_timed_out, "in the header"};
    else if (is_client_gone(error))
        co_return false;
    else if (error == http::error::header_limit || error == http::error::buffer_overflow)
        problem = Problem{ProblemCode::headers_too_large};
    else if (error)
        problem = Problem{ProblemCode::malformed_request, error.message()};
    else if (auto taken = take_header(parser.get(), request); !taken)
        problem = std::move(taken).error();
    co_return true;
}

awaitable<Connection::Step> Connection::answer(Parser& parser, Request& request,
                                               Response& response) {
    std::optional<Problem> problem;
    if (!co_await read_header(parser, request, problem)) co_return Step::gone;
    introduce(request);
    if (!problem && in_excess())
        problem = Problem{ProblemCode::server_busy, admission_.in_excess_of};
    if (problem) {
        response = service_.refuse(request, *problem);
        co_return Step::refused;
    }
    if (!parser.is_done()) co_return co_await answer_body(parser, request, response);
    auto work = [&] {
        auto refusal = service_.admit(request);
        return refusal ? std::move(*refusal) : service_.answer(request);
    };
    response = co_await on_pool(pools_.of(request), work);
    co_return Step::answered;
}

awaitable<Connection::Step> Connection::answer_body(Parser& parser, Request& request,
                                                    Response& response) {
    auto admit = [&] { return service_.admit(request); };
    if (auto refusal = co_await on_pool(pools_.admissions, admit)) {
        response = std::move(*refusal);
        co_return Step::refused;
    }
    std::optional<Problem> problem;
    if (!co_await read_body(parser, request, problem)) co_return Step::gone;
    clear_deadline();
    if (problem) {
        response = service_.refuse(request, *problem);
        co_return Step::refused;
    }
    if (request.route && (request.route->takes_turns || request.route->asks_elsewhere)) {
        auto& line = request.route->takes_turns ? pools_.turns : pools_.elsewhere;
        response = co_await answer_in_line(line, request);
        co_return Step::answered;
    }
    auto work = [&] { return service_.answer(request); };
    response = co_await on_pool(pools_.of(request), work);
    co_return Step::answered;
}

awaitable<Response> Connection::answer_in_line(WorkLine& line, Request& request) {
    const auto share = line.shares.enter(request.address);
    if (!share || line.pool.waiting >= WorkLine::most_waiting)
        co_return service_.refuse(request, {ProblemCode::server_busy, "line"});
    auto work = [&] { return service_.answer(request); };
    co_return co_await on_pool(line.pool, work);
}

// Without a thread meanwhile; the server's end does not wait for it.
awaitable<void> Connection::hold(milliseconds time) {
    if (time.count() <= 0 || stopping_) co_return;
    nap_.expires_after(time);
    co_await nap_.async_wait(as_tuple);
}

// Reads the body into memory, or piece by piece into a file where the route takes one. False where
// the client is gone.
awaitable<bool> Connection::read_body(Parser& parser, Request& request,
                                      std::optional<Problem>& problem) {
    const auto limit = request.route ? request.route->body_limit : 0;
    const Problem too_large{ProblemCode::body_too_large, fmt::format("over {} bytes", limit)};
    if (parser.content_length().value_or(0) > limit) {
        problem = too_large;
        co_return true;
    }
    if (equal_without_case(request.headers.get("Expect"), "100-continue")) {
        set_deadline(options_.stall_time);
        const auto [error, count] =
            co_await asio::async_write(stream_, asio::buffer(go_on), as_tuple);
        if (error) co_return false;
    }
    const auto start = steady_clock::now();
    std::uint64_t received = 0;
    std::string piece(buffer_limit, '\0');
    while (!problem && !parser.is_done()) {
        const auto got = co_await read_piece(parser, piece);
        received += got.value_or(0);
        if (timed_out_ || is_too_slow(received, start, options_))
            problem = Problem{ProblemCode::request_timed_out, "in the body"};
        else if (!got)
            co_return false;
        else if (received > limit)
            problem = too_large;
        else
            problem = co_await keep_piece(request, std::string_view(piece).substr(0, *got));
    }
    co_return true;
}

// Gives how much of `piece` was filled; nothing where the client is gone or the time has passed.
awaitable<std::optional<std::size_t>> Connection::read_piece(Parser& parser, std::string& piece) {
    auto& body = parser.get().body();
    body.data = piece.data();
    body.size = piece.size();
    set_deadline(options_.stall_time);
    const auto [error, count] = co_await http::async_read_some(stream_, buffer_, parser, as_tuple);
    if (error && error != http::error::need_buffer) co_return std::nullopt;
    co_return piece.size() - body.size;
}

awaitable<std::optional<Problem>> Connection::keep_piece(Request& request, std::string_view piece) {
    if (!request.route || request.route->body != BodySort::file) {
        request.body.append(piece);
        co_return std::nullopt;
    }
    clear_deadline();
    auto spool = [&]() -> std::optional<Problem> {
        try {
            if (!request.upload)
                request.upload = std::make_unique<SpooledFile>(options_.upload_folder);
            request.upload->append(piece);
            return std::nullopt;
        } catch (const std::system_error& error) {
            return store::storage_problem(error);
        }
    };
    co_return co_await on_pool(pool_, spool);
}

}  // namespace tenpoint::web
