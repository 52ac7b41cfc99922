// SPDX-License-Identifier: Apache-2.0
#include "store/transaction.hpp"

#include <boost/json/array.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "access/may.hpp"

namespace tenpoint::store {
namespace {

using access::Verb;

Problem forbidden(const record::KindInfo& kind) {
    return Problem{ProblemCode::forbidden, std::string{kind.name}};
}

// Runs a statement whose only expected failure is a value that must be unique.
template <class Write>
Result<void> write_unique(const record::KindInfo& kind, Write write) {
    try {
        write();
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
boost::json::array first_values(const record::KindInfo& kind, const record::StoredRow& row) {
    boost::json::array changes;
    for (const auto& [field, value] : kind.write(row))
        changes.push_back({{"field", field}, {"from", nullptr}, {"to", value}});
    return changes;
}

}  // namespace

Result<void> Transaction::check_references(const record::KindInfo& kind,
                                           const record::StoredRow& row) const {
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
            if (!target || !get(*target, Id{id}))
                problems.push_back({fmt::format("/{}", field.name), "unknown_reference"});
    }
    if (!problems.empty())
        return Problem{ProblemCode::invalid_fields, std::string{kind.name}, std::move(problems)};
    return {};
}

void Transaction::write_journal(const record::KindInfo& kind, const Found& found,
                                std::string_view verb, boost::json::array change,
                                std::string hash) {
    append(session_, {ids_.next(), clock_.now(), principal_.name, std::string{kind.plural},
                      kind.version, found.envelope.id, found.envelope.version, std::string{verb},
                      std::move(change), std::move(hash)});
}

Result<Found> Transaction::insert(const record::KindInfo& kind, record::StoredRow row,
                                  const Draft& draft) {
    if (!may(principal_, Verb::create, {kind.stewardship, draft.visibility, draft.owner}))
        return forbidden(kind);
    TENPOINT_CHECK(kind.check(row));
    TENPOINT_CHECK(check_references(kind, row));
    const auto now = clock_.now();
    Found found{{ids_.next(), 1, draft.owner, draft.visibility, now, now}, std::move(row)};
    TENPOINT_CHECK(write_unique(kind, [&] { insert_row(session_, kind, found); }));
    write_journal(kind, found, "create", first_values(kind, found.row),
                  row_hash(kind, found.envelope, found.row));
    return found;
}

Result<Found> Transaction::update(const record::KindInfo& kind, const Id& id, std::int64_t version,
                                  record::StoredRow row, std::string_view verb,
                                  std::optional<record::Visibility> visibility) {
    TENPOINT_TRY(before, get(kind, id));
    const auto& old = before.envelope;
    if (!may(principal_, Verb::change, {kind.stewardship, old.visibility, old.owner}))
        return forbidden(kind);
    if (old.version != version)
        return Problem{ProblemCode::precondition_failed,
                       fmt::format("version {} is now {}", version, old.version)};
    TENPOINT_CHECK(kind.check(row));
    TENPOINT_CHECK(check_references(kind, row));
    Found after{old, std::move(row)};
    after.envelope.version += 1;
    after.envelope.updated_at = clock_.now();
    auto change = record::difference(kind, before.row, after.row);
    if (visibility && *visibility != old.visibility) {
        after.envelope.visibility = *visibility;
        change.push_back({{"field", "visibility"},
                          {"from", to_word(old.visibility)},
                          {"to", to_word(*visibility)}});
    }
    TENPOINT_CHECK(write_unique(kind, [&] { update_row(session_, kind, after); }));
    write_journal(kind, after, verb, std::move(change), row_hash(kind, after.envelope, after.row));
    return after;
}

Result<void> Transaction::remove(const record::KindInfo& kind, const Id& id, std::int64_t version) {
    TENPOINT_TRY(before, get(kind, id));
    const auto& old = before.envelope;
    if (!may(principal_, Verb::remove, {kind.stewardship, old.visibility, old.owner}))
        return forbidden(kind);
    if (old.version != version)
        return Problem{ProblemCode::precondition_failed,
                       fmt::format("version {} is now {}", version, old.version)};
    if (const auto references = references_to(session_, kinds_, kind, id); !references.empty())
        return Problem{ProblemCode::still_referenced,
                       fmt::format("{}", fmt::join(references, ", "))};
    delete_row(session_, kind, id);
    before.envelope.version += 1;
    write_journal(kind, before, "remove", last_standing(old), {});
    return {};
}

Id Transaction::keep(const StagedFile& file, const Id& owner) {
    auto id = ids_.next();
    session_.execute(
        "insert into files (id, name, media_type, owner, bytes, hash, chunks, created_at) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        {id.text, file.name(), file.media_type(), owner.empty() ? Cell{} : Cell{owner.text},
         file.bytes(), file.hash(), static_cast<std::int64_t>(file.chunk_count()),
         to_text(clock_.now())});
    for (std::size_t number = 0; number < file.chunk_count(); ++number)
        session_.execute(
            "insert into file_chunks (file, number, data) values (?, ?, ?)",
            {id.text, static_cast<std::int64_t>(number), Bytes{file.stored_chunk(number)}});
    return id;
}

void Transaction::drop_file(const Id& id) {
    session_.execute("delete from file_chunks where file = ?", {id.text});
    session_.execute("delete from files where id = ?", {id.text});
}

void Transaction::keep(const SignIn& sign_in) {
    session_.execute("delete from sign_ins where token_hash = ? or expires_at < ?",
                     {sign_in.token_hash, to_text(now())});
    session_.execute("insert into sign_ins (token_hash, account, expires_at) values (?, ?, ?)",
                     {sign_in.token_hash, sign_in.account.text, to_text(sign_in.expires_at)});
}

void Transaction::drop_sign_in(const std::string& token_hash) {
    session_.execute("delete from sign_ins where token_hash = ?", {token_hash});
}

}  // namespace tenpoint::store
