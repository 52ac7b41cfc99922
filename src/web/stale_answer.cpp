// SPDX-License-Identifier: Apache-2.0
#include "web/stale_answer.hpp"

#include <map>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "web/header_values.hpp"
#include "web/record_json.hpp"
#include "web/told_records.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

struct FieldChange {
    json::value from, to;
};
using Changes = std::map<std::string, FieldChange, std::less<>>;

// From the first value to the last, over all entries behind the version.
Changes changes_since(const std::vector<ToldEntry>& history, std::int64_t version) {
    Changes changes;
    for (const auto& [entry, is_whole] : history) {
        if (entry.record_version <= version) continue;
        for (const auto& each : entry.change) {
            const auto& change = each.as_object();
            const std::string field(change.at("field").as_string());
            changes.try_emplace(field, FieldChange{change.at("from"), {}}).first->second.to =
                change.at("to");
        }
    }
    std::erase_if(changes, [](const auto& change) {
        return change.second.from == change.second.to;  // changed to and fro
    });
    return changes;
}

// What the body would make of the members as the client saw them.
Changes changes_asked(const json::object& now, const Changes& theirs, const json::object& body) {
    Changes changes;
    for (const auto& [name, value] : body) {
        const auto changed = theirs.find(name);
        const auto* current = now.if_contains(name);
        if (!current && changed == theirs.end()) continue;
        const auto& seen = changed != theirs.end() ? changed->second.from : *current;
        if (seen != value) changes.emplace(name, FieldChange{seen, value});
    }
    return changes;
}

json::array changes_json(const Changes& changes) {
    json::array out;
    for (const auto& [field, change] : changes)
        out.push_back({{"field", field}, {"from", change.from}, {"to", change.to}});
    return out;
}

}  // namespace

Result<std::optional<std::int64_t>> version_looked_at(const Request& request) {
    const auto field = request.headers.find("If-Match");
    if (!field) return std::optional<std::int64_t>{};
    const auto version = version_from_etag(*field);
    if (!version) return Problem{ProblemCode::precondition_failed, "no version"};
    return version;
}

Result<Response> stale_answer(store::Store& store, const Request& request,
                              const record::KindInfo& kind, const Id& id,
                              std::optional<std::int64_t> seen, const json::object& body) {
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        TENPOINT_TRY(found, snapshot.get(kind, id));
        TENPOINT_TRY(history, told_history(snapshot, kind, id));
        const auto theirs = changes_since(history, seen.value_or(found.envelope.version));
        const auto yours = changes_asked(web::to_json(kind, found), theirs, body);
        const Problem problem{ProblemCode::precondition_failed};
        auto out = to_json(problem, request.language);
        out["version"] = found.envelope.version;
        out["theirs"] = changes_json(theirs);
        out["yours"] = changes_json(yours);
        auto response = problem_response(problem, request.language);
        response.body = json::serialize(out);
        response.headers.set("ETag", etag_of(found.envelope));
        return response;
    });
}

}  // namespace tenpoint::web
