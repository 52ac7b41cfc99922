// SPDX-License-Identifier: Apache-2.0
// The tables that the migrations make, against what the descriptions of the kinds demand.
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "desks/activities/kinds.hpp"
#include "desks/arrangements/kinds.hpp"
#include "desks/coverage/kinds.hpp"
#include "desks/directory/kinds.hpp"
#include "desks/movements/kinds.hpp"
#include "store/migrations.hpp"
#include "test_database.hpp"

namespace tenpoint::store {
namespace {

// "name text not null unique", "owner text references partners" …
using Columns = std::set<std::string>;

Columns demanded_by(const record::KindInfo& kind) {
    Columns columns{"id text not null unique",        "version bigint not null",
                    "owner text references partners", "visibility text not null",
                    "created_at text not null",       "updated_at text not null",
                    "search_text text not null"};
    for (const auto& field : kind.fields) {
        if (field.is_link_list) continue;
        const bool is_number = field.stored == record::StoredType::integer;
        columns.insert(fmt::format(
            "{} {}{}{}{}", field.name, is_number ? "bigint" : "text",
            field.is_optional ? "" : " not null", field.note.unique ? " unique" : "",
            field.target.empty() ? std::string{} : fmt::format(" references {}", field.target)));
    }
    return columns;
}

constexpr std::string_view columns_in_sqlite = R"(
    select c.name || ' ' || lower(c.type)
        || case when c."notnull" = 1 or c.pk > 0 then ' not null' else '' end
        || case when c.pk > 0 or exists (
               select 1 from pragma_index_list(t.name) i, pragma_index_info(i.name) x
               where i."unique" = 1 and x.name = c.name) then ' unique' else '' end
        || coalesce((select ' references ' || f."table" from pragma_foreign_key_list(t.name) f
                     where f."from" = c.name and f."to" = 'id'), '')
    from sqlite_master t, pragma_table_info(t.name) c where t.name = ?)";

constexpr std::string_view columns_in_postgresql = R"(
    select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || case when exists (
               select 1 from pg_index i where i.indrelid = a.attrelid and i.indisunique
               and i.indnatts = 1 and i.indkey[0] = a.attnum) then ' unique' else '' end
        || coalesce((select ' references ' || cast(c.confrelid as regclass) from pg_constraint c
                     where c.conrelid = a.attrelid and c.contype = 'f'
                     and c.conkey = array[a.attnum]), '')
    from pg_attribute a
    where a.attrelid = cast(? as regclass) and a.attnum > 0 and not a.attisdropped)";

class Schemas : public OnEachDatabase {
  protected:
    Columns columns_of(Session& session, std::string_view table) const {
        const auto sql =
            GetParam() == TestDatabase::sqlite ? columns_in_sqlite : columns_in_postgresql;
        Columns columns;
        for (const auto& row : session.query(sql, {std::string{table}}, {ColumnType::text}))
            columns.insert(text(row[0]));
        return columns;
    }
    static std::vector<const record::KindInfo*> kinds() {
        std::vector<const record::KindInfo*> all;
        for (const auto* kind : directory::kinds())
            all.push_back(kind);
        for (const auto* kind : movements::kinds())
            all.push_back(kind);
        for (const auto* kind : arrangements::kinds())
            all.push_back(kind);
        for (const auto* kind : activities::kinds())
            all.push_back(kind);
        for (const auto* kind : coverage::kinds())
            all.push_back(kind);
        return all;
    }
};

TEST_P(Schemas, AreMigratedToWhatTheDescriptionsDemand) {
    const auto session = location_->session();
    migrate(*session, SystemClock{}, shipped_migrations(), [](int) {}).value();
    for (const auto* kind : kinds())
        EXPECT_EQ(columns_of(*session, kind->plural), demanded_by(*kind)) << kind->plural;
}

TEST_P(Schemas, AreDraftedAsTheDescriptionsDemand) {
    const auto session = location_->session();
    for (const auto* kind : kinds()) {
        const auto draft = draft_table(*kind);
        session->execute(draft.substr(0, draft.rfind(';')));
        EXPECT_EQ(columns_of(*session, kind->plural), demanded_by(*kind)) << kind->plural;
    }
}

// One that comes later with a smaller number would never be applied where its followers were.
TEST(Migrations, AreNumberedWithoutAHole) {
    int expected = 1;
    for (const auto& migration : shipped_migrations())
        EXPECT_EQ(migration.number, expected++) << migration.name;
}

INSTANTIATE_TEST_SUITE_P(On, Schemas, both_databases(), database_name);

}  // namespace
}  // namespace tenpoint::store
