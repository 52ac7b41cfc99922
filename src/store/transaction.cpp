// SPDX-License-Identifier: Apache-2.0
#include "store/transaction.hpp"

#include <algorithm>
#include <iterator>

#include <boost/json/array.hpp>
#include <boost/json/monotonic_resource.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "access/may.hpp"
#include "store/blind_index.hpp"
#include "store/circles.hpp"
#include "store/record_references.hpp"

namespace tenpoint::store {
namespace {

using access::Verb;

constexpr std::int64_t remembered_milliseconds = 24 * 60 * 60 * 1000;

Problem forbidden(const record::KindInfo& kind) {
    return Problem{ProblemCode::forbidden, std::string{kind.name}};
}

Problem has_moved_on(std::int64_t version, const record::Envelope& now) {
    return Problem{ProblemCode::precondition_failed,
                   fmt::format("version {} is now {}", version, now.version)};
}

// Runs a statement whose only expected failure is a value that must be unique.
template <class Write>
Result<void> write_unique(Session& session, const record::KindInfo& kind, Write write) {
    try {
        session.attempt(write);
    } catch (const DatabaseError& error) {
        if (error.sort() != DatabaseError::Sort::constraint) throw;
        std::vector<FieldProblem> fields;
        for (const auto& field : kind.fields)
            if (field.note.unique)
                fields.push_back({fmt::format("/{}", field.name), "already_taken"});
        return Problem{ProblemCode::already_exists, error.what(), std::move(fields)};
    }
    return {};
}

// The members of a new record, as changes from nothing.
boost::json::array first_values(const record::KindInfo& kind, const record::StoredRow& row,
                                boost::json::storage_ptr memory) {
    const auto values = kind.write(row);
    boost::json::array changes(std::move(memory));
    changes.reserve(values.size());
    for (const auto& [field, value] : values) {
        auto& change = changes.emplace_back(boost::json::object_kind).get_object();
        change.reserve(3);
        change.emplace("field", field);
        change.emplace("from", nullptr);
        change.emplace("to", value);
    }
    return changes;
}

// The row without the references that stood in it before: what a change leaves as it was may refer
// to what the principal may not read.
record::StoredRow with_new_references(const record::KindInfo& kind, record::StoredRow row,
                                      const record::StoredRow& before) {
    for (const auto& field : kind.fields) {
        if (field.target.empty()) continue;
        if (field.is_link_list) {
            const auto& known = before.links.at(field.position);
            std::erase_if(row.links.at(field.position), [&](const std::string& id) {
                return std::ranges::find(known, id) != known.end();
            });
        } else if (row.values.at(field.position) == before.values.at(field.position)) {
            row.values.at(field.position) = {};
        }
    }
    return row;
}

// A list of partners is kept for a restricted record alone.
void share(record::Envelope& envelope, const Sharing& sharing) {
    envelope.owner = sharing.owner.value_or(envelope.owner);
    envelope.visibility = sharing.visibility.value_or(envelope.visibility);
    if (sharing.shared_with)
        envelope.shared_with = *sharing.shared_with;
    else if (envelope.visibility != record::Visibility::restricted)
        envelope.shared_with.clear();
}

boost::json::value text_or_null(const Id& id) {
    return id.empty() ? boost::json::value(nullptr) : boost::json::value(id.text);
}

boost::json::array texts_of(const std::vector<Id>& ids) {
    boost::json::array texts;
    for (const auto& id : ids)
        texts.emplace_back(id.text);
    return texts;
}

void add_sharing_changes(const record::Envelope& before, const record::Envelope& after,
                         boost::json::array& changes) {
    if (before.owner != after.owner)
        changes.push_back({{"field", "owner"},
                           {"from", text_or_null(before.owner)},
                           {"to", text_or_null(after.owner)}});
    if (before.visibility != after.visibility)
        changes.push_back({{"field", "visibility"},
                           {"from", to_word(before.visibility)},
                           {"to", to_word(after.visibility)}});
    if (before.shared_with != after.shared_with)
        changes.push_back({{"field", "shared_with"},
                           {"from", texts_of(before.shared_with)},
                           {"to", texts_of(after.shared_with)}});
}

}  // namespace

// Each partner once, and one that the principal knows.
Result<void> Transaction::check_sharing(const record::Envelope& envelope) const {
    const auto& partners = envelope.shared_with;
    const auto refuse = [](std::string_view code) {
        return Problem{ProblemCode::invalid_fields,
                       "sharing",
                       {{fmt::format("/{}", access::shared_with_field), std::string{code}}}};
    };
    if (partners.empty()) return {};
    if (envelope.visibility != record::Visibility::restricted) return refuse("only_if_restricted");
    const auto* kind = record::find_kind(kinds_, "partners");
    for (auto partner = partners.begin(); partner != partners.end(); ++partner) {
        if (std::find(partners.begin(), partner, *partner) != partner) return refuse("repeated");
        if (!kind || !get_stored(*kind, *partner)) return refuse("unknown_reference");
    }
    return {};
}

// Each to what the principal may read, and none to the record itself, whose id is `own`.
Result<void> Transaction::check_references(const record::KindInfo& kind,
                                           const record::StoredRow& row, const Id& own) const {
    std::vector<FieldProblem> problems;
    std::size_t next_value = 0;
    std::size_t next_list = 0;
    for (const auto& field : kind.fields) {
        std::vector<std::string> ids;
        if (field.is_link_list)
            ids = row.links.at(next_list++);
        else if (const auto* id = std::get_if<std::string>(&row.values.at(next_value++)))
            ids = {*id};
        if (field.target.empty()) continue;
        const auto* target = record::find_kind(kinds_, field.target);
        for (const auto& id : ids)
            if (id == own.text)
                problems.push_back({fmt::format("/{}", field.name), "refers_to_itself"});
            else if (!target || !get_stored(*target, Id{id}))
                problems.push_back({fmt::format("/{}", field.name), "unknown_reference"});
    }
    if (!problems.empty())
        return Problem{ProblemCode::invalid_fields, std::string{kind.name}, std::move(problems)};
    return {};
}

// None to what belongs elsewhere, where a note says so. What a change leaves as it was stays.
Result<void> Transaction::check_within(const record::KindInfo& kind, const record::StoredRow& row,
                                       const record::StoredRow* before) const {
    std::vector<FieldProblem> problems;
    for (const auto& field : kind.fields) {
        if (field.note.within.empty()) continue;
        const auto own = kind.field(field.note.within)->position;
        const auto& reference = row.values.at(field.position);
        const bool is_as_before = before && before->values.at(field.position) == reference &&
                                  before->values.at(own) == row.values.at(own);
        const auto* id = std::get_if<std::string>(&reference);
        if (!id || is_as_before) continue;
        const auto* target = record::find_kind(kinds_, field.target);
        const auto named = find_row(session_, *target, Id{*id}, "1 = 1");
        const auto theirs = target->field(field.note.within)->position;
        if (!named || named->row.values.at(theirs) == row.values.at(own)) continue;
        if (std::holds_alternative<std::string>(row.values.at(own)))
            problems.push_back({fmt::format("/{}", field.name), "belongs_elsewhere"});
        else
            problems.push_back({fmt::format("/{}", field.note.within), "required"});
    }
    if (!problems.empty())
        return Problem{ProblemCode::invalid_fields, std::string{kind.name}, std::move(problems)};
    return {};
}

void Transaction::write_journal(const record::KindInfo& kind, const Found& found,
                                std::string_view verb, boost::json::array change) {
    auto hash = row_hash(kind, found, named_files(session_, kind, found.row), kind.version);
    append_entry(kind, found.envelope, verb, std::move(change), std::move(hash));
}

void Transaction::append_entry(const record::KindInfo& kind, const record::Envelope& envelope,
                               std::string_view verb, boost::json::array change, std::string hash) {
    append(session_,
           {ids_.next(), clock_.now(), principal_.name, std::string{kind.plural}, kind.version,
            envelope.id, envelope.version, std::string{verb}, std::move(change), std::move(hash)});
}

Result<Found> Transaction::insert(const record::KindInfo& kind, record::StoredRow row,
                                  const Draft& draft) {
    const auto now = clock_.now();
    Found found{{ids_.next(), 1, draft.owner, draft.visibility, draft.shared_with, now, now},
                std::move(row)};
    if (!may(principal_, Verb::create, access::subject_of(kind.stewardship, found.envelope)))
        return forbidden(kind);
    TENPOINT_CHECK(kind.check(found.row));
    TENPOINT_CHECK(check_references(kind, found.row, found.envelope.id));
    TENPOINT_CHECK(check_within(kind, found.row));
    TENPOINT_CHECK(check_sharing(found.envelope));
    const auto stored = cipher_.seal(kind, found);
    TENPOINT_CHECK(write_unique(session_, kind, [&] { insert_row(session_, kind, stored); }));
    BlindIndex(session_, node_key_).add(kind, found);
    boost::json::monotonic_resource memory;
    auto change = first_values(kind, found.row, &memory);
    FieldCipher::seal(kind, change, nullptr, stored);
    write_journal(kind, stored, "create", std::move(change));
    return found;
}

Result<Found> Transaction::update(const record::KindInfo& kind, const Id& id, std::int64_t version,
                                  record::StoredRow row, std::string_view verb,
                                  const Sharing& sharing, boost::json::array told) {
    TENPOINT_TRY(stored_before, get_stored(kind, id));
    auto before = stored_before;
    cipher_.open(kind, {&before, 1});
    const auto& old = before.envelope;
    if (!may(principal_, Verb::change, access::subject_of(kind.stewardship, old)))
        return forbidden(kind);
    if (old.version != version) return has_moved_on(version, old);
    TENPOINT_CHECK(kind.check(row));
    TENPOINT_CHECK(check_references(kind, with_new_references(kind, row, before.row), id));
    TENPOINT_CHECK(check_within(kind, row, &before.row));
    if (auto circles = circles_made(session_, kind, id, row, before.row); !circles.empty())
        return Problem{ProblemCode::invalid_fields, std::string{kind.name}, std::move(circles)};
    Found after{old, std::move(row)};
    after.envelope.version += 1;
    after.envelope.updated_at = clock_.now();
    auto change = record::difference(kind, before.row, after.row);
    share(after.envelope, sharing);
    const bool is_shared_anew = after.envelope.owner != old.owner ||
                                after.envelope.visibility != old.visibility ||
                                after.envelope.shared_with != old.shared_with;
    if (is_shared_anew && !may(principal_, Verb::share, access::subject_of(kind.stewardship, old)))
        return forbidden(kind);
    TENPOINT_CHECK(check_sharing(after.envelope));
    add_sharing_changes(old, after.envelope, change);
    const FieldCipher::Before as_before{stored_before, before};
    const auto stored = cipher_.seal(kind, after, &as_before);
    TENPOINT_CHECK(write_unique(session_, kind, [&] { update_row(session_, kind, stored); }));
    BlindIndex(session_, node_key_).put(kind, after);
    FieldCipher::seal(kind, change, &stored_before, stored);
    std::ranges::move(told, std::back_inserter(change));
    write_journal(kind, stored, verb, std::move(change));
    return after;
}

Result<Found> Transaction::erase(const record::KindInfo& kind, const Id& id, std::int64_t version) {
    TENPOINT_TRY(before, get_stored(kind, id));
    const auto& old = before.envelope;
    if (!kind.has_protected() ||
        !may(principal_, Verb::erase, access::subject_of(kind.stewardship, old)))
        return forbidden(kind);
    if (old.version != version) return has_moved_on(version, old);
    auto after = before;
    after.envelope.version += 1;
    after.envelope.updated_at = clock_.now();
    auto change = FieldCipher::erase(kind, after);
    update_row(session_, kind, after);
    destroy_key(kind, id);
    credentials().forget(id);
    write_journal(kind, after, "erase", std::move(change));
    cipher_.open(kind, {&after, 1});
    return after;
}

void Transaction::destroy_key(const record::KindInfo& kind, const Id& id) {
    if (!kind.has_protected()) return;
    cipher_.keys().destroy(id);
    BlindIndex(session_, node_key_).drop(id);
    has_destroyed_ = true;
}

void Transaction::begin_keys() {
    if (!cipher_.keys().begin()) return;
    for (const auto* kind : kinds_)
        if (kind->has_protected()) seal_all(*kind);
    credentials().seal_second_factors();
}

void Transaction::seal_all(const record::KindInfo& kind) {
    auto page = list_rows(session_, kind, {.limit = 0}, "1 = 1");
    for (auto& found : page.value().items) {
        found.envelope.version += 1;
        found.envelope.updated_at = clock_.now();
        const auto stored = cipher_.seal(kind, found);
        update_row(session_, kind, stored);
        BlindIndex(session_, node_key_).put(kind, found);
        write_journal(kind, stored, "seal", {});
    }
}

// Empties the references to the record whose notes say that they let go. Anybody may have made one
// that those who keep the record cannot see; the histories say so.
Result<void> Transaction::let_go(const record::KindInfo& kind, const Id& id) {
    const auto lets_go = [&](const record::FieldInfo& field) {
        return field.note.lets_go && field.target == kind.plural;
    };
    for (const auto* other : kinds_) {
        if (std::ranges::none_of(other->fields, lets_go)) continue;
        for (const auto& naming : this->naming(*other, kind, id)) {
            TENPOINT_TRY(found, get(*other, naming));
            auto row = std::move(found.row);
            for (const auto& field : other->fields)
                if (lets_go(field) && row.values.at(field.position) == record::StoredValue{id.text})
                    row.values.at(field.position) = field.blank;
            TENPOINT_CHECK(update(*other, naming, found.envelope.version, std::move(row)));
        }
    }
    return {};
}

Result<void> Transaction::remove(const record::KindInfo& kind, const Id& id, std::int64_t version,
                                 boost::json::array told) {
    TENPOINT_TRY(before, get_stored(kind, id));
    const auto& old = before.envelope;
    if (!kind.removable ||
        !may(principal_, Verb::remove, access::subject_of(kind.stewardship, old)))
        return forbidden(kind);
    if (old.version != version) return has_moved_on(version, old);
    TENPOINT_CHECK(with_all_rights([&](Transaction& whole) { return whole.let_go(kind, id); }));
    if (const auto references = references_to(session_, kinds_, kind, id); !references.empty())
        return Problem{ProblemCode::still_referenced,
                       fmt::format("{}", fmt::join(references, ", "))};
    delete_row(session_, kind, id);
    destroy_key(kind, id);
    before.envelope.version += 1;
    auto gone = last_standing(old);
    std::ranges::move(told, std::back_inserter(gone));
    append_entry(kind, before.envelope, "remove", std::move(gone), {});
    return {};
}

void Transaction::hand_over_files(const Id& from, const Id& to) {
    session_.execute("update files set owner = ? where owner = ?", {to.text, from.text});
}

Id Transaction::keep(const StagedFile& file, const Id& owner) {
    auto id = ids_.next();
    session_.execute(
        "insert into files (id, name, media_type, owner, bytes, hash, sealed_hash, chunks, "
        "created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {id.text, file.name(), file.media_type(), owner.empty() ? Cell{} : Cell{owner.text},
         file.bytes(), keyed(file.hash()), file.sealed_hash(),
         static_cast<std::int64_t>(file.chunk_count()), to_text(clock_.now())});
    cipher_.keys().keep(id, file.key());
    for (std::size_t number = 0; number < file.chunk_count(); ++number)
        session_.execute(
            "insert into file_chunks (file, number, data) values (?, ?, ?)",
            {id.text, static_cast<std::int64_t>(number), Bytes{file.stored_chunk(number)}});
    return id;
}

// Its row stays for the sake of who names it, without a hash by which a guess could be tested.
void Transaction::erase_file(const Id& file) {
    cipher_.keys().destroy(file);
    session_.execute("delete from file_chunks where file = ?", {file.text});
    session_.execute(
        "update files set bytes = 0, chunks = 0, hash = '', sealed_hash = '' where id = ?",
        {file.text});
    has_destroyed_ = true;
}

void Transaction::keep_longer(const Id& file) {
    session_.execute("update files set created_at = ? where id = ?", {to_text(now()), file.text});
}

void Transaction::drop_unused_files(Instant before) {
    std::string unused = "select id from files where created_at < ?";
    for (const auto* kind : kinds_)
        for (const auto& field : kind->fields)
            if (field.note.names_file)
                unused +=
                    fmt::format(" and id not in (select \"{}\" from {})", field.name, kind->plural);
    for (auto& row : session_.query(unused, {to_text(before)}, {ColumnType::text})) {
        session_.execute("delete from file_chunks where file = ?", {text(row[0])});
        session_.execute("delete from files where id = ?", {text(row[0])});
        cipher_.keys().destroy(Id{text(row[0])});
        has_destroyed_ = true;
    }
}

// Writes before it looks: on PostgreSQL a second request of the same key then waits for the first
// to end, and requests of other keys are not taken for one another's rivals.
Result<std::optional<Id>> Transaction::claim(const RequestKey& key) {
    const Instant forgotten{now().milliseconds - remembered_milliseconds};
    const auto content = keyed(key.content);
    const auto claimed = session_.execute(
        "insert into requests (request, content, at) values (?, ?, ?) "
        "on conflict (request) do update set content = excluded.content, record = null, "
        "at = excluded.at where requests.at < ?",
        {key.request, content, to_text(now()), to_text(forgotten)});
    if (claimed > 0) return std::optional<Id>{};
    const auto rows = session_.query("select content, record from requests where request = ?",
                                     {key.request}, {ColumnType::text, ColumnType::text});
    if (text(rows.front()[0]) != content) return Problem{ProblemCode::idempotency_key_reused};
    return std::optional<Id>{Id{text(rows.front()[1])}};
}

void Transaction::settle(const RequestKey& key, const Id& record) {
    session_.execute("update requests set record = ? where request = ?",
                     {record.text, key.request});
}

void Transaction::sweep_requests() {
    session_.execute("delete from requests where at < ?",
                     {to_text(Instant{now().milliseconds - remembered_milliseconds})});
}

}  // namespace tenpoint::store
