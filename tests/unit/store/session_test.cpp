// SPDX-License-Identifier: Apache-2.0
#include "store/session.hpp"

#include <gtest/gtest.h>

#include "store/session_pool.hpp"
#include "test_database.hpp"

namespace tenpoint::store {
namespace {

using Sort = DatabaseError::Sort;

class Sessions : public OnEachDatabase {
  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_) return;
        session_ = location_->session();
        session_->execute(
            "create table things (id text primary key, number bigint, data bytea, "
            "\"from\" text references things (id))");
    }
    void TearDown() override { session_.reset(); }

    template <class Act>
    static DatabaseError error_of(Act act) {
        try {
            act();
        } catch (const DatabaseError& error) {
            return error;
        }
        return {Sort::other, "no error"};
    }
    std::int64_t count() {
        return number(session_->query("select count(*) from things", {}, {ColumnType::integer})
                          .front()
                          .front());
    }

    std::unique_ptr<Session> session_;
};

TEST_P(Sessions, GiveValuesBackAsTheyWere) {
    std::string every_byte;
    for (int byte = 0; byte < 256; ++byte)
        every_byte += static_cast<char>(byte);
    const std::string words = "d’ici 'quoted' \\x00 ?:p1 \n العربية";
    EXPECT_EQ(session_->execute("insert into things values (?, ?, ?, ?)",
                                {words, std::int64_t{-5'000'000'000}, Bytes{every_byte}, Cell{}}),
              1);
    session_->execute("insert into things (id, data) values (?, ?)", {std::string{}, Bytes{}});
    const auto rows = session_->query(
        "select id, number, data, \"from\" from things order by id desc", {},
        {ColumnType::text, ColumnType::integer, ColumnType::bytes, ColumnType::text});
    EXPECT_EQ(rows.at(0), (Row{words, std::int64_t{-5'000'000'000}, Bytes{every_byte}, Cell{}}));
    EXPECT_EQ(rows.at(1), (Row{std::string{}, Cell{}, Bytes{}, Cell{}}));
}

// A statement is kept with what is bound to it.
TEST_P(Sessions, TakeOtherValuesInTheSameStatement) {
    const std::vector<Cell> numbers{Cell{}, std::int64_t{7}, Cell{}, std::int64_t{-8}};
    const std::vector<std::string> ids{"a", std::string(100'000, 'b'), "", "d"};
    for (std::size_t i = 0; i < ids.size(); ++i)
        session_->execute("insert into things (id, number) values (?, ?)", {ids[i], numbers[i]});
    const auto* find = "select number from things where id = ?";
    for (std::size_t i = 0; i < ids.size(); ++i)
        EXPECT_EQ(session_->query(find, {ids[i]}, {ColumnType::integer}).at(0), Row{numbers[i]});
    EXPECT_EQ(session_->query(find, {ids[1]}, {ColumnType::text}).at(0), Row{std::string{"7"}});
    EXPECT_EQ(session_->query(find, {ids[3]}, {ColumnType::integer}).at(0), Row{numbers[3]});
}

TEST_P(Sessions, KeepNothingOfAStatementThatFailed) {
    const auto* insert = "insert into things (id, number) values (?, ?)";
    session_->execute(insert, {std::string{"a"}, std::int64_t{1}});
    error_of([&] { session_->execute(insert, {std::string{"a"}, std::int64_t{42}}); });
    session_->execute(insert, {std::string{"b"}, Cell{}});
    EXPECT_EQ(session_
                  ->query("select number from things where id = ?", {std::string{"b"}},
                          {ColumnType::integer})
                  .at(0),
              Row{Cell{}});
}

TEST_P(Sessions, CountTheRowsThatChanged) {
    session_->execute("insert into things (id) values ('a'), ('b')");
    EXPECT_EQ(session_->execute("update things set number = ?", {std::int64_t{1}}), 2);
    const auto* again = "insert into things (id) values (?) on conflict do nothing";
    EXPECT_EQ(session_->execute(again, {std::string{"a"}}), 0);
    EXPECT_EQ(session_->execute(again, {std::string{"c"}}), 1);
    EXPECT_EQ(session_->execute("delete from things where id = ?", {std::string{"z"}}), 0);
}

TEST_P(Sessions, SayWhichSortOfErrorItWasAndNoValue) {
    session_->execute("insert into things (id) values ('secret')");
    const auto taken = error_of(
        [&] { session_->execute("insert into things (id) values (?)", {std::string{"secret"}}); });
    EXPECT_EQ(taken.sort(), Sort::constraint);
    EXPECT_EQ(std::string{taken.what()}.find("secret"), std::string::npos) << taken.what();
    for (int time = 0; time < 2; ++time) {
        const auto nonsense = error_of([&] { session_->execute("select from where"); });
        EXPECT_EQ(nonsense.sort(), Sort::other);
    }
    EXPECT_EQ(count(), 1);
}

TEST_P(Sessions, GoOnAfterAnAttemptThatWasRefused) {
    session_->begin(Purpose::writing);
    session_->execute("insert into things (id) values ('a')");
    EXPECT_EQ(
        error_of([&] {
            session_->attempt([&] { session_->execute("insert into things (id) values ('a')"); });
        }).sort(),
        Sort::constraint);
    session_->attempt([&] { session_->execute("insert into things (id) values ('b')"); });
    session_->commit();
    EXPECT_EQ(count(), 2);
}

TEST_P(Sessions, LeaveNothingOfWhatIsRolledBack) {
    session_->begin(Purpose::writing);
    session_->execute("insert into things (id) values ('a')");
    error_of([&] { session_->execute("select from where"); });
    session_->rollback();
    session_->rollback();
    EXPECT_EQ(count(), 0);
}

TEST_P(Sessions, FindTables) {
    EXPECT_TRUE(session_->has_table("things"));
    EXPECT_FALSE(session_->has_table("nothings"));
}

TEST_P(Sessions, LowerLettersOfEveryScript) {
    const auto rows =
        session_->query("select lower(?)", {std::string{"ÀÉÎ Ñ ДA"}}, {ColumnType::text});
    EXPECT_EQ(text(rows.front().front()), "àéî ñ дa");
}

TEST_P(Sessions, OfAPoolComeBackWithTheirTransactionEnded) {
    SessionPool pool([&] { return location_->session(); });
    {
        auto transaction = pool.begin(Purpose::writing);
        transaction.session().execute("insert into things (id) values ('dropped')");
    }
    {
        auto transaction = pool.begin(Purpose::writing);
        transaction.session().execute("insert into things (id) values ('kept')");
        transaction.commit();
    }
    EXPECT_EQ(count(), 1);
}

INSTANTIATE_TEST_SUITE_P(On, Sessions, both_databases(), database_name);

TEST(PostgresqlSessions, TellThatNoServerIsThere) {
    try {
        Session::open_postgresql("postgresql:///none?host=/nowhere&password=secret");
        FAIL();
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.sort(), Sort::connection_lost);
        EXPECT_EQ(std::string{error.what()}.find("secret"), std::string::npos);
    }
}

}  // namespace
}  // namespace tenpoint::store
