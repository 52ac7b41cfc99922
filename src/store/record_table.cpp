// SPDX-License-Identifier: Apache-2.0
#include "store/record_table.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "access/may.hpp"
#include "base/bytes.hpp"
#include "base/text.hpp"

namespace tenpoint::store {
namespace {

using record::FieldInfo;
using record::KindInfo;
using record::StoredType;

// What is written of a record: its columns, then the text that it is found by.
std::vector<Cell> written_cells(const KindInfo& kind, const Found& found) {
    auto cells = cells_of(found);
    cells.emplace_back(search_text_of(kind, found.row));
    return cells;
}

void insert_links(Session& session, const KindInfo& kind, const Found& found) {
    const auto insert = [&](std::string_view field, std::string_view target_kind,
                            std::size_t position, const std::string& target) {
        session.execute(
            "insert into link (owner_kind, owner, field, position, target_kind, target) "
            "values (?, ?, ?, ?, ?, ?)",
            {std::string{kind.plural}, found.envelope.id.text, std::string{field},
             static_cast<std::int64_t>(position), std::string{target_kind}, target});
    };
    const auto& partners = found.envelope.shared_with;
    for (std::size_t i = 0; i < partners.size(); ++i)
        insert(access::shared_with_field, "partners", i, partners[i].text);
    std::size_t list = 0;
    for (const auto& field : kind.fields) {
        if (!field.is_link_list) continue;
        const auto& targets = found.row.links.at(list++);
        for (std::size_t i = 0; i < targets.size(); ++i)
            insert(field.name, field.target, i, targets[i]);
    }
}

std::vector<std::string> linked(Session& session, const Id& owner, std::string_view field) {
    std::vector<std::string> ids;
    for (auto& row :
         session.query("select target from link where owner = ? and field = ? order by position",
                       {owner.text, std::string{field}}, {ColumnType::text}))
        ids.push_back(text(row[0]));
    return ids;
}

void load_links(Session& session, const KindInfo& kind, Found& found) {
    const auto& id = found.envelope.id;
    if (found.envelope.visibility == record::Visibility::restricted)
        for (auto& partner : linked(session, id, access::shared_with_field))
            found.envelope.shared_with.push_back({std::move(partner)});
    for (const auto& field : kind.fields)
        if (field.is_link_list) found.row.links.push_back(linked(session, id, field.name));
}

// The type of a column that may be filtered or sorted by; nothing for any other name.
std::optional<ColumnType> searchable_column(const KindInfo& kind, std::string_view name) {
    if (is_envelope_column(name)) return name == "version" ? ColumnType::integer : ColumnType::text;
    const auto* field = kind.field(name);
    if (!field || field->is_link_list || field->note.sensitivity != record::Sensitivity::plain)
        return std::nullopt;
    return field->stored == StoredType::integer ? ColumnType::integer : ColumnType::text;
}

Problem unknown_member(std::string_view name) {
    return Problem{ProblemCode::invalid_query,
                   std::string{name},
                   {{fmt::format("/{}", name), "unknown_field"}}};
}

// A condition with its parameters.
struct Condition {
    std::string sql;
    std::vector<Cell> parameters;

    void add(std::string_view condition, std::initializer_list<Cell> values) {
        sql += fmt::format(" and ({})", condition);
        parameters.insert(parameters.end(), values);
    }
};

Cell as_cell(const std::string& words, ColumnType type) {
    if (type == ColumnType::text) return words;
    return std::int64_t{words == "true" ? 1 : std::atoll(words.c_str())};
}

Result<Condition> condition_of(const KindInfo& kind, const ListQuery& query,
                               const std::string& readable) {
    Condition condition{readable, {}};
    for (const auto& [name, words] : query.equal) {
        const auto type = searchable_column(kind, name);
        if (!type) return unknown_member(name);
        if (words.empty() && *type == ColumnType::text)
            condition.add(fmt::format("\"{0}\" is null or \"{0}\" = ''", name), {});
        else
            condition.add(fmt::format("\"{}\" = ?", name), {as_cell(words, *type)});
    }
    for (const auto& [name, value] : query.blinded)
        condition.add("\"id\" in (select record from blind_index where field = ? and value = ?)",
                      {name, value});
    if (query.text.empty()) return condition;
    const auto words = folded(query.text);  // letters, digits and spaces, no sign of a pattern
    condition.add("? <> '' and \"search_text\" like ?", {words, '%' + words + '%'});
    return condition;
}

// A cursor holds the sorted value and the id of the last record of a page.
std::string cursor_after(const Found& last, const Cell& sorted) {
    boost::json::array parts{last.envelope.id.text};
    if (const auto* words = std::get_if<std::string>(&sorted)) parts.emplace_back(*words);
    if (const auto* whole = std::get_if<std::int64_t>(&sorted)) parts.emplace_back(*whole);
    return to_hex(boost::json::serialize(parts));
}

// Text that both databases take as a parameter.
std::optional<std::string> plain_text(const boost::json::value& value) {
    const auto* words = value.if_string();
    if (!words || words->find('\0') != std::string::npos) return std::nullopt;
    return std::string{*words};
}

std::optional<Cell> sorted_value(const boost::json::value& value, ColumnType type) {
    if (type == ColumnType::integer)
        return value.is_int64() ? std::optional<Cell>{value.get_int64()} : std::nullopt;
    return plain_text(value);
}

Result<void> start_after(Condition& condition, const ListQuery& query, ColumnType type) {
    const Problem no_cursor{ProblemCode::invalid_query, "cursor", {{"/after", "not_a_cursor"}}};
    std::string bytes;
    boost::system::error_code error;
    if (!from_hex(query.after, bytes)) return no_cursor;
    const auto parts = boost::json::parse(bytes, error);
    if (error || !parts.is_array() || parts.get_array().empty()) return no_cursor;
    const auto id = plain_text(parts.at(0));
    if (!id) return no_cursor;
    const auto column = fmt::format("\"{}\"", query.sort);
    const char* beyond = query.descending ? "<" : ">";
    if (parts.get_array().size() == 1) {  // the sorted value was null: nulls stand last
        condition.add(fmt::format("{0} is null and \"id\" {1} ?", column, beyond), {*id});
        return {};
    }
    const auto last = sorted_value(parts.at(1), type);
    if (!last) return no_cursor;
    condition.add(
        fmt::format("{0} {1} ? or ({0} = ? and \"id\" {1} ?) or {0} is null", column, beyond),
        {*last, *last, *id});
    return {};
}

}  // namespace

void fill_search_texts(Session& session, const KindInfo& kind) {
    const auto unfilled =
        session.query(fmt::format("select \"id\" from {} where \"search_text\" = ''", kind.plural),
                      {}, {ColumnType::text});
    for (const auto& row : unfilled)
        if (const auto found = find_row(session, kind, Id{text(row[0])}, "1 = 1"))
            session.execute(
                fmt::format("update {} set \"search_text\" = ? where \"id\" = ?", kind.plural),
                {search_text_of(kind, found->row), text(row[0])});
}

void insert_row(Session& session, const KindInfo& kind, const Found& found) {
    const auto cells = written_cells(kind, found);
    auto sql = fmt::format("insert into {} ({}, \"search_text\") values (?", kind.plural,
                           column_list(kind));
    for (std::size_t i = 1; i < cells.size(); ++i)
        sql += ", ?";
    session.execute(sql += ')', cells);
    insert_links(session, kind, found);
}

void update_row(Session& session, const KindInfo& kind, const Found& found) {
    auto cells = written_cells(kind, found);
    cells.emplace_back(found.envelope.id.text);
    session.execute(fmt::format("update {} set {}, \"search_text\" = ? where \"id\" = ?",
                                kind.plural, column_list(kind, {}, " = ?")),
                    cells);
    session.execute("delete from link where owner = ?", {found.envelope.id.text});
    insert_links(session, kind, found);
}

void delete_row(Session& session, const KindInfo& kind, const Id& id) {
    session.execute("delete from link where owner = ?", {id.text});
    session.execute(fmt::format("delete from {} where \"id\" = ?", kind.plural), {id.text});
}

std::optional<Found> find_row(Session& session, const KindInfo& kind, const Id& id,
                              const std::string& readable) {
    const auto types = column_types(kind);
    const std::array parameters{Cell{id.text}};
    auto rows = session.query(fmt::format("select {} from {} where \"id\" = ? and {}",
                                          column_list(kind), kind.plural, readable),
                              parameters, types);
    if (rows.empty()) return std::nullopt;
    auto found = found_in(kind, rows.front());
    load_links(session, kind, found);
    return found;
}

Result<Page> list_rows(Session& session, const KindInfo& kind, const ListQuery& query,
                       const std::string& readable) {
    TENPOINT_TRY(condition, condition_of(kind, query, readable));
    const auto sort_type = searchable_column(kind, query.sort);
    if (!sort_type) return unknown_member(query.sort);
    Page page;
    const std::array count_type{ColumnType::integer};
    page.total = number(
        session
            .query(fmt::format("select count(*) from {} where {}", kind.plural, condition.sql),
                   condition.parameters, count_type)
            .front()
            .front());
    if (!query.after.empty()) TENPOINT_CHECK(start_after(condition, query, *sort_type));
    const char* direction = query.descending ? "desc" : "asc";
    auto sql = fmt::format(
        "select {0} from {1} where {2} order by (\"{3}\" is null), \"{3}\" {4}, \"id\" {4}",
        column_list(kind), kind.plural, condition.sql, query.sort, direction);
    if (query.limit > 0) sql += fmt::format(" limit {}", query.limit + 1);
    const auto names = column_names(kind);
    const auto sorted =
        static_cast<std::size_t>(std::ranges::find(names, query.sort) - names.begin());
    Cell last_sorted;
    session.query(sql, condition.parameters, column_types(kind), [&](Row& row) {
        if (query.limit > 0 && page.items.size() == query.limit) {
            page.next = cursor_after(page.items.back(), last_sorted);
            return;
        }
        last_sorted = row[sorted];
        page.items.push_back(found_in(kind, row));
    });
    for (auto& found : page.items)
        load_links(session, kind, found);
    return page;
}

namespace {

// Whose owner the partner is, beside itself.
std::vector<std::string> owned_by(Session& session, record::Kinds kinds, const Id& partner) {
    std::vector<std::string> found;
    const auto look = [&](std::string_view table) {
        const auto sql = fmt::format("select count(*) from {} where owner = ? and id <> ?", table);
        const auto rows = session.query(sql, {partner.text, partner.text}, {ColumnType::integer});
        if (number(rows.front().front()) > 0) found.push_back(fmt::format("{}.owner", table));
    };
    for (const auto* kind : kinds)
        look(kind->plural);
    look("files");
    return found;
}

}  // namespace

std::vector<std::string> references_to(Session& session, record::Kinds kinds, const KindInfo& kind,
                                       const Id& id) {
    auto found =
        kind.plural == "partners" ? owned_by(session, kinds, id) : std::vector<std::string>{};
    const std::array integer{ColumnType::integer};
    const std::array parameters{Cell{id.text}};
    for (const auto* other : kinds)
        for (const auto& field : other->fields) {
            if (field.target != kind.plural) continue;
            const auto sql =
                field.is_link_list
                    ? fmt::format(
                          "select count(*) from link where owner_kind = '{}' and field = "
                          "'{}' and target = ?",
                          other->plural, field.name)
                    : fmt::format("select count(*) from {} where \"{}\" = ?", other->plural,
                                  field.name);
            if (number(session.query(sql, parameters, integer).front().front()) > 0)
                found.push_back(fmt::format("{}.{}", other->plural, field.name));
        }
    for (auto& row :
         session.query("select distinct owner_kind from link where target_kind = ? and target = ? "
                       "and field = "
                       "?",
                       {std::string{kind.plural}, id.text, std::string{access::shared_with_field}},
                       {ColumnType::text}))
        found.push_back(fmt::format("{}.{}", text(row[0]), access::shared_with_field));
    return found;
}

}  // namespace tenpoint::store
