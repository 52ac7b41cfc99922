// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/openness.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string_view>

#include "access/may.hpp"
#include "desks/arrangements/document.hpp"
#include "desks/arrangements/family.hpp"
#include "desks/arrangements/membership.hpp"
#include "desks/arrangements/submission.hpp"

namespace tenpoint::arrangements {
namespace {

using record::Visibility;

constexpr std::array<std::string_view, 1> of_groups{"parent"};
constexpr std::array<std::string_view, 3> of_parts{"arrangement", "action", "parent"};
constexpr std::array<std::string_view, 2> of_submissions{"arrangement", "to"};
constexpr std::array<std::string_view, 8> of_documents{
    "arrangement", "action", "agreement", "review", "submission", "partner", "place", "source"};

// The members by which records of a kind belong to others.
std::span<const std::string_view> members_by_which(const record::KindInfo& kind) {
    if (&kind == &record::kind_info<Arrangement>()) return of_groups;
    if (&kind == &record::kind_info<Document>()) return of_documents;
    if (&kind == &record::kind_info<Submission>()) return of_submissions;
    if (kind.field("arrangement")) return of_parts;
    return {};
}

bool is_among(const std::vector<Id>& partners, const Id& partner) {
    return std::ranges::find(partners, partner) != partners.end();
}

// The partners whose people may read a restricted record.
std::vector<Id> partners_that_read(const record::Envelope& whole) {
    auto partners = whole.shared_with;
    if (!whole.owner.empty() && !is_among(partners, whole.owner)) partners.push_back(whole.owner);
    return partners;
}

template <class K>
void close_records(store::Transaction& transaction, const std::vector<record::Record<K>>& records,
                   const record::Envelope& whole) {
    const auto& kind = record::kind_info<K>();
    for (const auto& [envelope, value] : records) {
        // Of a part of another owner the people of the arrangement would see nothing any more.
        if (whole.visibility == Visibility::confidential && envelope.owner != whole.owner) continue;
        const auto closed =
            no_more_open({envelope.owner, envelope.visibility, envelope.shared_with}, whole);
        const bool is_closed =
            closed.visibility == envelope.visibility && closed.shared_with == envelope.shared_with;
        const auto subject = access::subject_of(kind.stewardship, envelope);
        if (is_closed || !access::may(transaction.principal(), access::Verb::share, subject))
            continue;
        // A refusal is of one that breaks a rule of its kind by now.
        [[maybe_unused]] const auto outcome =
            transaction.update(kind, envelope.id, envelope.version, record::to_row(value), "change",
                               {closed.visibility, closed.shared_with});
    }
}

// The records of a kind that name one of the ids in a member.
template <class K>
std::vector<record::Record<K>> naming_any(const store::Snapshot& snapshot, const char* member,
                                          const std::vector<Id>& ids) {
    std::vector<record::Record<K>> records;
    for (const auto& id : ids) {
        store::ListQuery query;
        query.equal = {{member, id.text}};
        std::ranges::move(snapshot.all<K>(query), std::back_inserter(records));
    }
    return records;
}

// What others put to an arrangement, with the documents of that.
void close_received(store::Transaction& transaction, const Family& family,
                    const record::Envelope& whole) {
    const auto ids_of = [](const auto& records) {
        std::vector<Id> ids;
        for (const auto& each : records)
            ids.push_back(each.envelope.id);
        return ids;
    };
    const auto received = naming_any<Submission>(transaction, "to", ids_of(family));
    close_records(transaction, received, whole);
    close_records(transaction, naming_any<Document>(transaction, "submission", ids_of(received)),
                  whole);
}

}  // namespace

store::Draft no_more_open(store::Draft draft, const record::Envelope& whole) {
    if (draft.visibility == Visibility::confidential) return draft;
    if (whole.visibility == Visibility::confidential)
        return {std::move(draft.owner), Visibility::confidential};
    if (whole.visibility != Visibility::restricted) return draft;
    auto partners = partners_that_read(whole);
    if (draft.visibility == Visibility::restricted) {
        std::erase_if(draft.shared_with, [&](const Id& partner) {
            return partner != draft.owner && !is_among(partners, partner);
        });
        return draft;
    }
    std::erase(partners, draft.owner);
    return {std::move(draft.owner), Visibility::restricted, std::move(partners)};
}

store::Draft first_draft(const store::Snapshot& snapshot, const record::KindInfo& kind,
                         const record::StoredRow& row, const Id& owner) {
    store::Draft draft{owner};
    for (const auto member : members_by_which(kind)) {
        const auto* field = kind.field(member);
        if (!field) continue;
        const auto* id = std::get_if<std::string>(&row.values.at(field->position));
        const auto* target = record::find_kind(snapshot.kinds(), field->target);
        if (!id || !target) continue;
        // One that is not there for the principal is refused when the record is written.
        if (const auto whole = snapshot.get(*target, Id{*id}))
            draft = no_more_open(std::move(draft), whole->envelope);
    }
    std::erase_if(draft.shared_with,
                  [&](const Id& partner) { return !snapshot.get<directory::Partner>(partner); });
    return draft;
}

void close_parts(store::Transaction& transaction, const record::Envelope& whole) {
    if (whole.visibility != Visibility::restricted && whole.visibility != Visibility::confidential)
        return;
    const auto family = family_of(transaction, whole.id);
    if (!family) return;
    close_records(transaction, Family(family->begin() + 1, family->end()), whole);
    close_records(transaction, all_of<Agreement>(transaction, *family), whole);
    close_records(transaction, all_of<Membership>(transaction, *family), whole);
    close_records(transaction, all_of<Action>(transaction, *family), whole);
    close_records(transaction, all_of<Review>(transaction, *family), whole);
    close_records(transaction, all_of<Submission>(transaction, *family), whole);
    close_records(transaction, all_of<Document>(transaction, *family), whole);
    close_received(transaction, *family, whole);
}

}  // namespace tenpoint::arrangements
