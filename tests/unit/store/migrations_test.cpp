// SPDX-License-Identifier: Apache-2.0
#include "store/migrations.hpp"

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "test_database.hpp"

namespace tenpoint::store {
namespace {

class Migrations : public OnEachDatabase {
  protected:
    // Each is run on a session of its own, as a starting program does.
    Result<void> migrate_to(std::vector<Migration> migrations) {
        return migrate(*location_->session(), clock_, migrations,
                       [&](int applied) { copied_.push_back(applied); });
    }
    std::vector<std::string> things() const {
        std::vector<std::string> found;
        for (const auto& row : location_->session()->query("select id from things order by id", {},
                                                           {ColumnType::text}))
            found.push_back(text(row[0]));
        return found;
    }
    bool has_table(std::string_view name) const { return location_->session()->has_table(name); }

    const Migration first_{1, "0001_first.sql",
                           "-- Things\ncreate table things (id text primary key);\n"
                           "insert into things values ('one');\n"};
    const Migration second_{2, "0002_second.sql", "insert into things values ('two');\n"};
    const Migration broken_{3, "0003_broken.sql",
                            "insert into things values ('three');\n"
                            "create table others (id text primary key);\n"
                            "insert into things values ('one');\n"};
    SystemClock clock_;
    std::vector<int> copied_;
};

TEST_P(Migrations, ApplyEachOnceAndInOrder) {
    ASSERT_TRUE(migrate_to({first_}));
    ASSERT_TRUE(migrate_to({first_, second_}));
    ASSERT_TRUE(migrate_to({first_, second_}));
    EXPECT_EQ(things(), (std::vector<std::string>{"one", "two"}));
}

TEST_P(Migrations, HaveACopyTakenBeforeAnythingThatIsThereChanges) {
    ASSERT_TRUE(migrate_to({first_}));
    EXPECT_TRUE(copied_.empty()) << "a new database has nothing to lose";
    ASSERT_TRUE(migrate_to({first_, second_}));
    EXPECT_EQ(copied_, std::vector<int>{1});
    ASSERT_TRUE(migrate_to({first_, second_}));
    EXPECT_EQ(copied_, std::vector<int>{1}) << "nothing is left to migrate";
}

TEST_P(Migrations, LeaveNothingOfARunThatFails) {
    ASSERT_TRUE(migrate_to({first_}));
    EXPECT_THROW(static_cast<void>(migrate_to({first_, second_, broken_})), DatabaseError);
    EXPECT_EQ(things(), std::vector<std::string>{"one"});
    EXPECT_FALSE(has_table("others"));
    ASSERT_TRUE(migrate_to({first_, second_}));
    EXPECT_EQ(things(), (std::vector<std::string>{"one", "two"}));
}

TEST_P(Migrations, WriteNothingIntoADatabaseOfANewerProgram) {
    ASSERT_TRUE(migrate_to({first_, second_}));
    const auto refused = migrate_to({first_});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ProblemCode::database_too_new);
    EXPECT_TRUE(copied_.empty());
    EXPECT_EQ(things(), (std::vector<std::string>{"one", "two"}));
}

TEST_P(Migrations, OfProgramsThatStartTogetherAreAppliedOnce) {
    if (GetParam() == TestDatabase::sqlite) GTEST_SKIP() << "one program has the folder";
    std::vector<std::jthread> programs;
    std::atomic<int> started = 0;
    for (int i = 0; i < 4; ++i)
        programs.emplace_back([&] {
            const auto session = location_->session();
            if (migrate(*session, clock_, std::vector{first_, second_}, [](int) {})) ++started;
        });
    programs.clear();
    EXPECT_EQ(started, 4);
    EXPECT_EQ(things(), (std::vector<std::string>{"one", "two"}));
}

INSTANTIATE_TEST_SUITE_P(On, Migrations, both_databases(), database_name);

}  // namespace
}  // namespace tenpoint::store
