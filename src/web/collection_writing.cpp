// SPDX-License-Identifier: Apache-2.0
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "web/collection.hpp"
#include "web/header_values.hpp"
#include "web/json_body.hpp"
#include "web/once.hpp"
#include "web/query_values.hpp"
#include "web/record_json.hpp"
#include "web/sharing.hpp"
#include "web/stale_answer.hpp"
#include "web/told_records.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using record::KindInfo;
using store::Found;

namespace {

// A body without its secrets, which may take long to prepare and must not hold up the writer.
struct PreparedBody {
    json::object members;
    json::object asked;  // as the client wrote them, also who may read the record
    store::Sharing sharing;
    std::function<void(record::StoredRow&)> put_secrets;
    std::vector<FieldProblem> problems;  // with what was taken out of the members

    // Over the row that is there, or for a new one. Refuses with all that is wrong at once.
    Result<record::StoredRow> read(const KindInfo& kind, const record::StoredRow* before) const {
        auto row = kind.read(members, before);
        if (!problems.empty()) {
            Problem refusal{ProblemCode::invalid_fields, std::string(kind.name), problems};
            if (!row) {
                const auto others = row.error();
                refusal.fields.insert(refusal.fields.end(), others.fields.begin(),
                                      others.fields.end());
            }
            return refusal;
        }
        if (row && put_secrets) put_secrets(*row);
        return row;
    }
};

// What was refused of a body is told together with what is wrong with the rest of it, which is
// read without the members at fault.
void put_off(const Problem& refusal, PreparedBody& body) {
    for (const auto& field : refusal.fields) {
        if (!field.pointer.empty()) body.members.erase(field.pointer.substr(1));
        body.problems.push_back(field);
    }
}

Result<PreparedBody> prepare_body(const Request& request, const CollectionExtras& extras) {
    PreparedBody body;
    TENPOINT_TRY(members, read_json(request));
    body.members = std::move(members);
    if (extras.take_secrets) {
        auto put_secrets = extras.take_secrets(body.members);
        if (put_secrets)
            body.put_secrets = std::move(*put_secrets);
        else if (put_secrets.error().code == ProblemCode::invalid_fields)
            put_off(put_secrets.error(), body);
        else
            return put_secrets.error();
    }
    body.asked = body.members;
    auto sharing = take_sharing(body.members);
    if (sharing)
        body.sharing = std::move(*sharing);
    else
        put_off(sharing.error(), body);
    return body;
}

// Who may read a new record: as its body says, else as the kind has it.
store::Draft draft_of(const store::Transaction& transaction, const KindInfo& kind,
                      const record::StoredRow& row, const store::Sharing& said,
                      const CollectionExtras& extras) {
    const auto& owner = transaction.principal().partner;
    auto draft = extras.first_draft ? extras.first_draft(transaction, kind, row, owner)
                                    : store::Draft{owner};
    if (said.visibility && *said.visibility != draft.visibility) {
        draft.visibility = *said.visibility;
        draft.shared_with.clear();
    }
    draft.shared_with = said.shared_with.value_or(std::move(draft.shared_with));
    return draft;
}

// The version that the client saw; nothing where its If-Match names none. Fails with
// `precondition_required` where there is no If-Match.
Result<std::optional<std::int64_t>> seen_version(const Request& request) {
    const auto field = request.headers.find("If-Match");
    if (!field) return Problem{ProblemCode::precondition_required};
    return version_from_etag(*field);
}

}  // namespace

Result<Response> Collection::changed(const Request& request, Found found, int status) const {
    TENPOINT_TRY(complete, completion());
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        leave_out_unknown(snapshot, kind, found);
        auto body = to_json(kind, found);
        if (complete) complete(snapshot, found, body);
        auto response = json_response(body, status);
        response.headers.set("ETag", etag_of(found.envelope));
        return response;
    });
}

Result<Response> Collection::post(const Request& request) const {
    const store::Draft nobodys{request.principal.partner};
    const access::Subject subject{kind.stewardship, nobodys.visibility, nobodys.owner};
    if (!access::may(request.principal, access::Verb::create, subject))
        return Problem{ProblemCode::forbidden, std::string(kind.name)};
    TENPOINT_TRY(body, prepare_body(request, extras));
    TENPOINT_TRY(row, body.read(kind, nullptr));
    const auto make = [&](store::Transaction& transaction) -> Result<Found> {
        if (extras.check) TENPOINT_CHECK(extras.check(transaction, row, Id{}));
        TENPOINT_TRY(made, transaction.insert(
                               kind, row, draft_of(transaction, kind, row, body.sharing, extras)));
        if (extras.check_written) TENPOINT_CHECK(extras.check_written(transaction, made));
        return std::move(made);
    };
    const auto again = [&](store::Transaction& transaction, const Id& made) {
        return transaction.get(kind, made);
    };
    TENPOINT_TRY(found, write_once(store, request, json::serialize(body.asked), make, again));
    TENPOINT_TRY(response, changed(request, found, 201));
    response.headers.set("Location",
                         fmt::format("/api/{}/{}", kind.plural, found.envelope.id.text));
    return std::move(response);
}

Result<Response> Collection::patch(const Request& request) const {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(version, seen_version(request));
    TENPOINT_CHECK(store.read(request.principal, [&](const store::Snapshot& snapshot) {
        return may_change(snapshot, id);
    }));
    TENPOINT_TRY(body, prepare_body(request, extras));
    if (!version) return stale_answer(store, request, kind, id, version, body.asked);
    const auto change = [&](store::Transaction& transaction) -> Result<Found> {
        TENPOINT_TRY(before, may_change(transaction, id));
        TENPOINT_TRY(row, body.read(kind, &before.row));
        if (extras.amend) extras.amend(before.row, row);
        if (extras.check) TENPOINT_CHECK(extras.check(transaction, row, id));
        TENPOINT_TRY(
            found, transaction.update(kind, id, *version, std::move(row), "change", body.sharing));
        if (extras.check_written) TENPOINT_CHECK(extras.check_written(transaction, found));
        if (extras.changed) extras.changed(transaction, before, found);
        if (extras.shared && (body.sharing.visibility || body.sharing.shared_with))
            extras.shared(transaction, found);
        return std::move(found);
    };
    const auto again = [&](store::Transaction& transaction, const Id& changed_id) {
        return transaction.get(kind, changed_id);
    };
    const auto found = write_once(store, request, json::serialize(body.asked), change, again);
    if (found) return changed(request, *found, 200);
    if (found.error().code == ProblemCode::precondition_failed)
        return stale_answer(store, request, kind, id, version, body.asked);
    return found.error();
}

Result<Response> Collection::remove(const Request& request) const {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(version, seen_version(request));
    if (!version) {
        TENPOINT_CHECK(store.read(request.principal, [&](const store::Snapshot& snapshot) {
            return may_change(snapshot, id);
        }));
        return stale_answer(store, request, kind, id, version, {});
    }
    const auto removed = write_once(
        store, request, {},
        [&](store::Transaction& transaction) -> Result<Id> {
            TENPOINT_CHECK(may_change(transaction, id));
            if (extras.check_end) TENPOINT_CHECK(extras.check_end(transaction, id));
            TENPOINT_CHECK(transaction.remove(kind, id, *version));
            return id;
        },
        [](store::Transaction&, const Id& gone) -> Result<Id> { return gone; });
    if (removed) return empty_response();
    if (removed.error().code == ProblemCode::precondition_failed)
        return stale_answer(store, request, kind, id, version, {});
    return removed.error();
}

Result<Response> Collection::erase(const Request& request) const {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(version, seen_version(request));
    TENPOINT_CHECK(store.read(request.principal, [&](const store::Snapshot& snapshot) {
        return may_change(snapshot, id);
    }));
    if (!version) return stale_answer(store, request, kind, id, version, {});
    const auto erased = write_once(
        store, request, {},
        [&](store::Transaction& transaction) -> Result<store::Found> {
            if (extras.check_end) TENPOINT_CHECK(extras.check_end(transaction, id));
            return transaction.erase(kind, id, *version);
        },
        [&](store::Transaction& transaction, const Id& gone) {
            return transaction.get(kind, gone);
        });
    if (erased) return changed(request, *erased, 200);
    if (erased.error().code == ProblemCode::precondition_failed)
        return stale_answer(store, request, kind, id, version, {});
    return erased.error();
}

}  // namespace tenpoint::web
