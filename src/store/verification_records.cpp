// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <exception>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "access/may.hpp"
#include "store/backend.hpp"
#include "store/record_columns.hpp"
#include "store/record_page.hpp"
#include "store/verification.hpp"

namespace tenpoint::store {
namespace {

using record::KindInfo;

// What kind the items of a list are of; empty: there is no such list.
std::string_view target_of_list(const KindInfo& kind, std::string_view name) {
    if (name == access::shared_with_field) return "partners";
    const auto* field = kind.field(name);
    return field && field->is_link_list ? field->target : std::string_view{};
}

// Only a restricted record has a list of partners: where another had one it would come to count
// the day that the record is restricted.
bool may_have(const StoredRecord& record, std::string_view list) {
    return list != access::shared_with_field || !record.found ||
           record.found->envelope.visibility == record::Visibility::restricted;
}

// The lists are those of their owner's kind, and their items are numbered from 0.
std::optional<Flaw> check_lists(const KindInfo& kind, const StoredRecord& record) {
    std::string_view list;
    std::int64_t position = -1;
    for (const auto& link : record.links) {
        position = link.field == list ? position + 1 : 0;
        list = link.field;
        const auto target = target_of_list(kind, list);
        if (link.owner_kind != kind.plural || target.empty() || link.target_kind != target ||
            link.position != position || !may_have(record, list))
            return Flaw{FlawCode::link_altered,
                        {std::string{kind.plural}, record.id, std::string{list}}};
    }
    return std::nullopt;
}

// The record with its lists.
Found whole(const KindInfo& kind, const StoredRecord& record) {
    const auto items = [&](std::string_view list) {
        std::vector<std::string> ids;
        for (const auto& link : record.links)
            if (link.field == list) ids.push_back(link.target);
        return ids;
    };
    auto found = *record.found;
    for (auto& partner : items(access::shared_with_field))
        found.envelope.shared_with.push_back({std::move(partner)});
    for (const auto& field : kind.fields)
        if (field.is_link_list) found.row.links.push_back(items(field.name));
    return found;
}

// Of a file that was erased no hash is known.
bool is_erased(const boost::json::value& file) {
    constexpr std::size_t hash = 5;
    return file.as_array().at(hash).as_string().empty();
}

// Entries of before the files were covered have a hash of the row alone; what erases a file covers
// it.
bool is_as_written(const KindInfo& kind, const StoredRecord& record, const KnownFiles& files) {
    if (!record.found || record.found->envelope.version != record.entry->version) return false;
    const auto found = whole(kind, record);
    const auto& [version, of_kind, verb, hash, kind_version] = *record.entry;
    const auto named = named_files(kind, found.row, files);
    return row_hash(kind, found, named, kind_version) == hash ||
           (std::ranges::none_of(named, is_erased) &&
            row_hash(kind, found, {}, kind_version) == hash);
}

std::optional<Flaw> check_record(const KindInfo& kind, const StoredRecord& record,
                                 const KnownFiles& files) {
    const std::string plural{kind.plural};
    const auto& entry = record.entry;
    if (!entry || entry->kind != plural)
        return Flaw{FlawCode::record_without_entry, {plural, record.id}};
    if (entry->verb == "remove") return Flaw{FlawCode::record_returned, {plural, record.id}};
    if (auto flaw = check_lists(kind, record)) return flaw;
    if (!is_as_written(kind, record, files))
        return Flaw{FlawCode::record_altered, {plural, record.id, std::to_string(entry->version)}};
    if (search_text_of(kind, record.found->row) != record.search_text)
        return Flaw{FlawCode::search_altered, {plural, record.id}};
    return std::nullopt;
}

std::optional<Flaw> check_rows(Session& session, const KindInfo& kind, Verification& counts) {
    const auto before = counts.records;
    std::string after;
    while (true) {
        const auto page = records_after(session, kind, after);
        if (page.records.empty()) break;
        for (const auto& record : page.records) {
            if (auto flaw = check_record(kind, record, page.files)) return flaw;
            ++counts.records;
        }
        after = page.records.back().id;
    }
    // SQLite lets a row have no id.
    const auto all = session.query(fmt::format("select count(*) from {}", kind.plural), {},
                                   {ColumnType::integer});
    if (number(all.front().front()) == counts.records - before) return std::nullopt;
    return Flaw{FlawCode::record_without_entry, {std::string{kind.plural}, "?"}};
}

// Such a value is read as one of its column's type, as 777x is as 777, and so has the right hash.
std::optional<Flaw> check_types(Session& session, const KindInfo& kind) {
    const auto names = column_names(kind);
    const auto types = column_types(kind);
    std::vector<std::string> conditions;
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto condition =
            session.backend().holds_another_type(fmt::format("\"{}\"", names[i]), types[i]);
        if (!condition.empty()) conditions.push_back(std::move(condition));
    }
    if (conditions.empty()) return std::nullopt;
    const auto rows = session.query(
        fmt::format("select \"id\", \"version\" from {} where \"id\" is not null and ({}) limit 1",
                    kind.plural, fmt::join(conditions, " or ")),
        {}, {ColumnType::text, ColumnType::integer});
    if (rows.empty()) return std::nullopt;
    return Flaw{FlawCode::record_altered,
                {std::string{kind.plural}, text(rows[0][0]), std::to_string(number(rows[0][1]))}};
}

// A record was made and not removed, and has no row.
std::optional<Flaw> find_missing(Session& session, record::Kinds kinds) {
    std::vector<std::string_view> names;
    std::string has_no_row;
    for (const auto* kind : kinds) {
        names.push_back(kind->plural);
        has_no_row += fmt::format(" and not exists (select 1 from {} t where t.\"id\" = e.record)",
                                  kind->plural);
    }
    const auto rows = session.query(
        fmt::format("select e.kind, e.record from journal e where e.record_version = 1 "
                    "and e.kind in ('{}'){} and not exists (select 1 from journal r "
                    "where r.record = e.record and r.verb = 'remove') limit 1",
                    fmt::join(names, "', '"), has_no_row),
        {}, {ColumnType::text, ColumnType::text});
    if (rows.empty()) return std::nullopt;
    return Flaw{FlawCode::record_missing, {text(rows[0][0]), text(rows[0][1])}};
}

}  // namespace

std::optional<Flaw> verify_records(Session& session, record::Kinds kinds, Verification& counts) {
    for (const auto* kind : kinds) {
        if (auto flaw = check_rows(session, *kind, counts)) return flaw;
        if (auto flaw = check_types(session, *kind)) return flaw;
    }
    return find_missing(session, kinds);
}

}  // namespace tenpoint::store
