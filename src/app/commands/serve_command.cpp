// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/local_socket.hpp"
#include "app/steady_sealing.hpp"
#include "app/version.hpp"
#include "embedded/interface.hpp"
#include "web/api.hpp"
#include "web/jobs.hpp"
#include "web/server.hpp"
#include "web/service.hpp"
#include "web/static_files.hpp"

namespace tenpoint::app {
namespace {

struct ServeOptions {
    NodeOptions node;
    std::string address = "127.0.0.1";
    std::uint16_t port = 8010;
};

Result<int> serve(const ServeOptions& options, CommandContext& context) {
    if (context.is_handed_over()) return Problem{ProblemCode::folder_in_use, options.node.data};
    TENPOINT_TRY(node, context.node(options.node));
    auto& store = node->store();
    web::Sessions sessions(store);
    web::Jobs jobs(store.clock(), store.randomness());
    const web::StaticFiles files(embedded::interface(), store.randomness());
    web::Service service(
        web::make_api(store, node->figures(), sessions, jobs, std::string{version}).routes,
        sessions, files);
    TENPOINT_TRY(server, web::Server::listen({.address = options.address,
                                              .port = options.port,
                                              .upload_folder = store.staging_folder()},
                                             service));
    const SteadySealing sealing(store);
    const LocalCommands commands(local_socket_of(context.folder()), *node);
    fmt::print(context.terminal().out, "Tenpoint serves http://{}:{}\n", options.address,
               server->port());
    context.terminal().out.flush();
    server->run();
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
    command->callback([options, &action] {
        action = [options](CommandContext& context) { return serve(*options, context); };
    });
}

}  // namespace tenpoint::app
