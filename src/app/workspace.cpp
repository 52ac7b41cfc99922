// SPDX-License-Identifier: Apache-2.0
#include "app/workspace.hpp"

#include <fstream>
#include <sstream>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "base/translations.hpp"
#include "desks/directory/accounts.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/movements/corridor.hpp"
#include "desks/movements/deciding.hpp"
#include "desks/movements/importing.hpp"
#include "desks/movements/mapping_json.hpp"
#include "desks/movements/reading_plan.hpp"
#include "desks/movements/rule.hpp"
#include "desks/movements/sheet_printing.hpp"

namespace tenpoint::app {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

Problem wrong_workspace(std::string what) {
    return Problem{
        ProblemCode::invalid_fields, what, {{"/workspace.json", "not_as_described", {what}}}};
}

Result<std::string> file_text(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in)
        return Problem{ProblemCode::invalid_fields, path.string(), {{"/folder", "missing_file"}}};
    return text.str();
}

// Loads one workspace, list by list.
class Loader {
  public:
    Loader(Node& node, const access::Principal& principal, fs::path folder, Terminal& terminal)
        : node_(node), principal_(principal), folder_(std::move(folder)), terminal_(terminal) {}

    Result<std::vector<ExampleAccount>> load() {
        TENPOINT_TRY(text, file_text(folder_ / "workspace.json"));
        boost::system::error_code error;
        auto parsed = json::parse(text, error);
        if (error || !parsed.is_object()) return wrong_workspace("JSON");
        workspace_ = std::move(parsed.get_object());
        TENPOINT_CHECK(check_members());
        TENPOINT_CHECK(load_records());
        TENPOINT_CHECK(load_accounts());
        TENPOINT_CHECK(load_files());
        TENPOINT_CHECK(print_sheets());
        return std::move(accounts_);
    }

  private:
    Result<void> check_members() const {
        for (const auto& [member, value] : workspace_) {
            const bool known = member == "name" || member == "partners" || member == "places" ||
                               member == "sources" || member == "corridors" || member == "rules" ||
                               member == "users" || member == "files" || member == "sheets";
            if (!known || (value.is_array() == (member == "name")))
                return wrong_workspace(std::string{std::string_view{member}});
        }
        return {};
    }

    json::array list(std::string_view name) const {
        const auto* value = workspace_.if_contains(name);
        return value ? value->as_array() : json::array{};
    }

    // Puts the id of the record whose `member` is the text in its place, in texts and lists.
    template <class K>
    static Result<void> resolve(const store::Snapshot& snapshot, json::object& body,
                                std::string_view field, std::string_view member) {
        auto* value = body.if_contains(field);
        if (!value) return {};
        const auto id_of = [&](json::value& name) -> Result<void> {
            if (!name.is_string()) return wrong_workspace(std::string{field});
            const std::string wanted{name.get_string()};
            const auto found = snapshot.find<K>(member, wanted);
            if (!found) return wrong_workspace(wanted);
            name = found->envelope.id.text;
            return {};
        };
        if (!value->is_array()) return id_of(*value);
        for (auto& name : value->get_array())
            TENPOINT_CHECK(id_of(name));
        return {};
    }

    // Adds a record from its body unless one with the same `member` is there.
    template <class K>
    static Result<void> add(store::Transaction& transaction, const json::object& body,
                            std::string_view member, const Id& owner) {
        const auto& kind = record::kind_info<K>();
        const auto* key = body.if_contains(member);
        if (!key || !key->is_string()) return wrong_workspace(std::string{member});
        const auto there = transaction.find<K>(member, std::string{key->get_string()});
        if (there) return complete(transaction, kind, there->envelope, body);
        TENPOINT_TRY(row, kind.read(body, nullptr));
        TENPOINT_CHECK(transaction.insert(kind, std::move(row), {owner}));
        return {};
    }

    // A country is there from the start; its coordinates come with the workspace.
    static Result<void> complete(store::Transaction& transaction, const record::KindInfo& kind,
                                 const record::Envelope& envelope, json::object body) {
        if (kind.plural != record::kind_info<directory::Place>().plural) return {};
        TENPOINT_TRY(found, transaction.get(kind, envelope.id));
        body.erase("kind");
        TENPOINT_TRY(row, kind.read(body, &found.row));
        if (row == found.row) return {};
        TENPOINT_CHECK(transaction.update(kind, envelope.id, envelope.version, std::move(row)));
        return {};
    }

    Result<void> load_records() {
        return node_.store().write(
            principal_, [&](store::Transaction& transaction) -> Result<void> {
                for (auto& partner : list("partners"))
                    TENPOINT_CHECK(
                        add<directory::Partner>(transaction, partner.as_object(), "name", {}));
                for (auto& item : list("places")) {
                    auto body = item.as_object();
                    TENPOINT_CHECK(resolve<directory::Place>(transaction, body, "parent", "code"));
                    TENPOINT_CHECK(add<directory::Place>(transaction, body, "code", {}));
                }
                for (auto& item : list("sources")) {
                    auto body = item.as_object();
                    TENPOINT_CHECK(
                        resolve<directory::Partner>(transaction, body, "publisher", "name"));
                    const auto* publisher = body.if_contains("publisher");
                    const Id owner{publisher ? std::string{publisher->as_string()} : std::string{}};
                    TENPOINT_CHECK(add<movements::Source>(transaction, body, "name", owner));
                }
                for (auto& item : list("corridors")) {
                    auto body = item.as_object();
                    TENPOINT_CHECK(resolve<directory::Place>(transaction, body, "places", "code"));
                    TENPOINT_CHECK(
                        resolve<directory::Place>(transaction, body, "death_places", "code"));
                    TENPOINT_CHECK(add<movements::Corridor>(transaction, body, "code", {}));
                }
                return load_rules(transaction);
            });
    }

    Result<void> load_rules(store::Transaction& transaction) {
        const auto& kind = record::kind_info<movements::Rule>();
        for (auto& item : list("rules")) {
            auto body = item.as_object();
            TENPOINT_CHECK(resolve<directory::Place>(transaction, body, "place", "code"));
            TENPOINT_CHECK(resolve<movements::Source>(transaction, body, "source", "name"));
            TENPOINT_TRY(row, kind.read(body, nullptr));
            TENPOINT_TRY(rules, transaction.list(kind, {.limit = 0}));
            const bool is_there =
                std::ranges::any_of(rules.items, [&](const auto& rule) { return rule.row == row; });
            if (!is_there) TENPOINT_CHECK(transaction.insert(kind, std::move(row), {}));
        }
        return {};
    }

    Result<void> load_accounts() {
        for (auto& item : list("users")) {
            auto& user = item.as_object();
            TENPOINT_CHECK(node_.store().read(principal_, [&](const store::Snapshot& snapshot) {
                return resolve<directory::Partner>(snapshot, user, "partner", "name");
            }));
            const auto text = [&](std::string_view member) {
                const auto* value = user.if_contains(member);
                return value ? std::string{value->as_string()} : std::string{};
            };
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
        for (auto& item : list("files")) {
            const auto& file = item.as_object();
            const auto path = folder_ / std::string{file.at("file").as_string()};
            fmt::print(terminal_.out, "  {}\n", path.filename().string());
            terminal_.out.flush();
            TENPOINT_CHECK(load_file(path, std::string{file.at("source").as_string()},
                                     folder_ / std::string{file.at("mapping").as_string()}));
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
        TENPOINT_TRY(recognised, movements::recognise_file(path, {mapping.sheet, {}}, mapping));
        TENPOINT_CHECK(movements::require_columns(recognised.recognition.layout, mapping));
        TENPOINT_TRY(outcome, movements::import_file(node_.store(), principal_,
                                                     {path,
                                                      path.filename().string(),
                                                      {},
                                                      source,
                                                      source.envelope.owner,
                                                      recognised.recognition.mapping,
                                                      {}}));
        if (outcome.same_file) return {};
        return node_.store().write(
            principal_, [&](store::Transaction& transaction) -> Result<void> {
                TENPOINT_CHECK(movements::accept_batch(transaction, outcome.batch.envelope.id, {}));
                return {};
            });
    }

    Result<void> print_sheets() {
        for (auto& item : list("sheets")) {
            const auto& sheet = item.as_object();
            const auto text = [&](std::string_view member) {
                const auto* value = sheet.if_contains(member);
                return value ? std::string{value->as_string()} : std::string{};
            };
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
    fs::path folder_;
    Terminal& terminal_;
    json::object workspace_;
    std::vector<ExampleAccount> accounts_;
};

}  // namespace

Result<std::vector<ExampleAccount>> load_workspace(Node& node, const access::Principal& principal,
                                                   const fs::path& folder, Terminal& terminal) {
    return Loader(node, principal, folder, terminal).load();
}

}  // namespace tenpoint::app
