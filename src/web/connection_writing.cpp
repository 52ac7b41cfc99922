// SPDX-License-Identifier: Apache-2.0
//
// How a connection writes its answers: at once, in pieces, or as long as there is news.
#include <boost/asio/write.hpp>
#include <boost/beast/http/chunk_encode.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/write.hpp>
#include <fmt/chrono.h>

#include "web/connection.hpp"

namespace tenpoint::web {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::awaitable;
using boost::system::error_code;
using std::chrono::steady_clock;

namespace {

constexpr std::uint64_t slowest_write = 1024;  // bytes a second that a client must take
constexpr std::size_t bin_size = 32 * 1024;
constexpr std::string_view heartbeat = ": \n\n";

template <class Message>
void put_header(Message& message, const Response& response, bool keep) {
    message.version(11);
    message.result(static_cast<unsigned>(response.status));
    message.set(http::field::date,
                fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::time(nullptr))));
    for (const auto& [name, value] : response.headers)
        message.insert(name, value);
    message.keep_alive(keep);
}

}  // namespace

awaitable<bool> Connection::write(const Request& request, Response& response, bool keep) {
    if (auto* stream = std::get_if<BodyStream>(&response.body))
        co_return co_await write_stream(request, response, *stream, keep);
    if (auto* news = std::get_if<LiveStream>(&response.body))
        co_return co_await write_live(request, response, *news);
    const auto* text = std::get_if<std::string>(&response.body);
    const std::string_view bytes = text ? *text : std::get<std::string_view>(response.body);
    http::response<http::span_body<const char>> message;
    put_header(message, response, keep);
    if (response.status != 204 && response.status != 304) message.content_length(bytes.size());
    if (!request.only_head) message.body() = {bytes.data(), bytes.size()};
    set_deadline(options_.stall_time + std::chrono::seconds(bytes.size() / slowest_write));
    const auto [error, count] = co_await http::async_write(stream_, message, as_tuple);
    clear_deadline();
    co_return !error;
}

// In pieces of known length in all, else in chunks. An exception of the stream ends the connection.
awaitable<bool> Connection::write_stream(const Request& request, Response& response,
                                         BodyStream& stream, bool keep) {
    http::response<http::empty_body> message;
    put_header(message, response, keep);
    if (stream.bytes)
        message.content_length(*stream.bytes);
    else
        message.chunked(true);
    http::response_serializer<http::empty_body> serializer(message);
    auto next = [&] { return stream.next(); };
    set_deadline(options_.stall_time);
    auto [error, count] = co_await http::async_write_header(stream_, serializer, as_tuple);
    while (!error && !request.only_head) {
        clear_deadline();
        const std::string piece = co_await on_pool(pool_, next);
        set_deadline(options_.stall_time + std::chrono::seconds(piece.size() / slowest_write));
        if (stream.bytes) {
            if (piece.empty()) break;
            std::tie(error, count) =
                co_await asio::async_write(stream_, asio::buffer(piece), as_tuple);
        } else if (piece.empty()) {
            co_return co_await write_last_chunk();
        } else {
            std::tie(error, count) = co_await asio::async_write(
                stream_, http::make_chunk(asio::buffer(piece)), as_tuple);
        }
    }
    clear_deadline();
    co_return !error;
}

// The stream ends when it says so, when the client leaves, or with the server. The connection ends
// with it. The heart beats on time whatever wakes the stream, since it must not give away that
// there was news for others.
awaitable<bool> Connection::write_live(const Request& request, Response& response,
                                       LiveStream& stream) {
    http::response<http::empty_body> message;
    put_header(message, response, false);
    message.chunked(true);
    http::response_serializer<http::empty_body> serializer(message);
    set_deadline(options_.stall_time);
    const auto [error, count] = co_await http::async_write_header(stream_, serializer, as_tuple);
    clear_deadline();
    if (error || request.only_head) co_return false;
    const auto listening =
        stream.listen([weak = weak_from_this(), executor = stream_.get_executor()] {
            asio::post(executor, [weak] {
                if (const auto self = weak.lock()) {
                    self->has_news_ = true;
                    self->nap_.cancel();
                }
            });
        });
    const auto watching = watch_for_leaving();
    auto next = [&] { return stream.next(); };
    auto beat = steady_clock::now() + options_.heartbeat;
    while (!stopping_ && !has_left_) {
        has_news_ = false;
        const auto news = co_await on_pool(pools_.streams, next);
        if (!news) break;
        const bool is_quiet = news->text.empty() && steady_clock::now() >= beat;
        if (is_quiet || !news->text.empty()) {
            const bool written = co_await write_chunk(is_quiet ? heartbeat : news->text);
            if (!written) co_return false;
            beat = steady_clock::now() + options_.heartbeat;
            continue;
        }
        if (has_news_ || has_left_ || stopping_ || !news->is_all) continue;
        nap_.expires_at(beat);
        co_await nap_.async_wait(as_tuple);
    }
    if (!has_left_) co_await write_last_chunk();
    co_return false;
}

// Until what it gives is dropped. A client that still says something is there, and is not listened
// to any more: that it leaves is then seen at a heartbeat.
std::shared_ptr<void> Connection::watch_for_leaving() {
    stream_.async_read_some(buffer_.prepare(1),
                            [self = shared_from_this()](error_code error, std::size_t) {
                                self->has_left_ = error.failed();
                                self->nap_.cancel();
                            });
    return {this, [](Connection* self) {
                error_code ignored;
                self->stream_.socket().cancel(ignored);
            }};
}

awaitable<bool> Connection::write_last_chunk() {
    set_deadline(options_.stall_time);
    const auto [error, count] =
        co_await asio::async_write(stream_, http::make_chunk_last(), as_tuple);
    clear_deadline();
    co_return !error;
}

awaitable<bool> Connection::write_chunk(std::string_view piece) {
    set_deadline(options_.stall_time + std::chrono::seconds(piece.size() / slowest_write));
    const auto [error, count] =
        co_await asio::async_write(stream_, http::make_chunk(asio::buffer(piece)), as_tuple);
    clear_deadline();
    co_return !error;
}

// Takes what the client is still sending, for a moment: closing over unread bytes would reset the
// connection and lose the answer on its way.
awaitable<void> Connection::close_gently() {
    error_code ignored;
    set_deadline(options_.linger_time);
    if (stream_.is_encrypted()) co_await stream_.async_shutdown(as_tuple);
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    std::string bin(bin_size, '\0');
    while (!timed_out_) {
        const auto [error, count] =
            co_await stream_.socket().async_read_some(asio::buffer(bin), as_tuple);
        if (error) break;
    }
    clear_deadline();
}

}  // namespace tenpoint::web
