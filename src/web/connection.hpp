// SPDX-License-Identifier: Apache-2.0
#pragma once

// Only for the network's own source files: it brings Asio and Beast in.

#include <atomic>
#include <memory>
#include <optional>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>

#include "web/on_pool.hpp"
#include "web/server.hpp"
#include "web/shares.hpp"
#include "web/stream.hpp"

namespace tenpoint::web {

// A line with an end, and a share of it for each address.
struct WorkLine {
    static constexpr int most_waiting = 64;  // where they take turns, six seconds of passwords
    static constexpr int most_of_one = 16;   // of one address

    explicit WorkLine(int threads) : pool(threads) {}
    WorkPool pool;
    Shares shares{most_of_one};
};

// Where blocking work is done. What changes something waits for the disk more than it works, and
// shares that wait with whatever else waits: it has many threads, and keeps no reader waiting. To
// let in who comes with a body may wait for a database that is gone: it has threads of its own, and
// stands neither behind changes nor before readers. What
// takes turns has a thread and a line of its own, so that however many sign in, the others are
// answered; so has what waits for another server, which may be slow or dead, and so have the
// streams of news, however many there are and however much there is to tell.
struct WorkPools {
    WorkPools(int threads, int changing_threads) : general(threads), changes(changing_threads) {}
    std::int64_t waiting() const {
        return general.waiting + admissions.waiting + changes.waiting + turns.pool.waiting +
               elsewhere.pool.waiting + streams.waiting;
    }
    void join() {
        for (auto* pool : {&general, &admissions, &changes, &turns.pool, &elsewhere.pool, &streams})
            pool->threads.join();
    }

    WorkPool& of(const Request& request) {
        return request.method == Method::get ? general : changes;
    }

    WorkPool general;
    WorkPool admissions{4};
    WorkPool changes;
    WorkLine turns{1};
    WorkLine elsewhere{4};
    WorkPool streams{1};
};

// One client's connection: reads a request, has it answered on the pool, writes the answer, and so
// on while both sides keep it. All its functions but stop() run on the socket's executor, a strand.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    // What all connections of a server share. It outlives them.
    struct House {
        Service& service;
        WorkPools& pools;
        Metrics& metrics;
        const ServerOptions& options;
    };

    // How it was let in.
    struct Admission {
        std::string peer;               // whose it is
        std::string in_excess_of;       // a limit: it is told so and closed; empty: of none
        std::shared_ptr<void> share{};  // of its address's, for as long as it lasts
    };

    // Without `tls` the connection is not encrypted.
    Connection(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context* tls,
               const House& house, Admission admission);

    bool in_excess() const { return !admission_.in_excess_of.empty(); }

    // Ends when the connection does. The caller keeps the object alive meanwhile.
    boost::asio::awaitable<void> serve();

    // Ends it after the answer that is under way. May be called from any thread.
    void stop();

  private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::buffer_body>;
    // How far a request came: it may have an answer after which the connection can be kept, one
    // after which it cannot (the body was not read), or the client is gone.
    enum class Step { answered, refused, gone };

    boost::asio::awaitable<bool> shake_hands();
    void introduce(Request& request) const;
    boost::asio::awaitable<bool> serve_one();
    boost::asio::awaitable<bool> wait_for_bytes();
    boost::asio::awaitable<bool> read_header(Parser& parser, Request& request,
                                             std::optional<Problem>& problem);
    boost::asio::awaitable<Step> answer(Parser& parser, Request& request, Response& response);
    boost::asio::awaitable<Step> answer_body(Parser& parser, Request& request, Response& response);
    boost::asio::awaitable<bool> read_body(Parser& parser, Request& request,
                                           std::optional<Problem>& problem);
    boost::asio::awaitable<std::optional<std::size_t>> read_piece(Parser& parser,
                                                                  std::string& piece);
    boost::asio::awaitable<std::optional<Problem>> keep_piece(Request& request,
                                                              std::string_view piece);
    boost::asio::awaitable<Response> answer_in_line(WorkLine& line, Request& request);
    boost::asio::awaitable<void> hold(std::chrono::milliseconds time);
    boost::asio::awaitable<bool> write(const Request& request, Response& response, bool keep);
    boost::asio::awaitable<bool> write_stream(const Request& request, Response& response,
                                              BodyStream& stream, bool keep);
    boost::asio::awaitable<bool> write_live(const Request& request, Response& response,
                                            LiveStream& stream);
    boost::asio::awaitable<bool> write_chunk(std::string_view piece);
    boost::asio::awaitable<bool> write_last_chunk();
    std::shared_ptr<void> watch_for_leaving();
    boost::asio::awaitable<void> close_gently();

    // Cancels what the socket waits for once the time has passed; timed_out_ says so.
    void set_deadline(std::chrono::milliseconds time);
    void clear_deadline();
    void look_at_deadline();

    Stream stream_;
    const Admission admission_;
    static constexpr auto never = std::chrono::steady_clock::time_point::max();
    boost::asio::steady_timer timer_;
    std::chrono::steady_clock::time_point deadline_ = never;
    std::chrono::steady_clock::time_point looks_at_ = never;  // when the timer fires
    boost::asio::steady_timer nap_;  // between two pieces of news, or before an answer held back
    bool has_news_ = false;
    bool has_left_ = false;  // the client of a live stream
    boost::beast::flat_buffer buffer_;
    Service& service_;
    WorkPools& pools_;
    WorkPool& pool_;  // the general one
    Metrics& metrics_;
    const ServerOptions& options_;
    bool idle_ = false;
    bool has_asked_ = false;
    bool timed_out_ = false;
    std::atomic<bool> stopping_ = false;
};

}  // namespace tenpoint::web
