// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <spdlog/spdlog.h>

#include "app/command.hpp"
#include "app/first_line.hpp"
#include "app/local_socket.hpp"
#include "app/open_files.hpp"
#include "app/openid_options.hpp"
#include "app/steady_sealing.hpp"
#include "app/version.hpp"
#include "embedded/interface.hpp"
#include "web/api.hpp"
#include "web/event_streams.hpp"
#include "web/jobs.hpp"
#include "web/metrics.hpp"
#include "web/rate_limiter.hpp"
#include "web/server.hpp"
#include "web/service.hpp"
#include "web/static_files.hpp"
#include "web/status_routes.hpp"

namespace tenpoint::app {
namespace {

struct ServeOptions {
    NodeOptions node;
    std::string address = "127.0.0.1", certificate, key, metrics_token;
    std::uint16_t port = 8010;
    std::vector<std::string> proxies;
    unsigned rate = 100;
    unsigned connections = 1000;
    OpenidOptions openid;
};

constexpr unsigned shares = 4;  // one address may have so small a part of all connections
constexpr int changing_on_postgresql = 8;  // each is a connection, and commits by itself

web::ServerOptions server_options(const ServeOptions& options, const Terminal& terminal) {
    web::ServerOptions serving;
    serving.address = options.address;
    serving.port = options.port;
    serving.most_connections =
        connections_within(allow_open_files(), options.connections, serving.most_refused);
    serving.most_of_one = (serving.most_connections + shares - 1) / shares;
    serving.is_reached_by_tls = is_reached_by_tls(options.openid);
    for (const auto& proxy : options.proxies)
        serving.proxies.add(proxy);
    if (!options.certificate.empty())
        serving.tls = {terminal.resolve(options.certificate), terminal.resolve(options.key)};
    return serving;
}

// What the program counts beside its requests.
void watch(web::Metrics& metrics, const web::Jobs& jobs, const web::EventStreams& events,
           const SteadySealing& sealing) {
    using enum web::Metrics::Sort;
    metrics.watch("tenpoint_event_streams", gauge, "Live streams that are open.",
                  [&events] { return static_cast<double>(events.open()); });
    metrics.watch("tenpoint_imports_unfinished", gauge, "Imports that wait or run.",
                  [&jobs] { return static_cast<double>(jobs.counts().unfinished); });
    metrics.watch("tenpoint_imports_done_total", counter, "Imports that were read.",
                  [&jobs] { return static_cast<double>(jobs.counts().done); });
    metrics.watch("tenpoint_imports_failed_total", counter, "Imports that were refused or failed.",
                  [&jobs] { return static_cast<double>(jobs.counts().failed); });
    metrics.watch("tenpoint_journal_unsealed", gauge, "Entries of the journal without a seal.",
                  [&sealing] { return static_cast<double>(sealing.unsealed()); });
    metrics.watch("tenpoint_journal_head_lost", gauge,
                  "1: the head that the node's folder knows is not in the journal any more.",
                  [&sealing] { return sealing.has_lost_head() ? 1.0 : 0.0; });
}

std::string check_network(const std::string& text) {
    return web::TrustedProxies{}.add(text) ? "" : text + " is no network or address";
}

Result<int> serve(const ServeOptions& options, CommandContext& context) {
    if (context.is_handed_over()) return Problem{ProblemCode::folder_in_use, options.node.data};
    spdlog::set_pattern("time=%Y-%m-%dT%H:%M:%S.%eZ level=%l %v", spdlog::pattern_time_type::utc);
    // Asks for the certificate to be read anew, where there is one and the server is up; it must
    // not end a migration half-way, nor a server that has none.
    std::signal(SIGHUP, SIG_IGN);
    TENPOINT_TRY(node, context.node_or_new(options.node));
    auto& store = node->store();
    web::Sessions sessions(store);
    web::Jobs jobs(store.clock(), store.randomness());
    web::EventStreams events(store);
    const auto forgetting =
        events.bell().listen([&responses = node->responses()] { responses.forget_outdated(); });
    web::Metrics metrics;
    const SteadySealing sealing(store);
    watch(metrics, jobs, events, sealing);
    web::RateLimiter rates(store.clock(), options.rate);
    const web::StaticFiles files(embedded::interface(), store.randomness());
    const auto provider = provider_of(options.openid, store.clock());
    auto routes = web::make_api({store, node->figures(), node->responses(), sessions, jobs, events,
                                 provider.get()},
                                std::string{version})
                      .routes;
    if (!options.metrics_token.empty()) {
        routes.push_back(web::metrics_route(metrics, first_line_of(options.metrics_token)));
    }
    web::Service service(std::move(routes), sessions, files, rates);
    auto serving = server_options(options, context.terminal());
    serving.upload_folder = store.staging_folder();
    if (!options.node.database.empty()) serving.changing_threads = changing_on_postgresql;
    TENPOINT_TRY(server, web::Server::listen(serving, service, metrics));
    const LocalCommands commands(local_socket_of(context.folder()), *node);
    fmt::print(context.terminal().out, "Tenpoint serves {}://{}:{}\n",
               serving.tls ? "https" : "http", options.address, server->port());
    context.terminal().out.flush();
    server->run();
    if (provider) provider->stop();
    jobs.stop(serving.grace);
    return exit_done;
}

}  // namespace

void add_serve_command(CLI::App& program, Action& action) {
    auto options = std::make_shared<ServeOptions>();
    auto* command = program.add_subcommand("serve", "Serve the browser interface and the API");
    add_node_options(*command, options->node);
    command->add_option("--port", options->port, "The port; 0 takes a free one")
        ->type_name("N")
        ->capture_default_str();
    command->add_option("--listen", options->address, "The address to listen on")
        ->type_name("ADDRESS")
        ->capture_default_str();
    auto* certificate = command
                            ->add_option("--tls-cert", options->certificate,
                                         "Serve over TLS: the certificate, with those that vouch "
                                         "for it (PEM); read anew on SIGHUP")
                            ->type_name("FILE");
    auto* key = command->add_option("--tls-key", options->key, "The certificate's key (PEM)")
                    ->type_name("FILE")
                    ->needs(certificate);
    certificate->needs(key);
    command
        ->add_option("--trusted-proxy", options->proxies,
                     "A proxy, or a network of them, whose X-Forwarded-For and X-Forwarded-Proto "
                     "are believed; may be given again")
        ->type_name("CIDR")
        ->check(check_network);
    command
        ->add_option("--rate", options->rate,
                     "How many requests a second an account, or an address without one, may make "
                     "on average; 0: any number")
        ->type_name("N")
        ->capture_default_str();
    command
        ->add_option("--connections", options->connections, "How many may be connected at a time")
        ->type_name("N")
        ->capture_default_str();
    command
        ->add_option("--metrics-token", options->metrics_token,
                     "Serve /metrics to whoever sends the first line of this file as bearer token")
        ->type_name("FILE")
        ->check(check_first_line);
    add_openid_options(*command, options->openid);
    command->callback([options, &action] {
        action = [options](CommandContext& context) { return serve(*options, context); };
    });
}

}  // namespace tenpoint::app
