// SPDX-License-Identifier: Apache-2.0
#include "web/server.hpp"

#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/strand.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "base/log_text.hpp"
#include "web/connection.hpp"
#include "web/tls.hpp"

namespace tenpoint::web {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

// What escapes a coroutine would vanish without this.
void log_failure(const std::exception_ptr& failure, std::string_view where) try {
    if (failure) std::rethrow_exception(failure);
} catch (const std::exception& error) {
    spdlog::error("event={}_failed error={}", where, log_text(error.what()));
}

}  // namespace

struct Server::State {
    State(const ServerOptions& given, Service& service, Metrics& metrics)
        : options(given),
          pools(options.pool_threads, options.changing_threads),
          shares(options.most_of_one),
          io(options.network_threads),
          acceptor(io),
          signals(io),
          hangups(io),
          last_call(io),
          house{service, pools, metrics, options} {
        using enum Metrics::Sort;
        metrics.watch("tenpoint_connections", gauge, "Connections that are open.",
                      [this] { return static_cast<double>(connections_now()); });
        metrics.watch("tenpoint_pool_waiting", gauge, "Pieces of work that wait for a thread.",
                      [this] { return static_cast<double>(pools.waiting()); });
    }

    Result<void> listen();
    Result<void> read_certificate();
    void reload();
    void reload_at_hangups();
    asio::awaitable<void> accept();
    void start(tcp::socket socket);
    Connection::Admission admit(const tcp::socket& socket);
    void close();
    std::size_t connections_now() {
        const std::scoped_lock lock(mutex);
        return connections.size();
    }

    // Before the io_context, as the connections that it drops at its end use them.
    ServerOptions options;
    WorkPools pools;
    Shares shares;
    asio::io_context io;
    tcp::acceptor acceptor;
    asio::signal_set signals;
    asio::signal_set hangups;
    asio::steady_timer last_call;
    Connection::House house;
    std::mutex mutex;
    std::shared_ptr<asio::ssl::context> tls;            // under the mutex
    std::set<std::shared_ptr<Connection>> connections;  // under the mutex
    std::size_t in_excess = 0;                          // of them, under the mutex
    bool closing = false;                               // under the mutex
};

Result<void> Server::State::read_certificate() {
    if (!options.tls) return {};
    TENPOINT_TRY(context, load_tls(*options.tls));
    const std::scoped_lock lock(mutex);
    tls = std::move(context);
    return {};
}

void Server::State::reload() {
    if (const auto read = read_certificate(); !read)
        spdlog::error("event=certificate_kept error={}", log_text(read.error().detail));
    else
        spdlog::info("event=certificate_reloaded");
}

void Server::State::reload_at_hangups() {
    hangups.async_wait([this](error_code error, int) {
        if (error) return;
        reload();
        reload_at_hangups();
    });
}

Result<void> Server::State::listen() {
    TENPOINT_CHECK(read_certificate());
    error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    const tcp::endpoint endpoint(address, options.port);
    if (!error) acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(tcp::acceptor::max_listen_connections, error);
    if (!error) return {};
    return Problem{ProblemCode::address_unavailable,
                   fmt::format("{}:{}: {}", options.address, options.port, error.message())};
}

asio::awaitable<void> Server::State::accept() {
    while (acceptor.is_open()) {
        auto [error, socket] = co_await acceptor.async_accept(asio::make_strand(io), as_tuple);
        if (!acceptor.is_open()) break;
        if (!error) {
            start(std::move(socket));
            continue;
        }
        // Most likely out of file descriptors: others will be closed soon.
        spdlog::warn("event=not_accepted error={}", log_text(error.message()));
        asio::steady_timer pause(io, std::chrono::milliseconds(100));
        co_await pause.async_wait(as_tuple);
    }
}

// Behind a proxy are many, each with connections that are the proxy's; nobody else may take the
// others' places. Called under the mutex.
Connection::Admission Server::State::admit(const tcp::socket& socket) {
    error_code ignored;
    Connection::Admission admission{socket.remote_endpoint(ignored).address().to_string(), {}};
    if (connections.size() - in_excess >= options.most_connections) {
        admission.in_excess_of = "connections";
    } else if (!options.proxies.contains(admission.peer)) {
        admission.share = shares.enter(options.proxies.client_of(admission.peer, {}));
        if (!admission.share) admission.in_excess_of = "connections of one address";
    }
    return admission;
}

void Server::State::start(tcp::socket socket) {
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const auto executor = socket.get_executor();
    std::shared_ptr<Connection> connection;
    {
        const std::scoped_lock lock(mutex);
        auto admission = admit(socket);
        const bool is_too_many = !admission.in_excess_of.empty();
        if (closing || (is_too_many && in_excess >= options.most_refused)) return;
        connection =
            std::make_shared<Connection>(std::move(socket), tls.get(), house, std::move(admission));
        connections.insert(connection);
        in_excess += is_too_many ? 1 : 0;
    }
    asio::co_spawn(executor, connection->serve(),
                   [this, connection](const std::exception_ptr& failure) {
                       log_failure(failure, "connection");
                       const std::scoped_lock lock(mutex);
                       connections.erase(connection);
                       in_excess -= connection->in_excess() ? 1 : 0;
                       if (closing && connections.empty()) last_call.cancel();
                   });
}

// Runs on the io_context. What is under way may finish; the wait for it is what keeps run() going.
void Server::State::close() {
    error_code ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    hangups.cancel(ignored);
    const std::scoped_lock lock(mutex);
    if (std::exchange(closing, true)) return;
    for (const auto& connection : connections)
        connection->stop();
    if (connections.empty()) return;
    last_call.expires_after(options.grace);
    last_call.async_wait([this](error_code error) {
        if (error) return;
        spdlog::warn("event=cut_off connections={}", connections_now());
        io.stop();
    });
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}

Server::~Server() {
    state_->pools.join();  // its work uses the coroutines' frames, which go with the io_context
}

Result<std::unique_ptr<Server>> Server::listen(const ServerOptions& options, Service& service,
                                               Metrics& metrics) {
    auto state = std::make_unique<State>(options, service, metrics);
    TENPOINT_CHECK(state->listen());
    return std::unique_ptr<Server>(new Server(std::move(state)));
}

std::uint16_t Server::port() const {
    return state_->acceptor.local_endpoint().port();
}

void Server::run() {
    auto& io = state_->io;
    state_->signals.add(SIGTERM);
    state_->signals.add(SIGINT);
    state_->signals.async_wait([this](error_code error, int) {
        if (!error) state_->close();
    });
    if (state_->options.tls) {
        state_->hangups.add(SIGHUP);
        state_->reload_at_hangups();
    }
    asio::co_spawn(io, state_->accept(),
                   [](const std::exception_ptr& failure) { log_failure(failure, "accept"); });
    std::vector<std::jthread> others;
    for (int i = 1; i < state_->options.network_threads; ++i)
        others.emplace_back([&io] { io.run(); });
    io.run();
}

void Server::reload() {
    state_->reload();
}

void Server::stop() {
    asio::post(state_->io, [this] { state_->close(); });
}

}  // namespace tenpoint::web
