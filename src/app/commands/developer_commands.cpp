// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <boost/json/serialize.hpp>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/kinds.hpp"
#include "app/version.hpp"
#include "store/migrations.hpp"
#include "web/api.hpp"
#include "web/openapi.hpp"

namespace tenpoint::app {
namespace {

Result<int> draft(const std::string& plural, CommandContext& context) {
    const auto* kind = record::find_kind(all_kinds(), plural);
    if (!kind) return Problem{ProblemCode::not_found, plural};
    context.terminal().out << store::draft_table(*kind);
    return exit_done;
}

// A folder that goes with the object.
class ThrowAwayFolder {
  public:
    ThrowAwayFolder() {
        auto name = (std::filesystem::temp_directory_path() / "tenpoint-XXXXXX").string();
        if (!mkdtemp(name.data()))
            throw std::system_error(errno, std::generic_category(), "no temporary folder");
        path_ = name;
    }
    ~ThrowAwayFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ThrowAwayFolder(const ThrowAwayFolder&) = delete;
    ThrowAwayFolder& operator=(const ThrowAwayFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

// The description follows from the routes, which want a node to work on, though an empty one.
Result<int> describe_api(CommandContext& context) {
    const ThrowAwayFolder folder;
    TENPOINT_TRY(node, Node::open(folder.path()));
    auto& store = node->store();
    web::Sessions sessions(store);
    web::Jobs jobs(store.clock(), store.randomness());
    const auto api = web::make_api(store, node->figures(), sessions, jobs, std::string{version});
    const auto& terminal = context.terminal();
    fmt::print(terminal.out, "{}\n",
               boost::json::serialize(web::openapi_document(api, version, terminal.language)));
    return exit_done;
}

}  // namespace

void add_developer_commands(CLI::App& program, Action& action) {
    auto plural = std::make_shared<std::string>();
    auto* command = program.add_subcommand(
        "draft", "Print the table that a kind's description demands, to start its migration from");
    command->add_option("kind", *plural, "Its plural, as in the API")
        ->required()
        ->type_name("KIND");
    command->callback([plural, &action] {
        action = [plural](CommandContext& context) { return draft(*plural, context); };
    });
    program.add_subcommand("openapi", "Print the description of the API (OpenAPI 3.1)")
        ->callback([&action] { action = describe_api; });
}

}  // namespace tenpoint::app
