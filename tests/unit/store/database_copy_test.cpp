// SPDX-License-Identifier: Apache-2.0
#include "store/database_copy.hpp"

#include <gtest/gtest.h>

#include "test_database.hpp"

namespace tenpoint::store {
namespace {

class DatabaseCopies : public testing::Test {
  protected:
    DatabaseCopies() {
        session_->execute("create table things (id text primary key)");
        session_->execute("insert into things values ('kept')");
    }
    std::size_t files() const {
        const std::filesystem::directory_iterator entries(folder_);
        return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
    }

    TestLocation location_{TestDatabase::sqlite};
    std::filesystem::path folder_ = location_.get().folder / "copies";
    std::unique_ptr<Session> session_ = location_.session();
};

TEST_F(DatabaseCopies, HoldWhatWasCommittedAndNothingLater) {
    std::filesystem::create_directory(folder_);
    copy_database(*session_, folder_ / "it's a copy.db");
    session_->execute("insert into things values ('later')");
    EXPECT_EQ(files(), 1U);
    const auto rows = Session::open_sqlite((folder_ / "it's a copy.db").string())
                          ->query("select id from things", {}, {ColumnType::text});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(text(rows[0][0]), "kept");
}

TEST_F(DatabaseCopies, AreNotThereWhenTheyFail) {
    std::filesystem::create_directory(folder_);
    std::filesystem::create_directory(folder_ / "taken.db");
    std::filesystem::create_directory(folder_ / "taken.db/by a folder");
    EXPECT_THROW(copy_database(*session_, folder_ / "taken.db"), std::exception);
    EXPECT_EQ(files(), 1U);
    EXPECT_THROW(copy_database(*session_, folder_ / "nowhere/copy.db"), std::exception);
}

}  // namespace
}  // namespace tenpoint::store
