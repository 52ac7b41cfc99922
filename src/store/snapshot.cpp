// SPDX-License-Identifier: Apache-2.0
#include "store/snapshot.hpp"

#include <fmt/format.h>

#include "access/may.hpp"
#include "access/the_node.hpp"
#include "store/blind_index.hpp"
#include "store/record_references.hpp"
#include "store/staged_file.hpp"

namespace tenpoint::store {
namespace {

// What became one with another is told of to whoever may read that other one. Its removal says it.
std::optional<Id> merged_into(const std::vector<JournalEntry>& entries) {
    if (entries.empty() || entries.back().verb != "remove") return std::nullopt;
    for (const auto& change : entries.back().change)
        if (change.at("field").as_string() == "merged_into")
            return Id{std::string(change.at("to").as_string())};
    return std::nullopt;
}

}  // namespace

Snapshot Snapshot::as_the_node() const {
    return {session_, node_key_, access::the_node(), kinds_, derived_};
}

Result<Found> Snapshot::get_stored(const record::KindInfo& kind, const Id& id) const {
    auto found =
        find_row(session_, kind, id, access::readable_predicate(principal_, kind.stewardship));
    if (!found) return Problem{ProblemCode::not_found, std::string{kind.name}};
    return std::move(*found);
}

Result<Found> Snapshot::get(const record::KindInfo& kind, const Id& id) const {
    TENPOINT_TRY(found, get_stored(kind, id));
    cipher_.open(kind, {&found, 1});
    return std::move(found);
}

Result<Page> Snapshot::list(const record::KindInfo& kind, const ListQuery& query) const {
    TENPOINT_TRY(page,
                 list_rows(session_, kind, BlindIndex(session_, node_key_).blinded(kind, query),
                           access::readable_predicate(principal_, kind.stewardship)));
    cipher_.open(kind, page.items);
    return std::move(page);
}

std::string Snapshot::state_of(record::Kinds kinds) const {
    return derived_ ? derived_->changes.state_of(session_, kinds) : std::string{};
}

bool Snapshot::reads_all(const record::KindInfo& kind, const std::string& readable) const {
    return session_
        .query(fmt::format("select id from {} where case when {} then 1 else 0 end = 0 limit 1",
                           kind.plural, readable),
               {}, {ColumnType::text})
        .empty();
}

// Most readers may read all records of most kinds that are derived from, and share one value.
std::shared_ptr<const void> Snapshot::derived_from(
    const record::KindInfo& kind, const std::string& what,
    const std::function<std::shared_ptr<const void>()>& make) const {
    if (!derived_) return make();
    const auto* const kinds = &kind;
    const auto state = state_of({&kinds, 1});
    auto view = access::readable_predicate(principal_, kind.stewardship);
    const auto name = [&](std::string_view of) {
        return fmt::format("{}\n{}\n{}", of, kind.plural, view);
    };
    const auto is_all = derived_->values.of(name("all"), state, [&] {
        return std::shared_ptr<const void>(std::make_shared<const bool>(reads_all(kind, view)));
    });
    if (*std::static_pointer_cast<const bool>(is_all)) view.clear();
    return derived_->values.of(name(what), state, make);
}

std::vector<Id> Snapshot::naming(const record::KindInfo& kind, const record::KindInfo& target,
                                 const Id& id) const {
    return records_naming(session_, kind, target, id,
                          access::readable_predicate(principal_, kind.stewardship));
}

Result<std::vector<JournalEntry>> Snapshot::history(const record::KindInfo& kind,
                                                    const Id& id) const {
    const bool is_there = get_stored(kind, id).has_value();
    auto entries = entries_about(session_, id);
    if (!is_there) {
        const auto other = merged_into(entries);
        if (!other || !history(kind, *other))
            return Problem{ProblemCode::not_found, std::string{kind.name}};
    }
    cipher_.open(kind, id, entries);
    return entries;
}

// A record that is there decides for itself. Of one that is gone, its removal alone is told, to
// whoever could read it then.
bool Snapshot::may_read(const JournalEntry& entry) const {
    const auto* kind = record::find_kind(kinds_, entry.kind);
    if (!kind) return false;
    if (entry.verb != "remove") return get_stored(*kind, entry.record).has_value();
    const auto standing = standing_at_removal(entry);
    return standing && access::may(principal_, access::Verb::read,
                                   {kind->stewardship, standing->visibility, standing->owner,
                                    standing->shared_with});
}

JournalStretch Snapshot::changes_from(const JournalPoint& start, int limit) const {
    auto changes = entries_from(session_, start, limit);
    std::erase_if(changes.entries, [&](const auto& entry) { return !may_read(entry); });
    return changes;
}

std::optional<StoredFile> Snapshot::file(const Id& id) const {
    using enum ColumnType;
    auto rows = session_.query(
        "select name, media_type, owner, bytes, hash, chunks from files where id = ? and hash <> "
        "''",
        {id.text}, {text, text, text, integer, text, integer});
    if (rows.empty()) return std::nullopt;
    auto& row = rows.front();
    return StoredFile{id,
                      store::text(row[0]),
                      store::text(row[1]),
                      is_null(row[2]) ? Id{} : Id{store::text(row[2])},
                      number(row[3]),
                      store::text(row[4]),
                      number(row[5])};
}

std::vector<Id> Snapshot::copies_of(const Id& file) const {
    std::vector<Id> copies{file};
    for (auto& row : session_.query(
             "select other.id from files other, files its where its.id = ? and its.hash <> '' and "
             "other.hash = its.hash and coalesce(other.owner, '') = coalesce(its.owner, '') and "
             "other.id <> its.id",
             {file.text}, {ColumnType::text}))
        copies.push_back(Id{text(row[0])});
    return copies;
}

std::string Snapshot::keyed(const std::string& hash) const {
    return DataKeys(session_, node_key_).content_key().hash(hash);
}

std::optional<Id> Snapshot::file_of(const std::string& hash, const Id& owner) const {
    auto rows = session_.query(
        "select id from files where hash in (?, ?) and coalesce(owner, '') = ? "
        "order by id desc limit 1",
        {keyed(hash), hash, owner.text}, {ColumnType::text});
    if (rows.empty()) return std::nullopt;
    return Id{text(rows.front().front())};
}

std::string Snapshot::file_chunk(const Id& id, std::int64_t chunk) const {
    auto rows = session_.query("select data from file_chunks where file = ? and number = ?",
                               {id.text, chunk}, {ColumnType::bytes});
    if (rows.empty()) throw std::out_of_range("a chunk that the file does not have");
    if (!open_file_ || open_file_->id != id)
        open_file_ = OpenFile{id, DataKeys(session_, node_key_).find(id)};
    const auto& key = open_file_->key;
    return restore_chunk(std::get<Bytes>(rows.front().front()).data,
                         static_cast<std::size_t>(chunk), key ? &key->key : nullptr);
}

}  // namespace tenpoint::store
