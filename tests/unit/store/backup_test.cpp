// SPDX-License-Identifier: Apache-2.0
// The whole of a node elsewhere: in a backup, and on the other database.
#include <fstream>
#include <sstream>

#include "journal_node.hpp"
#include "store/journal_block.hpp"
#include "store/migrations.hpp"
#include "store/restoring.hpp"
#include "store/transfer.hpp"

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;

class Copies : public JournalNode {
  protected:
    void SetUp() override {
        JournalNode::SetUp();
        if (!location_) return;
        add_partner("One");
        add_corridor("ROUTE");
        add_batch("office");
        store_->seal();
        rename(*store_, add_partner("Two"), "2");
        remove(add_partner("Three"), 1);
        // A place that lies in one that was made after it.
        store_
            ->write(admin_,
                    [&](Transaction& transaction) -> Result<void> {
                        auto places = transaction.all<directory::Place>();
                        places[0].value.parent = {places[1].envelope.id};
                        TENPOINT_CHECK(transaction.update(places[0]));
                        return {};
                    })
            .value();
        backup_ = location_->get().folder / "node.backup";
    }
    Result<Verification> restore_to(const Location& location) {
        return restore(backup_, location, kinds_, clock_, randomness_);
    }
    // All that a node keeps, but for what names the node itself.
    std::string content(const TestLocation& location) {
        std::ostringstream all;
        const auto session = location.session();
        for (const auto* kind : kinds_)
            list_rows(*session, *kind, {.limit = 0}, "1 = 1").value();
        for (const auto* sql :
             {"select id || at || principal || record || verb || change || hash || block from "
              "journal order by id",
              "select number || head || signature from journal_blocks order by number",
              "select owner || field || position || target from link order by owner, field, "
              "position",
              "select id || name || hash || bytes || chunks from files order by id",
              "select id || name || version || coalesce(short_name, '-') || search_text from "
              "partners order by id",
              "select id || coalesce(parent, '-') from places order by id",
              "select file || number from file_chunks order by file, number"})
            for (const auto& row : session->query(sql, {}, {ColumnType::text}))
                all << text(row[0]) << '\n';
        return all.str();
    }
    void change_byte(std::uintmax_t at) {
        std::fstream file(backup_, std::ios::binary | std::ios::in | std::ios::out);
        file.seekg(static_cast<std::streamoff>(at));
        const auto byte = static_cast<char>(file.get() ^ 1);
        file.seekp(static_cast<std::streamoff>(at));
        file.put(byte);
    }

    fs::path backup_;
};

TEST_P(Copies, ABackupHoldsAllThatWasThereAndNothingLater) {
    ASSERT_FALSE(store_->back_up(backup_).value().flaw);
    const auto before = content(*location_);
    add_partner("Later");
    const TestLocation other(TestDatabase::sqlite);
    const auto restored = restore_to(other.get()).value();
    EXPECT_FALSE(restored.flaw);
    EXPECT_EQ(restored.records, 7);
    EXPECT_EQ(content(other), before);
    const auto opened = Store::open(other.get(), kinds_, clock_, randomness_).value();
    EXPECT_FALSE(opened->verify({}).value().flaw);
    add_partner(*opened, "After");
    EXPECT_FALSE(opened->verify({}).value().flaw) << "another key goes on";
}

TEST_P(Copies, ABackupHoldsNoKey) {
    store_->back_up(backup_).value();
    std::ifstream key(location_->get().folder / "signing.key");
    std::string digits;
    key >> digits;
    std::string bytes;
    ASSERT_TRUE(from_hex(digits, bytes));
    std::ostringstream all;
    all << std::ifstream(backup_, std::ios::binary).rdbuf();
    EXPECT_EQ(all.str().find(digits), std::string::npos);
    EXPECT_EQ(all.str().find(bytes), std::string::npos);
}

TEST_P(Copies, ADamagedOrForeignBackupIsRefusedBeforeAnythingChanges) {
    store_->back_up(backup_).value();
    const auto size = fs::file_size(backup_);
    const TestLocation other(TestDatabase::sqlite);
    {
        const auto there = Store::open(other.get(), kinds_, clock_, randomness_).value();
        add_partner(*there, "There");
    }
    const auto before = content(other);
    const auto refused = [&] {
        const auto restored = restore_to(other.get());
        const std::vector<FieldProblem> not_a_backup{{"/file", "not_a_backup"}};
        const bool is_refused = !restored && restored.error().fields == not_a_backup;
        return is_refused && content(other) == before &&
               !fs::exists(other.get().folder / "restoring");
    };
    for (const auto at : {std::uintmax_t{0}, std::uintmax_t{60}, size / 2, size - 1}) {
        change_byte(at);
        EXPECT_TRUE(refused()) << at;
        change_byte(at);
    }
    const auto whole = backup_;
    backup_ = location_->get().folder / "part.backup";
    fs::copy_file(whole, backup_);
    fs::resize_file(backup_, size - 1000);
    EXPECT_TRUE(refused());
    std::ofstream(backup_) << "period,count\n2024-01,7\n";
    EXPECT_TRUE(refused());
    std::ofstream(backup_, std::ios::trunc);
    EXPECT_TRUE(refused());
    backup_ = location_->get().folder / "no.backup";
    EXPECT_TRUE(refused());
}

TEST_P(Copies, ABackupOfANodeThatIsNotAsItsJournalSaysIsRefused) {
    location_->session()->execute("update partners set name = 'Won' where name = 'One'");
    const auto found = store_->back_up(backup_).value();
    ASSERT_TRUE(found.flaw);
    EXPECT_EQ(found.flaw->code, FlawCode::record_altered);
    EXPECT_FALSE(fs::exists(backup_));
}

TEST_P(Copies, WhatARestoredBackupReplacesIsKeptBesideIt) {
    store_->back_up(backup_).value();
    const TestLocation other(TestDatabase::sqlite);
    std::string key;
    {
        const auto there = Store::open(other.get(), kinds_, clock_, randomness_).value();
        add_partner(*there, "There");
        there->seal();
        key = text(other.session()->query("select public_key from journal_signers", {},
                                          {ColumnType::text})[0][0]);
    }
    EXPECT_FALSE(restore_to(other.get()).value().flaw);
    fs::path kept;
    for (const auto& entry : fs::directory_iterator(other.get().folder))
        if (entry.path().string().ends_with("-before-restore.db")) kept = entry.path();
    ASSERT_FALSE(kept.empty());
    EXPECT_EQ(text(Session::open_sqlite(kept.string())
                       ->query("select name from partners", {}, {ColumnType::text})[0][0]),
              "There");
    EXPECT_EQ(SigningKey::open(other.get().folder, randomness_).value().public_key(), key);
}

TEST_P(Copies, ABackupIsNotRestoredUnderARunningNode) {
    store_->back_up(backup_).value();
    EXPECT_EQ(restore_to(location_->get()).error().code, ProblemCode::folder_in_use);
}

TEST_P(Copies, ANodeGoesToTheOtherDatabaseAndBack) {
    if (!test_server()) GTEST_SKIP() << "TENPOINT_TEST_POSTGRESQL names no server";
    const bool is_sqlite = GetParam() == TestDatabase::sqlite;
    const TestLocation there(is_sqlite ? TestDatabase::postgresql : TestDatabase::sqlite);
    const TestLocation back(GetParam());
    const auto moved = Store::open(there.get(), kinds_, clock_, randomness_).value();
    EXPECT_FALSE(store_->copy_to(*moved).value().flaw);
    EXPECT_EQ(content(there), content(*location_));
    add_partner(*moved, "On the way");
    const auto again = Store::open(back.get(), kinds_, clock_, randomness_).value();
    EXPECT_FALSE(moved->copy_to(*again).value().flaw);
    EXPECT_EQ(content(back), content(there));
    add_partner(*again, "Back");
    EXPECT_FALSE(again->verify({}).value().flaw);
}

TEST_P(Copies, ANodeIsNotCopiedOverAnother) {
    const TestLocation other(TestDatabase::sqlite);
    const auto there = Store::open(other.get(), kinds_, clock_, randomness_).value();
    add_partner(*there, "There");
    const auto copied = store_->copy_to(*there);
    ASSERT_FALSE(copied);
    EXPECT_EQ(copied.error().fields, (std::vector<FieldProblem>{{"/to", "not_empty"}}));
}

TEST_P(Copies, ABackupGoesToEitherDatabase) {
    if (!test_server()) GTEST_SKIP() << "TENPOINT_TEST_POSTGRESQL names no server";
    store_->back_up(backup_).value();
    const TestLocation other(TestDatabase::postgresql);
    EXPECT_FALSE(restore_to(other.get()).value().flaw);
    EXPECT_EQ(content(other), content(*location_));
    EXPECT_EQ(restore_to(other.get()).error().fields,
              (std::vector<FieldProblem>{{"/to", "not_empty"}}));
}

// A table that a migration brings is forgotten by nobody.
TEST(Transfers, CopyEveryColumnOfEveryTable) {
    std::vector<const record::KindInfo*> kinds;
    for (const auto* kind : directory::kinds())
        kinds.push_back(kind);
    for (const auto* kind : movements::kinds())
        kinds.push_back(kind);
    const TestLocation location(TestDatabase::sqlite);
    const auto session = location.session();
    migrate(*session, SystemClock{}, shipped_migrations(), [](int) {}).value();
    std::set<std::string> columns;
    for (const auto& row : session->query(
             "select t.name || '.' || c.name from sqlite_master t, pragma_table_info(t.name) c "
             "where t.type = 'table' and t.name not in ('migrations', 'sealing')",
             {}, {ColumnType::text}))
        columns.insert(text(row[0]));
    EXPECT_EQ(transferred_columns(kinds), columns);
}

INSTANTIATE_TEST_SUITE_P(On, Copies, both_databases(), database_name);

}  // namespace
}  // namespace tenpoint::store
