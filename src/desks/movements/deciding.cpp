// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/deciding.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "access/may.hpp"
#include "desks/activities/batch_reports.hpp"
#include "desks/movements/mapping_memory.hpp"

namespace tenpoint::movements {
namespace {

using BatchRecord = record::Record<Batch>;

Result<BatchRecord> with_status(store::Transaction& transaction, BatchRecord batch,
                                BatchStatus status, std::string_view verb) {
    const bool counted = batch.value.status == BatchStatus::accepted;
    batch.value.status = status;
    batch.value.decided_at = transaction.now();
    TENPOINT_TRY(decided, transaction.update(batch, verb));
    if (decided.value.content == Content::activities) {
        if (status == BatchStatus::accepted)
            TENPOINT_CHECK(activities::place_reports(transaction, decided));
        else if (counted)
            TENPOINT_CHECK(activities::remove_reports(transaction, decided.envelope.id));
    }
    return std::move(decided);
}

// Whether a batch that took the place of `id`, itself or through others, stands today, also where
// its owner keeps it to itself.
bool is_replaced(const store::Snapshot& principals, const Id& id,
                 const std::optional<Id>& but_for) {
    const auto snapshot = principals.as_the_node();
    std::set<Id> met{id};
    std::vector<Id> open{id};
    while (!open.empty()) {
        store::ListQuery query;
        query.equal = {{"supersedes", open.back().text}};
        open.pop_back();
        for (const auto& successor : snapshot.all<Batch>(query)) {
            if (!met.insert(successor.envelope.id).second) continue;
            if (successor.value.status == BatchStatus::accepted && successor.envelope.id != but_for)
                return true;
            open.push_back(successor.envelope.id);
        }
    }
    return false;
}

// Whether the batch whose place `batch` once took still leaves it that place, also where its owner
// keeps it to itself.
bool keeps_its_place(const store::Snapshot& principals, const Batch& batch) {
    if (!batch.supersedes) return false;
    const auto forerunner = principals.as_the_node().get<Batch>(batch.supersedes->id);
    return forerunner && (forerunner->value.status == BatchStatus::superseded ||
                          forerunner->value.status == BatchStatus::erased);
}

// All that their owner imported of the same bytes, the batch itself first. Batches of before the
// keys know them by another hash; their files lead from the ones to the others.
std::vector<BatchRecord> imports_of_same_bytes(const store::Snapshot& principals,
                                               const BatchRecord& batch) {
    const auto snapshot = principals.as_the_node();
    std::vector<BatchRecord> batches{batch};
    const auto is_known = [&](const Id& id) {
        return std::ranges::any_of(batches,
                                   [&](const auto& known) { return known.envelope.id == id; });
    };
    for (std::size_t next = 0; next < batches.size(); ++next) {
        const auto [hash, file] =
            std::pair{batches[next].value.file_hash, batches[next].value.file};
        for (const auto& [member, value] :
             {std::pair{"file_hash", hash}, std::pair{"file", file.text}}) {
            store::ListQuery query;
            query.equal = {{member, value}};
            for (auto& other : snapshot.all<Batch>(query))
                if (other.envelope.owner == batch.envelope.owner && !is_known(other.envelope.id))
                    batches.push_back(std::move(other));
        }
    }
    return batches;
}

// Who may share a batch, and still sees it then: nobody else could undo it.
bool may_share(const access::Principal& principal, const record::Envelope& before,
               const record::Envelope& after) {
    constexpr auto stewardship = record::Kind<Batch>::stewardship;
    return access::may(principal, access::Verb::share, access::subject_of(stewardship, before)) &&
           access::may(principal, access::Verb::read, access::subject_of(stewardship, after));
}

}  // namespace

Result<record::Record<Source>> own_source(const store::Snapshot& snapshot, const Batch& batch) {
    TENPOINT_TRY(source, snapshot.get<Source>(batch.source.id));
    const auto subject = access::subject_of(record::Kind<Source>::stewardship, source.envelope);
    if (!access::may(snapshot.principal(), access::Verb::change, subject))
        return Problem{ProblemCode::forbidden, "source"};
    return std::move(source);
}

Result<BatchRecord> to_be_superseded(const store::Snapshot& snapshot, const BatchRecord& batch,
                                     const Id& id) {
    TENPOINT_TRY(forerunner, snapshot.get<Batch>(id));
    if (forerunner.value.status != BatchStatus::accepted ||
        forerunner.value.source != batch.value.source || id == batch.envelope.id)
        return Problem{ProblemCode::not_proposed, "superseded batch"};
    TENPOINT_CHECK(own_source(snapshot, batch.value));
    return std::move(forerunner);
}

Result<BatchRecord> accept_batch(store::Transaction& transaction, const Id& id,
                                 const std::optional<Id>& superseded) {
    TENPOINT_TRY(batch, transaction.get<Batch>(id));
    const auto status = batch.value.status;
    if (status == BatchStatus::accepted || status == BatchStatus::erased)
        return Problem{ProblemCode::not_proposed, "batch"};
    if (batch.value.used == 0)
        return Problem{ProblemCode::invalid_fields, "batch", {{"/used", "nothing_read"}}};
    if (status == BatchStatus::superseded && is_replaced(transaction, id, superseded))
        return Problem{ProblemCode::not_proposed, "a batch stands in its place"};
    if (!keeps_its_place(transaction, batch.value)) batch.value.supersedes.reset();
    TENPOINT_TRY(source, own_source(transaction, batch.value));
    if (superseded) {
        TENPOINT_TRY(forerunner, to_be_superseded(transaction, batch, *superseded));
        TENPOINT_CHECK(
            with_status(transaction, std::move(forerunner), BatchStatus::superseded, "supersede"));
        batch.value.supersedes = record::Ref<Batch>{*superseded};
    }
    TENPOINT_CHECK(remember_mapping(transaction, std::move(source), batch));
    batch.value.reason.reset();
    return with_status(transaction, std::move(batch), BatchStatus::accepted, "accept");
}

Result<BatchRecord> withdraw_batch(store::Transaction& transaction, const Id& id,
                                   const std::string& reason) {
    TENPOINT_TRY(batch, transaction.get<Batch>(id));
    if (batch.value.status != BatchStatus::accepted && batch.value.status != BatchStatus::proposed)
        return Problem{ProblemCode::not_proposed, "batch"};
    batch.value.reason = reason.empty() ? std::nullopt : std::optional(reason);
    return with_status(transaction, std::move(batch), BatchStatus::withdrawn, "withdraw");
}

Result<BatchRecord> erase_batch(store::Transaction& transaction, const Id& id,
                                std::optional<std::int64_t> seen) {
    TENPOINT_TRY(asked, transaction.get<Batch>(id));
    constexpr auto stewardship = record::Kind<Batch>::stewardship;
    if (!access::may(transaction.principal(), access::Verb::erase,
                     access::subject_of(stewardship, asked.envelope)))
        return Problem{ProblemCode::forbidden, "batch"};
    if (seen && *seen != asked.envelope.version)
        return Problem{ProblemCode::precondition_failed, "batch"};
    auto batches = imports_of_same_bytes(transaction, asked);
    for (const auto& batch : batches)
        if (batch.value.status == BatchStatus::accepted ||
            batch.value.status == BatchStatus::proposed)
            return Problem{ProblemCode::still_counts, "batch"};
    for (auto& batch : batches) {
        for (const auto& copy : transaction.copies_of(batch.value.file))
            transaction.erase_file(copy);
        transaction.erase_file(batch.value.segment);
        transaction.erase_file(batch.value.findings);
        if (batch.value.status == BatchStatus::erased) continue;
        TENPOINT_CHECK(with_status(transaction, std::move(batch), BatchStatus::erased, "erase"));
    }
    return transaction.get<Batch>(id);
}

Result<BatchRecord> share_batch(store::Transaction& transaction, const Id& id,
                                const store::Sharing& sharing, std::optional<std::int64_t> seen) {
    TENPOINT_TRY(batch, transaction.get<Batch>(id));
    const auto& now = batch.envelope;
    auto after = now;
    after.visibility = sharing.visibility.value_or(now.visibility);
    after.shared_with = sharing.shared_with.value_or(now.shared_with);
    if (!may_share(transaction.principal(), now, after))
        return Problem{ProblemCode::forbidden, "batch"};
    const auto version = seen.value_or(now.version);
    if (version == now.version && after.visibility == now.visibility &&
        after.shared_with == now.shared_with)
        return batch;
    TENPOINT_TRY(found, transaction.update(record::kind_info<Batch>(), id, version,
                                           record::to_row(batch.value), "share", sharing));
    BatchRecord shared{found.envelope, std::move(batch.value)};
    if (shared.value.content == Content::activities &&
        shared.value.status == BatchStatus::accepted) {
        TENPOINT_CHECK(activities::remove_reports(transaction, id));
        TENPOINT_CHECK(activities::place_reports(transaction, shared));
    }
    if (auto source = own_source(transaction, shared.value))
        TENPOINT_CHECK(follow_sharing(transaction, std::move(*source), shared));
    return shared;
}

}  // namespace tenpoint::movements
