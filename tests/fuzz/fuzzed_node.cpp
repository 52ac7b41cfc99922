// SPDX-License-Identifier: Apache-2.0
#include "fuzzed_node.hpp"

#include <cstdlib>
#include <fstream>
#include <mutex>

#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

#include "app/version.hpp"
#include "desks/directory/password.hpp"
#include "desks/directory/user.hpp"
#include "desks/movements/deciding.hpp"
#include "desks/movements/importing.hpp"
#include "desks/movements/mapping_json.hpp"
#include "must.hpp"
#include "web/api.hpp"

namespace tenpoint::fuzz {
namespace {

using directory::Partner;

constexpr std::string_view password = "a long enough one";

constexpr std::string_view figures = R"(month,from,people
2024-01,VEN,120
2024-02,VEN,90
2024-02,HTI,35
)";

constexpr std::string_view mapping = R"({"set": {"indicator": "crossing", "place": "PAN"},
    "columns": [{"column": "month", "field": "period"}, {"column": "from", "field": "origin"},
                {"column": "people", "field": "count"}]})";

class EndAtErrors final : public spdlog::sinks::base_sink<std::mutex> {
    void sink_it_(const spdlog::details::log_msg& message) override {
        must(message.level < spdlog::level::err,
             std::string(message.payload.data(), message.payload.size()).c_str());
    }
    void flush_() override {}
};

const access::Principal& setter_up() {
    static const auto principal = access::Principal::local_administrator("fuzzing");
    return principal;
}

}  // namespace

FuzzedNode::FuzzedNode() {
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("errors", std::make_shared<EndAtErrors>()));
    auto name = (std::filesystem::temp_directory_path() / "tenpoint-fuzz-XXXXXX").string();
    must(mkdtemp(name.data()) != nullptr, "there is room for a folder");
    folder_ = name;
    node_ = app::Node::open({folder_}).value();
    auto& store = node_->store();
    sessions_ = std::make_unique<web::Sessions>(store);
    jobs_ = std::make_unique<web::Jobs>(store.clock(), store.randomness());
    events_ = std::make_unique<web::EventStreams>(store);
    files_ =
        std::make_unique<web::StaticFiles>(std::span<const EmbeddedFile>{}, store.randomness());
    rates_ = std::make_unique<web::RateLimiter>(store.clock(), 0);
    auto routes =
        web::make_api({store, node_->figures(), node_->responses(), *sessions_, *jobs_, *events_},
                      std::string(app::version))
            .routes;
    std::erase_if(routes, [](const web::Route& route) {
        const bool ends_a_session =
            route.path.ends_with("/sign_out") ||
            (route.path == "/api/session" && route.method == web::Method::remove);
        return route.takes_turns || ends_a_session || route.path == "/api/events";
    });
    service_ = std::make_unique<web::Service>(std::move(routes), *sessions_, *files_, *rates_);
    add_accounts();
    add_figures();
}

FuzzedNode::~FuzzedNode() {
    jobs_.reset();
    node_.reset();
    std::filesystem::remove_all(folder_);
}

void FuzzedNode::add_accounts() {
    using enum access::Role;
    const auto hash = directory::hash_password(password);
    for (const auto& [who, role] : {std::pair{'a', administrator}, std::pair{'c', coordinator},
                                    std::pair{'i', information_officer}, std::pair{'r', reader}}) {
        const std::string name(1, who);
        const auto add = [&](store::Transaction& transaction) -> Result<void> {
            Partner partner;
            partner.name = name;
            TENPOINT_TRY(made, transaction.insert(partner, {}));
            directory::User user;
            user.name = name;
            user.partner = {made.envelope.id};
            user.role = role;
            user.password_hash = hash;
            TENPOINT_TRY(account, transaction.insert(user, {made.envelope.id}));
            ids_["{partner}"] = made.envelope.id;
            ids_["{user}"] = account.envelope.id;
            return {};
        };
        node_->store().write(setter_up(), add).value();
        const auto& session = sessions_of_[who] = sessions_->sign_in(name, password).value();
        header_lines_[who] =
            fmt::format("Cookie: {}={}\r\nX-Tenpoint-Csrf: {}\r\n", web::Sessions::cookie_name,
                        session, web::Sessions::csrf_token(session));
    }
}

void FuzzedNode::add_figures() {
    auto& store = node_->store();
    const auto file = folder_ / "figures.csv";
    std::ofstream(file) << figures;
    const auto source = store
                            .write(setter_up(),
                                   [](store::Transaction& transaction) {
                                       movements::Source border_police;
                                       border_police.name = "Border police";
                                       return transaction.insert(border_police, {});
                                   })
                            .value();
    const auto read = movements::import_file(
        store, setter_up(),
        {file, "figures.csv", {}, source, {}, movements::mapping_from_text(mapping).value(), {}});
    const auto count = [&](store::Transaction& transaction) {
        return movements::accept_batch(transaction, read.value().batch.envelope.id, {});
    };
    store.write(setter_up(), count).value();
    ids_["{source}"] = source.envelope.id;
    ids_["{batch}"] = read.value().batch.envelope.id;
}

std::string FuzzedNode::with_ids(std::string text) const {
    for (const auto& [word, id] : ids_)
        for (auto at = text.find(word); at != text.npos; at = text.find(word, at))
            text.replace(at, word.size(), id.text);
    return text;
}

std::string_view FuzzedNode::header_lines_of(char who) const {
    const auto found = header_lines_.find(who);
    return found == header_lines_.end() ? std::string_view{} : found->second;
}

}  // namespace tenpoint::fuzz
