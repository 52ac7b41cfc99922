// SPDX-License-Identifier: Apache-2.0
#include "store/transfer.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "store/backend.hpp"

namespace tenpoint::store {
namespace {

struct Column {
    std::string name;
    ColumnType type = ColumnType::text;
    bool is_key = false;      // of the primary key
    bool is_of_self = false;  // refers to rows of the same table that may come later
};

struct Table {
    std::string name;
    std::vector<Column> columns;
    int rows_at_once = 500;
};

// Those of the store itself, each after those that it refers to; what a migration fills itself
// stays as it is. The order in which entries became visible is each database's own: all that was
// copied was there before what follows.
const std::vector<Table>& store_tables() {
    using enum ColumnType;
    static const std::vector<Table> tables{
        {"link",
         {{"owner_kind"},
          {"owner", text, true},
          {"field", text, true},
          {"position", integer, true},
          {"target_kind"},
          {"target"}}},
        {"journal_signers", {{"public_key", text, true}, {"since"}}},
        {"journal_blocks",
         {{"number", integer, true},
          {"sealed_at"},
          {"previous"},
          {"entries", bytes},
          {"signer"},
          {"head"},
          {"signature"}}},
        {"journal",
         {{"id", text, true},
          {"at"},
          {"principal"},
          {"kind"},
          {"kind_version", integer},
          {"record"},
          {"record_version", integer},
          {"verb"},
          {"change"},
          {"hash"},
          {"block", integer}}},
        {"data_keys", {{"record", text, true}, {"since", integer}, {"wrapped"}}},
        {"index_keys", {{"record", text, true}, {"since", integer}, {"wrapped"}}},
        {"blind_index", {{"record", text, true}, {"field", text, true}, {"value"}}},
        {"files",
         {{"id", text, true},
          {"name"},
          {"media_type"},
          {"owner"},
          {"bytes", integer},
          {"hash"},
          {"sealed_hash"},
          {"chunks", integer},
          {"created_at"}}},
        {"file_chunks", {{"file", text, true}, {"number", integer, true}, {"data", bytes}}, 8},
        {"sign_ins",
         {{"token_hash", text, true}, {"account"}, {"expires_at"}, {"created_at"}, {"agent"}}},
        {"api_tokens",
         {{"id", text, true},
          {"account"},
          {"name"},
          {"scope"},
          {"token_hash"},
          {"created_at"},
          {"expires_at"},
          {"used_at"}}},
        {"second_factors",
         {{"account", text, true}, {"secret"}, {"confirmed", integer}, {"last_step", integer}}},
        {"recovery_codes", {{"account", text, true}, {"hash", text, true}}},
        {"requests", {{"request", text, true}, {"content"}, {"record"}, {"at"}}},
    };
    return tables;
}

Table table_of(const record::KindInfo& kind) {
    using enum ColumnType;
    Table table{std::string{kind.plural}, {}};
    const bool is_of_partners = kind.plural == "partners";
    table.columns = {
        {"id", text, true}, {"version", integer}, {"owner", text, false, is_of_partners},
        {"visibility"},     {"created_at"},       {"updated_at"},
        {"search_text"}};
    for (const auto& field : kind.fields)
        if (!field.is_link_list)
            table.columns.push_back({std::string{field.name},
                                     field.stored == record::StoredType::integer ? integer : text,
                                     false, field.is_optional && field.target == kind.plural});
    return table;
}

// Calls `visit` with each row, in the order of the primary key.
void for_each_row(Session& session, const Table& table,
                  const std::function<void(const Row&)>& visit) {
    std::vector<std::string> names;
    std::vector<std::string> keys;
    std::vector<ColumnType> types;
    for (const auto& column : table.columns) {
        names.push_back('"' + column.name + '"');
        types.push_back(column.type);
        if (column.is_key) keys.push_back(names.back());
    }
    const auto sql = [&](const std::string& where) {
        return fmt::format("select {} from {} {} order by {} limit {}", fmt::join(names, ", "),
                           table.name, where, fmt::join(keys, ", "), table.rows_at_once);
    };
    const auto first = sql("");
    const auto next = sql(fmt::format("where ({}) > ({})", fmt::join(keys, ", "),
                                      fmt::join(std::vector<std::string>(keys.size(), "?"), ", ")));
    std::vector<Cell> last;
    while (true) {
        const auto rows = session.query(last.empty() ? first : next, last, types);
        for (const auto& row : rows)
            visit(row);
        if (rows.size() < static_cast<std::size_t>(table.rows_at_once)) return;
        last.clear();
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (table.columns[i].is_key) last.push_back(rows.back()[i]);
    }
}

void copy_rows(Session& from, Session& to, const Table& table) {
    std::vector<std::string> names;
    for (const auto& column : table.columns)
        names.push_back('"' + column.name + '"');
    const auto insert =
        fmt::format("insert into {} ({}) values ({})", table.name, fmt::join(names, ", "),
                    fmt::join(std::vector<std::string>(names.size(), "?"), ", "));
    for_each_row(from, table, [&](const Row& row) {
        auto cells = row;
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (table.columns[i].is_of_self) cells[i] = {};
        to.execute(insert, cells);
    });
}

// Once all rows of the table are there.
void copy_references_to_itself(Session& from, Session& to, const Table& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& column = table.columns[i];
        if (!column.is_of_self) continue;
        const Table ends{table.name, {{"id", ColumnType::text, true}, column}};
        const auto update =
            fmt::format("update {} set \"{}\" = ? where \"id\" = ?", table.name, column.name);
        for_each_row(from, ends, [&](const Row& row) {
            if (!is_null(row[1])) to.execute(update, {row[1], row[0]});
        });
    }
}

}  // namespace

void transfer(Session& from, Session& to, record::Kinds kinds) {
    for (auto* session : {&from, &to})
        if (const auto setting = session->backend().take_any_time(); !setting.empty())
            session->execute(setting);
    for (const auto* kind : kinds) {
        const auto table = table_of(*kind);
        copy_rows(from, to, table);
        copy_references_to_itself(from, to, table);
    }
    for (const auto& table : store_tables())
        copy_rows(from, to, table);
}

std::set<std::string> transferred_columns(record::Kinds kinds) {
    auto tables = store_tables();
    for (const auto* kind : kinds)
        tables.push_back(table_of(*kind));
    std::set<std::string> columns;
    for (const auto& table : tables)
        for (const auto& column : table.columns)
            columns.insert(table.name + '.' + column.name);
    return columns;
}

}  // namespace tenpoint::store
