// SPDX-License-Identifier: Apache-2.0
#include "store/migrations.hpp"

#include <charconv>

#include <fmt/format.h>

#include "embedded/migrations.hpp"
#include "store/backend.hpp"

namespace tenpoint::store {
namespace {

// "0001_start.sql" -> 1
int number_of(std::string_view path) {
    int number = 0;
    std::from_chars(path.data(), path.data() + path.size(), number);
    return number;
}

// SOCI runs only the first statement of a text.
void execute_each(Session& session, std::string_view sql) {
    while (true) {
        const auto end = sql.find(";\n");
        if (end == std::string_view::npos) return;
        session.execute(sql.substr(0, end));
        sql.remove_prefix(end + 2);
    }
}

int applied_so_far(Session& session) {
    if (!session.has_table("migrations")) return 0;
    const auto rows =
        session.query("select coalesce(max(number), 0) from migrations", {}, {ColumnType::integer});
    return static_cast<int>(number(rows.front().front()));
}

void apply_after(Session& session, int applied, const Clock& clock,
                 std::span<const Migration> migrations) {
    session.begin(Purpose::writing);
    session.execute(
        "create table if not exists migrations "
        "(number bigint primary key, name text not null, applied_at text not null)");
    for (const auto& migration : migrations) {
        if (migration.number <= applied) continue;
        execute_each(session, migration.sql);
        session.execute(
            "insert into migrations (number, name, applied_at) values (?, ?, ?)",
            {std::int64_t{migration.number}, std::string{migration.name}, to_text(clock.now())});
    }
    session.commit();
}

}  // namespace

std::vector<Migration> shipped_migrations() {
    std::vector<Migration> migrations;
    for (const auto& file : embedded::migrations())
        migrations.push_back({number_of(file.path), file.path, file.bytes});
    return migrations;
}

Result<void> migrate(Session& session, const Clock& clock, std::span<const Migration> migrations,
                     const std::function<void(int applied)>& before) {
    for (const auto statement : session.backend().before_migration())
        session.execute(statement);
    const int newest = migrations.empty() ? 0 : migrations.back().number;
    const int applied = applied_so_far(session);
    if (applied > newest)
        return Problem{
            ProblemCode::database_too_new,
            fmt::format("migration {} of the database, {} of the program", applied, newest)};
    if (applied == newest) return {};
    if (applied > 0) before(applied);
    apply_after(session, applied, clock, migrations);
    return {};
}

std::string draft_table(const record::KindInfo& kind) {
    std::string sql = fmt::format(
        "create table {} (\n    \"id\" text primary key,\n    \"version\" bigint not null,\n"
        "    \"owner\" text references partners (\"id\"),\n    \"visibility\" text not null,\n"
        "    \"created_at\" text not null,\n    \"updated_at\" text not null,\n"
        "    \"search_text\" text not null",
        kind.plural);
    for (const auto& field : kind.fields) {
        if (field.is_link_list) continue;
        sql +=
            fmt::format(",\n    \"{}\" {}{}{}", field.name,
                        field.stored == record::StoredType::integer ? "bigint" : "text",
                        field.is_optional ? "" : " not null", field.note.unique ? " unique" : "");
        if (!field.target.empty()) sql += fmt::format(" references {} (\"id\")", field.target);
    }
    return sql + "\n);\n";
}

}  // namespace tenpoint::store
