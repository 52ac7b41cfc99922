// SPDX-License-Identifier: Apache-2.0
#include "web/record_json.hpp"

#include <fmt/format.h>

#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

json::array ids_json(const std::vector<Id>& ids) {
    json::array out;
    for (const auto& id : ids)
        out.emplace_back(id.text);
    return out;
}

}  // namespace

json::object to_json(const record::KindInfo& kind, const store::Found& found) {
    const auto& envelope = found.envelope;
    json::object out{
        {"id", envelope.id.text},
        {"version", envelope.version},
        {"owner", envelope.owner.empty() ? json::value(nullptr) : json::value(envelope.owner.text)},
        {"visibility", record::to_word(envelope.visibility)},
        {"shared_with", ids_json(envelope.shared_with)},
        {"created_at", to_text(envelope.created_at)},
        {"updated_at", to_text(envelope.updated_at)},
    };
    for (auto& [name, value] : kind.write(found.row))
        out.emplace(name, std::move(value));
    return out;
}

json::object to_json(const store::JournalEntry& entry) {
    return {
        {"id", entry.id.text}, {"at", to_text(entry.at)},         {"principal", entry.principal},
        {"verb", entry.verb},  {"version", entry.record_version}, {"change", entry.change},
        {"hash", entry.hash},
    };
}

json::object journal_entry_schema() {
    return object_schema({
        {"id", id_schema()},
        {"at", time_schema()},
        {"principal", text_schema()},
        {"verb", text_schema()},
        {"version", number_schema()},
        {"change", changes_schema()},
        {"hash", text_schema()},
    });
}

json::object changes_schema() {
    return list_schema(object_schema(
        {{"field", text_schema()}, {"from", json::object{}}, {"to", json::object{}}}));
}

std::string etag_of(const record::Envelope& envelope) {
    return fmt::format("\"{}\"", envelope.version);
}

}  // namespace tenpoint::web
