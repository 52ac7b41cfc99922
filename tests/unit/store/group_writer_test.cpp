// SPDX-License-Identifier: Apache-2.0
#include "store/group_writer.hpp"

#include <atomic>
#include <barrier>
#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "test_database.hpp"

namespace tenpoint::store {
namespace {

class GroupWriters : public testing::Test {
  protected:
    GroupWriters() : location_(TestDatabase::sqlite) {
        const auto session = location_.session();
        session->execute("create table parents (id bigint primary key)");
        session->execute(
            "create table things (id bigint primary key, "
            "parent bigint references parents (id) deferrable initially deferred)");
    }

    // Hands all works over so that they stand in the queue together: the first holds it up until
    // the others have come.
    std::vector<std::exception_ptr> write_together(const std::vector<Work>& works) {
        std::vector<std::exception_ptr> failures(works.size());
        std::atomic<bool> is_held = false;
        std::atomic<bool> may_go = false;
        std::jthread holder([&] {
            writer_.write([&](Session&) {
                is_held = true;
                while (!may_go)
                    std::this_thread::yield();
                return false;
            });
        });
        while (!is_held)
            std::this_thread::yield();
        std::vector<std::jthread> callers;
        for (std::size_t i = 0; i < works.size(); ++i) {
            callers.emplace_back([&, i] {
                try {
                    writer_.write(works[i]);
                } catch (...) {
                    failures[i] = std::current_exception();
                }
            });
            // Long enough for each to come before the next.
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        may_go = true;
        callers.clear();
        return failures;
    }
    Work insert(std::int64_t id, Cell parent = {}) {
        return [this, id, parent](Session& session) {
            ++runs_;
            threads_.push_back(std::this_thread::get_id());
            session.execute("insert into things values (?, ?)", {id, parent});
            return true;
        };
    }
    std::vector<std::int64_t> ids() const {
        std::vector<std::int64_t> found;
        for (const auto& row : location_.session()->query("select id from things order by id", {},
                                                          {ColumnType::integer}))
            found.push_back(number(row[0]));
        return found;
    }

    TestLocation location_;
    SessionPool sessions_{[this] { return location_.session(); }};
    GroupWriter writer_{sessions_};
    int runs_ = 0;
    std::vector<std::thread::id> threads_;
};

using Ids = std::vector<std::int64_t>;

TEST_F(GroupWriters, ShareACommitOfThoseThatWait) {
    const auto failures = write_together({insert(1), insert(2), insert(3)});
    for (const auto& failure : failures)
        EXPECT_FALSE(failure);
    EXPECT_EQ(ids(), (Ids{1, 2, 3}));
    EXPECT_EQ(runs_, 3);
    EXPECT_EQ(threads_[1], threads_[0]) << "the first of the queue runs them all";
    EXPECT_EQ(threads_[2], threads_[0]);
}

TEST_F(GroupWriters, LetAWorkFailAlone) {
    const auto failures = write_together({
        insert(1),
        [](Session& session) {
            session.execute("insert into things (id) values (10)");
            return false;  // refused after it wrote
        },
        [](Session& session) -> bool {
            session.execute("insert into things (id) values (11)");
            throw std::runtime_error("a bug");
        },
        insert(1),  // taken
        insert(4),
    });
    EXPECT_EQ(ids(), (Ids{1, 4}));
    EXPECT_FALSE(failures[0]);
    EXPECT_FALSE(failures[1]);
    EXPECT_THROW(std::rethrow_exception(failures[2]), std::runtime_error);
    EXPECT_THROW(std::rethrow_exception(failures[3]), DatabaseError);
    EXPECT_FALSE(failures[4]);
}

TEST_F(GroupWriters, RunNobodyTwiceForARefusalThatWroteNothing) {
    const auto failures = write_together({
        insert(1),
        [](Session& session) {
            return !session.query("select id from things", {}, {ColumnType::integer}).empty() &&
                   session.execute("update things set id = 9 where id = 8") > 0;
        },
        insert(1),  // taken
        [](Session&) -> bool { throw std::runtime_error("a bug"); },
        insert(4),
    });
    EXPECT_EQ(ids(), (Ids{1, 4}));
    EXPECT_EQ(runs_, 3);
    EXPECT_FALSE(failures[1]);
    EXPECT_THROW(std::rethrow_exception(failures[2]), DatabaseError);
    EXPECT_THROW(std::rethrow_exception(failures[3]), std::runtime_error);
}

TEST_F(GroupWriters, GoOneByOneWhereTheCommitIsRefused) {
    const auto failures = write_together({insert(1), insert(2, std::int64_t{77}), insert(3)});
    EXPECT_EQ(ids(), (Ids{1, 3}));
    EXPECT_FALSE(failures[0]);
    EXPECT_THROW(std::rethrow_exception(failures[1]), DatabaseError);
    EXPECT_FALSE(failures[2]);
    EXPECT_EQ(runs_, 6) << "each once together and once alone";
}

TEST_F(GroupWriters, GoOneByOneWhereTheDiskIsFull) {
    const Work large = [](Session& session) {
        session.execute("create table large (data bytea)");
        session.execute("insert into large values (?)", {Bytes{std::string(4'000'000, 'x')}});
        return true;
    };
    {
        // A database that may not grow by much is as good as a full disk.
        auto transaction = sessions_.begin(Purpose::reading);
        transaction.session().execute("pragma max_page_count = 200");
    }
    const auto failures = write_together({insert(1), large, insert(3)});
    EXPECT_EQ(ids(), (Ids{1, 3}));
    EXPECT_FALSE(failures[0]);
    EXPECT_THROW(std::rethrow_exception(failures[1]), DatabaseError);
    EXPECT_FALSE(failures[2]);
}

TEST_F(GroupWriters, WaitForNobodyForLong) {
    write_together({insert(1), insert(2), insert(3)});
    for (std::int64_t id = 4; id < 7; ++id)  // the others do not come again
        writer_.write(insert(id));
    EXPECT_EQ(ids(), (Ids{1, 2, 3, 4, 5, 6}));
}

// More than a group holds at a time, who come and go: each group has its leader.
TEST_F(GroupWriters, LeaveNobodyOfACrowdWaiting) {
    std::vector<std::jthread> callers;
    for (std::int64_t caller = 0; caller < 100; ++caller)
        callers.emplace_back([&, caller] {
            for (std::int64_t i = 0; i < 40; ++i)
                writer_.write([id = caller * 1000 + i](Session& session) {
                    session.execute("insert into things (id) values (?)", {id});
                    return true;
                });
        });
    callers.clear();
    EXPECT_EQ(ids().size(), 4000U);
}

TEST_F(GroupWriters, AcknowledgeWhatAnotherConnectionSees) {
    std::atomic<int> missing = 0;
    std::vector<std::jthread> callers;
    for (std::int64_t caller = 0; caller < 8; ++caller)
        callers.emplace_back([&, caller] {
            const auto reader = location_.session();
            for (std::int64_t i = 0; i < 25; ++i) {
                const auto id = caller * 1000 + i;
                writer_.write([id](Session& session) {
                    session.execute("insert into things (id) values (?)", {id});
                    return true;
                });
                if (reader->query("select id from things where id = ?", {id}, {ColumnType::integer})
                        .empty())
                    ++missing;
            }
        });
    callers.clear();
    EXPECT_EQ(missing, 0);
    EXPECT_EQ(ids().size(), 200U);
}

}  // namespace
}  // namespace tenpoint::store
