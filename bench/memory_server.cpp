// SPDX-License-Identifier: Apache-2.0
//
// bench_memory_server FILE PORT: the reference for answers over HTTP, a bare Beast server on one
// thread that answers every GET with the bytes of a file, from memory.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;

constexpr auto as_tuple = asio::as_tuple(asio::use_awaitable);

asio::awaitable<void> answer(tcp::socket socket, const std::string& bytes) {
    boost::beast::flat_buffer buffer;
    while (true) {
        http::request<http::empty_body> request;
        const auto [error, read] = co_await http::async_read(socket, buffer, request, as_tuple);
        if (error) break;
        http::response<http::span_body<const char>> response;
        response.set(http::field::content_type, "application/json");
        response.body() = {bytes.data(), bytes.size()};
        response.keep_alive(request.keep_alive());
        response.prepare_payload();
        const auto [failed, written] = co_await http::async_write(socket, response, as_tuple);
        if (failed || !request.keep_alive()) break;
    }
}

asio::awaitable<void> accept(tcp::acceptor acceptor, const std::string& bytes) {
    while (true) {
        auto socket = co_await acceptor.async_accept(asio::use_awaitable);
        socket.set_option(tcp::no_delay(true));
        asio::co_spawn(acceptor.get_executor(), answer(std::move(socket), bytes), asio::detached);
    }
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) throw std::runtime_error("bench_memory_server FILE PORT");
    std::ifstream file(words[1], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto port = static_cast<std::uint16_t>(std::atoi(words[2]));
    asio::io_context io(1);
    asio::co_spawn(io, accept({io, {asio::ip::address_v4::loopback(), port}}, bytes),
                   asio::detached);
    io.run();
}
