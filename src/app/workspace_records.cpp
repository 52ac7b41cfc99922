// SPDX-License-Identifier: Apache-2.0
#include "app/workspace_records.hpp"

#include "app/workspace_body.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/directory/presence.hpp"
#include "desks/movements/corridor.hpp"
#include "desks/movements/rule.hpp"
#include "desks/movements/source.hpp"

namespace tenpoint::app {

namespace json = boost::json;
using directory::Partner;
using directory::Place;

namespace {

// A country is there from the start; its coordinates come with the workspace.
Result<void> add_place(store::Transaction& transaction, json::object body) {
    const auto there = transaction.find<Place>("code", text_in(body, "code"));
    if (!there) return add_once<Place>(transaction, body, {"code"});
    const auto& kind = record::kind_info<Place>();
    body.erase("kind");
    const auto before = record::to_row(there->value);
    TENPOINT_TRY(row, kind.read(body, &before));
    if (row == before) return {};
    TENPOINT_CHECK(
        transaction.update(kind, there->envelope.id, there->envelope.version, std::move(row)));
    return {};
}

Result<void> add_rule(store::Transaction& transaction, const json::object& body) {
    const auto& kind = record::kind_info<movements::Rule>();
    TENPOINT_TRY(row, kind.read(body, nullptr));
    TENPOINT_TRY(rules, transaction.list(kind, {.limit = 0}));
    for (const auto& rule : rules.items)
        if (rule.row == row) return {};
    TENPOINT_CHECK(transaction.insert(kind, std::move(row), {}));
    return {};
}

}  // namespace

Result<void> load_partners_and_places(store::Transaction& transaction,
                                      const json::object& workspace) {
    TENPOINT_TRY(partners, bodies_of(workspace, "partners"));
    for (auto& body : partners) {
        TENPOINT_CHECK(resolve<Partner>(transaction, body, "parent", "name"));
        TENPOINT_CHECK(resolve<Partner>(transaction, body, "members", "name"));
        TENPOINT_CHECK(add_once<Partner>(transaction, body, {"name"}));
    }
    TENPOINT_TRY(places, bodies_of(workspace, "places"));
    for (auto& body : places) {
        TENPOINT_CHECK(resolve<Place>(transaction, body, "parent", "code"));
        TENPOINT_CHECK(add_place(transaction, body));
    }
    TENPOINT_TRY(presences, bodies_of(workspace, "presences"));
    for (auto& body : presences) {
        TENPOINT_CHECK(resolve<Partner>(transaction, body, "partner", "name"));
        TENPOINT_CHECK(resolve<Place>(transaction, body, "place", "code"));
        const Id owner{text_in(body, "partner")};
        TENPOINT_CHECK(
            add_once<directory::Presence>(transaction, body, {"partner", "place", "since"}, owner));
    }
    return {};
}

Result<void> load_sources_and_rules(store::Transaction& transaction,
                                    const json::object& workspace) {
    TENPOINT_TRY(sources, bodies_of(workspace, "sources"));
    for (auto& body : sources) {
        TENPOINT_CHECK(resolve<Partner>(transaction, body, "publisher", "name"));
        const Id owner{text_in(body, "publisher")};
        TENPOINT_CHECK(add_once<movements::Source>(transaction, body, {"name"}, owner));
    }
    TENPOINT_TRY(corridors, bodies_of(workspace, "corridors"));
    for (auto& body : corridors) {
        TENPOINT_CHECK(resolve<Place>(transaction, body, "places", "code"));
        TENPOINT_CHECK(resolve<Place>(transaction, body, "death_places", "code"));
        TENPOINT_CHECK(add_once<movements::Corridor>(transaction, body, {"code"}));
    }
    TENPOINT_TRY(rules, bodies_of(workspace, "rules"));
    for (auto& body : rules) {
        TENPOINT_CHECK(resolve<Place>(transaction, body, "place", "code"));
        TENPOINT_CHECK(resolve<movements::Source>(transaction, body, "source", "name"));
        TENPOINT_CHECK(add_rule(transaction, body));
    }
    return {};
}

}  // namespace tenpoint::app
