// SPDX-License-Identifier: Apache-2.0
#include "app/workspace.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include <boost/json/parse.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/workspace_body.hpp"
#include "app/workspace_records.hpp"
#include "desks/directory/accounts.hpp"
#include "desks/directory/partner.hpp"
#include "desks/movements/deciding.hpp"
#include "desks/movements/importing.hpp"
#include "desks/movements/mapping_json.hpp"
#include "desks/movements/reading_plan.hpp"
#include "desks/movements/sheet_printing.hpp"

namespace tenpoint::app {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

constexpr std::array<std::string_view, 18> lists{
    "partners", "places",    "presences",   "arrangements", "agreements", "memberships",
    "actions",  "reviews",   "submissions", "documents",    "needs",      "dismissals",
    "sources",  "corridors", "rules",       "users",        "files",      "sheets"};

Problem missing_file(const fs::path& path) {
    const auto name = path.string();
    return {ProblemCode::invalid_fields, name, {{"/folder", "missing_named_file", {name}}}};
}

Result<std::string> file_text(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) return missing_file(path);
    return text.str();
}

Result<void> check_members(const json::object& workspace) {
    for (const auto& [member, value] : workspace) {
        const bool known =
            member == "name" || std::ranges::find(lists, std::string_view{member}) != lists.end();
        if (!known || (value.is_array() == (member == "name")))
            return wrong_workspace(std::string{std::string_view{member}});
    }
    return {};
}

Result<void> check_files(const Workspace& workspace) {
    TENPOINT_TRY(files, bodies_of(workspace.lists, "files"));
    for (const auto& file : files)
        for (const auto* member : {"file", "mapping"}) {
            const auto path = workspace.folder / text_in(file, member);
            std::error_code error;
            if (!fs::is_regular_file(path, error)) return missing_file(path);
        }
    return {};
}

// Loads one workspace, list by list.
class Loader {
  public:
    Loader(Node& node, const access::Principal& principal, const Workspace& workspace,
           Terminal& terminal)
        : node_(node),
          principal_(principal),
          folder_(workspace.folder),
          workspace_(workspace.lists),
          terminal_(terminal) {}

    Result<std::vector<ExampleAccount>> load() {
        TENPOINT_CHECK(load_records());
        TENPOINT_CHECK(load_accounts());
        TENPOINT_CHECK(load_files());
        TENPOINT_CHECK(print_sheets());
        return std::move(accounts_);
    }

  private:
    Result<void> load_records() {
        return node_.store().write(
            principal_, [&](store::Transaction& transaction) -> Result<void> {
                TENPOINT_CHECK(load_partners_and_places(transaction, workspace_));
                TENPOINT_CHECK(load_arrangements(transaction, workspace_));
                TENPOINT_CHECK(load_needs(transaction, workspace_));
                return load_sources_and_rules(transaction, workspace_);
            });
    }

    Result<void> load_accounts() {
        TENPOINT_TRY(users, bodies_of(workspace_, "users"));
        for (auto& user : users) {
            TENPOINT_CHECK(node_.store().read(principal_, [&](const store::Snapshot& snapshot) {
                return resolve<directory::Partner>(snapshot, user, "partner", "name");
            }));
            const auto text = [&](std::string_view member) { return text_in(user, member); };
            const directory::NewAccount account{
                text("name"), Id{text("partner")}, directory::role_from_word(text("role")),
                language_from_tag(text("language")).value_or(Language::en), text("password")};
            const auto added = directory::add_account(node_.store(), principal_, account);
            if (!added && added.error().code != ProblemCode::already_exists) return added.error();
            if (added) accounts_.push_back({account.name, account.password});
        }
        return {};
    }

    Result<void> load_files() {
        TENPOINT_TRY(files, bodies_of(workspace_, "files"));
        for (const auto& file : files) {
            const auto path = folder_ / text_in(file, "file");
            fmt::print(terminal_.out, "  {}\n", path.filename().string());
            terminal_.out.flush();
            TENPOINT_CHECK(
                load_file(path, text_in(file, "source"), folder_ / text_in(file, "mapping")));
        }
        return {};
    }

    Result<void> load_file(const fs::path& path, const std::string& source_name,
                           const fs::path& mapping_file) {
        TENPOINT_TRY(text, file_text(mapping_file));
        TENPOINT_TRY(mapping, movements::mapping_from_text(text));
        TENPOINT_TRY(
            source,
            node_.store().read(
                principal_,
                [&](const store::Snapshot& snapshot) -> Result<record::Record<movements::Source>> {
                    auto found = snapshot.find<movements::Source>("name", source_name);
                    if (!found) return wrong_workspace(source_name);
                    return std::move(*found);
                }));
        TENPOINT_TRY(recognised, movements::recognise_file(path, {mapping.sheet, {}}, mapping,
                                                           path.filename().string()));
        TENPOINT_CHECK(movements::require_columns(recognised.recognition.layout, mapping));
        TENPOINT_TRY(outcome, movements::import_file(node_.store(), principal_,
                                                     {path,
                                                      path.filename().string(),
                                                      {},
                                                      source,
                                                      source.envelope.owner,
                                                      recognised.recognition.mapping,
                                                      {},
                                                      false,
                                                      recognised.recognition.remarks}));
        if (outcome.same_file) return {};
        return node_.store().write(
            principal_, [&](store::Transaction& transaction) -> Result<void> {
                TENPOINT_CHECK(movements::accept_batch(transaction, outcome.batch.envelope.id, {}));
                return {};
            });
    }

    Result<void> print_sheets() {
        TENPOINT_TRY(sheets, bodies_of(workspace_, "sheets"));
        for (const auto& sheet : sheets) {
            const auto text = [&](std::string_view member) { return text_in(sheet, member); };
            const auto from = day_from_text(text("from"));
            const auto to = day_from_text(text("to"));
            if (!from || !to) return wrong_workspace("sheets");
            TENPOINT_CHECK(movements::print_sheet(node_.store(), node_.figures(), principal_,
                                                  {text("corridor"), text("place"), *from, *to}));
        }
        return {};
    }

    Node& node_;
    const access::Principal& principal_;
    const fs::path& folder_;
    const json::object& workspace_;
    Terminal& terminal_;
    std::vector<ExampleAccount> accounts_;
};

}  // namespace

Result<Workspace> read_workspace(const fs::path& folder) {
    TENPOINT_TRY(text, file_text(folder / "workspace.json"));
    boost::system::error_code error;
    auto parsed = json::parse(text, error);
    if (error || !parsed.is_object()) return wrong_workspace("JSON");
    Workspace workspace{folder, std::move(parsed.get_object())};
    TENPOINT_CHECK(check_members(workspace.lists));
    TENPOINT_CHECK(check_files(workspace));
    return workspace;
}

Result<std::vector<ExampleAccount>> load_workspace(Node& node, const access::Principal& principal,
                                                   const Workspace& workspace, Terminal& terminal) {
    return Loader(node, principal, workspace, terminal).load();
}

}  // namespace tenpoint::app
