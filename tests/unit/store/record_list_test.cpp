// SPDX-License-Identifier: Apache-2.0
#include "store/record_list.hpp"

#include <array>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "access/may.hpp"
#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "store/store.hpp"
#include "test_database.hpp"

namespace tenpoint::store {
namespace {

using access::Principal;
using directory::Partner;

class Lists : public OnEachDatabase {
  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (location_)
            store_ = std::move(Store::open(location_->get(), kinds_, clock_, randomness_).value());
    }

    void add(const std::string& name, std::optional<std::string> country = {}) {
        Partner partner;
        partner.name = name;
        partner.kind = directory::PartnerKind::ngo;
        partner.country = std::move(country);
        store_
            ->write(admin_,
                    [&](Transaction& transaction) { return transaction.insert(partner, {}); })
            .value();
    }
    Page list(const ListQuery& query) {
        return store_
            ->read(admin_, [&](const Snapshot& snapshot) { return snapshot.list(kind_, query); })
            .value();
    }

    decltype(directory::kinds()) kinds_ = directory::kinds();
    const record::KindInfo& kind_ = record::kind_info<Partner>();
    SystemClock clock_;
    SystemRandomness randomness_;
    Principal admin_ = Principal::local_administrator("admin");
    std::unique_ptr<Store> store_;
};

TEST_P(Lists, PageThroughEveryRecordOnceInTheOrderAsked) {
    for (int i = 0; i < 23; ++i)
        add(fmt::format("Partner {}", i),
            i % 3 == 0 ? std::nullopt : std::optional<std::string>{i % 2 != 0 ? "PAN" : "HND"});
    for (const std::string sort : {"id", "name", "country", "created_at", "version"})
        for (const bool descending : {false, true}) {
            ListQuery query;
            query.sort = sort;
            query.descending = descending;
            query.limit = 5;
            std::vector<std::string> seen;
            do {
                const auto page = list(query);
                EXPECT_EQ(page.total, 23);
                for (const auto& item : page.items)
                    seen.push_back(item.envelope.id.text);
                query.after = page.next;
            } while (!query.after.empty());
            query.limit = 0;
            std::vector<std::string> whole;
            for (const auto& item : list(query).items)
                whole.push_back(item.envelope.id.text);
            EXPECT_EQ(seen, whole) << sort << descending;
            EXPECT_EQ(seen.size(), 23U);
        }
}

TEST_P(Lists, AreInTheOrderInWhichTheirRecordsWereMade) {
    for (const auto* name : {"C", "A", "B"})
        add(name);
    std::string names;
    for (const auto& item : list({}).items)
        names += std::get<std::string>(item.row.values.front());
    EXPECT_EQ(names, "CAB");
}

TEST_P(Lists, HaveOneTotalFromTheirFirstPageToTheirLast) {
    for (const auto* name : {"A", "B", "C", "D"})
        add(name);
    const auto first = list({.limit = 3});
    EXPECT_EQ(first.total, 4);
    add("Later");
    EXPECT_EQ(list({.after = first.next, .limit = 1}).total, 4);
    EXPECT_EQ(list({.limit = 3}).total, 5);
    EXPECT_EQ(list({.limit = 5}).total, 5);
    EXPECT_EQ(list({.limit = 0}).total, 5);
    const auto known = list({.after = start_of_list(17), .limit = 3});
    EXPECT_EQ(known.total, 17) << "what is known is not counted";
    EXPECT_EQ(known.items.front().envelope.id, first.items.front().envelope.id);
}

TEST_P(Lists, RefuseACursorThatIsNone) {
    const auto code_of = [&](const std::string& sort, const std::string& cursor) {
        const auto page = store_->read(admin_, [&](const Snapshot& snapshot) {
            return snapshot.list(kind_, {.sort = sort, .after = to_hex(cursor)});
        });
        return page ? std::string{"read"} : page.error().fields.front().code;
    };
    for (const auto* cursor :
         {R"(["x",1,"y"])", R"(["x",1,null])", R"([1,2,3])", "[]", "{}", "1", R"(["x"])",
          R"(["x",1])", R"(["x","1",1])", R"(["x",1,1,1])", R"(["a\u0000b",1,1])"})
        EXPECT_EQ(code_of("version", cursor), "not_a_cursor") << cursor;
    for (const auto* cursor :
         {R"(["x",1,1])", R"(["x",1,"a\u0000b"])", R"(["a\u0000b",1])", R"(["x",1])"})
        EXPECT_EQ(code_of("name", cursor), "not_a_cursor") << cursor;
    EXPECT_EQ(code_of("id", R"(["x",1,"y"])"), "not_a_cursor");
    EXPECT_EQ(code_of("id", R"(["x",1])"), "read");
    EXPECT_EQ(code_of("name", R"(["x",1,"y"])"), "read");
    EXPECT_EQ(code_of("country", R"(["x",1])"), "read");
    EXPECT_EQ(code_of("version", R"(["x",1,1])"), "read");
}

INSTANTIATE_TEST_SUITE_P(On, Lists, both_databases(), database_name);

// How SQLite finds a page, in its own words.
std::string plan_of(Session& session, const ListQuery& query, const std::string& readable) {
    const auto page = page_statement(record::kind_info<Partner>(), query, readable).value();
    std::string plan;
    session.query(
        "explain query plan " + page.sql, page.parameters,
        std::array{ColumnType::integer, ColumnType::integer, ColumnType::integer, ColumnType::text},
        [&](Row& row) { plan += text(row[3]) + '\n'; });
    return plan;
}

// Else a page far back would cost more than the first: it neither skips rows nor sorts them.
TEST(PagesOfALongList, AreFoundInAnIndexWhoeverAsks) {
    const TestLocation location(TestDatabase::sqlite);
    const auto kinds = directory::kinds();
    const SystemClock clock;
    SystemRandomness randomness;
    const auto store = Store::open(location.get(), kinds, clock, randomness).value();
    const auto session = location.session();
    const Id partner{"018bcfe5-6800-7000-8000-000000000001"};
    const Principal officer{
        Principal::Sort::user, {}, partner, access::Role::information_officer, "officer"};
    for (const auto& who : {Principal{}, officer, Principal::local_administrator("admin")})
        for (const std::string sort : {"created_at", "name"})
            for (const bool descending : {false, true})
                for (const bool is_first : {false, true}) {
                    ListQuery query{.sort = sort, .descending = descending};
                    if (!is_first)
                        query.after =
                            to_hex(sort == "created_at" ? R"(["x",1])" : R"(["x",1,"y"])");
                    const auto plan = plan_of(
                        *session, query,
                        access::readable_predicate(who, record::kind_info<Partner>().stewardship));
                    const auto index = sort == "created_at" ? "sqlite_autoindex_partners_1"
                                                            : "sqlite_autoindex_partners_2";
                    EXPECT_NE(plan.find(fmt::format("{} partners USING INDEX {}",
                                                    is_first ? "SCAN" : "SEARCH", index)),
                              std::string::npos)
                        << plan;
                    EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << plan;
                    EXPECT_EQ(page_statement(record::kind_info<Partner>(), query, "1 = 1")
                                  .value()
                                  .sql.find("offset"),
                              std::string::npos);
                }
}

}  // namespace
}  // namespace tenpoint::store
