// SPDX-License-Identifier: Apache-2.0
//
// bench_http_load < ORDER: asks a server on this machine the same thing again and again, over
// several connections at once, each of which waits for its answer before it asks anew. The order is
// JSON: {"port", "connections", "seconds", "method", "targets", "headers": {name: value}, "body"};
// the targets take turns, and a # in the body becomes another number each time. Prints as JSON how
// many requests were answered, how many of them other than 2xx, and the milliseconds within which
// half and 99 of 100 were.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value_to.hpp>
#include <fmt/format.h>

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
namespace json = boost::json;
using asio::ip::tcp;
using std::chrono::steady_clock;

struct Load {
    tcp::endpoint server;
    http::request<http::string_body> request;
    std::vector<std::string> targets;
    std::string body;  // with its #
    steady_clock::time_point end;
    std::int64_t number = 0;
    std::size_t asked = 0;
    std::size_t refused = 0;
    std::vector<double> milliseconds{};
};

std::string with_number(std::string body, std::int64_t number) {
    if (const auto at = body.find('#'); at != std::string::npos)
        body.replace(at, 1, std::to_string(number));
    return body;
}

asio::awaitable<void> ask(Load& load) {
    tcp::socket socket(co_await asio::this_coro::executor);
    co_await socket.async_connect(load.server, asio::use_awaitable);
    socket.set_option(tcp::no_delay(true));
    boost::beast::flat_buffer buffer;
    auto request = load.request;
    while (steady_clock::now() < load.end) {
        request.target(load.targets[load.asked++ % load.targets.size()]);
        if (!load.body.empty()) {
            request.body() = with_number(load.body, ++load.number);
            request.prepare_payload();
        }
        const auto start = steady_clock::now();
        co_await http::async_write(socket, request, asio::use_awaitable);
        http::response<http::string_body> response;
        co_await http::async_read(socket, buffer, response, asio::use_awaitable);
        const std::chrono::duration<double, std::milli> spent = steady_clock::now() - start;
        load.milliseconds.push_back(spent.count());
        load.refused += response.result_int() / 100 == 2 ? 0 : 1;
    }
}

std::string text(const json::object& order, std::string_view member) {
    return json::value_to<std::string>(order.at(member));
}

Load load_of(const json::object& order) {
    Load load;
    load.server = {asio::ip::address_v4::loopback(), order.at("port").to_number<std::uint16_t>()};
    load.request.version(11);
    load.request.method(http::string_to_verb(text(order, "method")));
    load.targets = json::value_to<std::vector<std::string>>(order.at("targets"));
    load.request.set(http::field::host, "localhost");
    for (const auto& [name, value] : order.at("headers").as_object())
        load.request.set(std::string_view{name}, json::value_to<std::string>(value));
    if (order.contains("body")) load.body = text(order, "body");
    load.number = steady_clock::now().time_since_epoch().count();  // not met in another load
    load.end = steady_clock::now() +
               std::chrono::milliseconds(order.at("seconds").to_number<std::int64_t>() * 1000);
    return load;
}

}  // namespace

int main() {
    const std::string input{std::istreambuf_iterator<char>(std::cin), {}};
    const auto order = json::parse(input).as_object();
    auto load = load_of(order);
    asio::io_context io(1);
    const auto start = steady_clock::now();
    for (int i = 0; i < order.at("connections").to_number<int>(); ++i)
        asio::co_spawn(io, ask(load), [](const std::exception_ptr& failure) {
            if (failure) std::rethrow_exception(failure);
        });
    io.run();
    const std::chrono::duration<double> spent = steady_clock::now() - start;
    auto& times = load.milliseconds;
    std::ranges::sort(times);
    fmt::print(R"({{"requests": {}, "refused": {}, "seconds": {}, "p50": {}, "p99": {}}})"
               "\n",
               times.size(), load.refused, spent.count(), times.at(times.size() / 2),
               times.at(times.size() * 99 / 100));
}
