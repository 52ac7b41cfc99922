// SPDX-License-Identifier: Apache-2.0
//
// What a client may send over a connection, up to the answers: the server's own Connection reads it
// from a socket, and the whole API answers it. The first letter says who asks (fuzzed_node.hpp),
// the rest is what comes over the line; the asker's header lines go behind the first one.
#include <array>
#include <string>
#include <string_view>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/connect_pair.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/write.hpp>

#include "fuzzed_node.hpp"
#include "must.hpp"
#include "web/connection.hpp"

namespace tenpoint::fuzz {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Client = asio::local::stream_protocol::socket;

constexpr std::string_view line_end = "\r\n";

struct House {
    FuzzedNode node;
    web::WorkPools pools{1, 1};
    web::Metrics metrics;
    web::ServerOptions options = [this] {
        web::ServerOptions made;
        made.upload_folder = node.staging_folder();
        made.linger_time = std::chrono::milliseconds(1);
        return made;
    }();

    ~House() { pools.join(); }
};

// Sends all of it and says that no more comes, then hears the answers to their end.
asio::awaitable<void> talk(Client& client, const std::string& said) {
    co_await asio::async_write(client, asio::buffer(said), web::as_tuple);
    boost::system::error_code error;
    client.shutdown(Client::shutdown_send, error);
    std::array<char, 65536> piece;
    while (!error)
        std::tie(error, std::ignore) =
            co_await client.async_read_some(asio::buffer(piece), web::as_tuple);
}

void rethrow(const std::exception_ptr& failure) {
    if (failure) std::rethrow_exception(failure);
}

void serve(House& house, const std::string& said) {
    asio::io_context io(1);
    Client client(io);
    asio::local::stream_protocol::socket end(io);
    asio::local::connect_pair(client, end);
    // The connection knows sockets of TCP only; to its reads and writes one is as good as another.
    const auto connection = std::make_shared<web::Connection>(
        tcp::socket(asio::make_strand(io), tcp::v4(), end.release()), nullptr,
        web::Connection::House{house.node.service(), house.pools, house.metrics, house.options},
        web::Connection::Admission{"127.0.0.1", {}});
    asio::co_spawn(io, talk(client, said), rethrow);
    asio::co_spawn(io, connection->serve(), rethrow);
    io.run();
}

}  // namespace
}  // namespace tenpoint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace tenpoint::fuzz;
    static House house;
    if (size == 0) return 0;
    auto said = house.node.with_ids({reinterpret_cast<const char*>(data), size});
    const auto lines = house.node.header_lines_of(said.front());
    said.erase(0, 1);
    if (const auto first = said.find(line_end); first != said.npos)
        said.insert(first + line_end.size(), lines);
    serve(house, said);
    return 0;
}
