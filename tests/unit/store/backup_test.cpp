// SPDX-License-Identifier: Apache-2.0
// The whole of a node elsewhere: in a backup, and on the other database.
#include <atomic>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>

#include "base/descriptor.hpp"
#include "desks/activities/kinds.hpp"
#include "desks/arrangements/kinds.hpp"
#include "desks/coverage/kinds.hpp"
#include "desks/directory/user.hpp"
#include "journal_node.hpp"
#include "store/backup_file.hpp"
#include "store/data_keys.hpp"
#include "store/journal_block.hpp"
#include "store/migrations.hpp"
#include "store/restored_files.hpp"
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
        add_account();
        backup_ = location_->get().folder / "node.backup";
    }
    // An account with all that it may prove itself by, and what is known of a request.
    void add_account() {
        const auto work = [&](Transaction& transaction) -> Result<void> {
            directory::User user;
            user.name = "ana";
            user.partner = {transaction.all<Partner>().front().envelope.id};
            user.password_hash = "hash";
            TENPOINT_TRY(added, transaction.insert(user, {}));
            const auto& id = added.envelope.id;
            const auto now = clock_.now();
            const Instant later{now.milliseconds + 3'600'000};
            auto credentials = transaction.credentials();
            credentials.keep({"sign-in", id, later, now, "A browser"}, now);
            credentials.keep(ApiToken{transaction.next_id(), id, "script", TokenScope::read,
                                      "token", now, later, now});
            credentials.keep(SecondFactor{id, "abcd", true, 7});
            credentials.keep_recovery_codes(id, {"one", "two"});
            return {};
        };
        store_->write(admin_, work).value();
        location_->session()->execute(
            "insert into requests (request, content, record, at) values ('r', 'c', null, ?)",
            {to_text(clock_.now())});
    }
    Result<Verification> back_up_to(const fs::path& file) {
        const Descriptor opened(
            ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        return store_->back_up(opened.number());
    }
    Verification back_up() { return back_up_to(backup_).value(); }
    Result<Verification> restore_to(const Location& location, const RestoreOptions& options = {}) {
        return restore(backup_, location, options, kinds_, clock_, randomness_);
    }
    std::unique_ptr<Store> opened(const TestLocation& location) {
        return Store::open(location.get(), kinds_, clock_, randomness_).value();
    }
    static std::vector<std::string> files_in(const fs::path& folder, std::string_view end) {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder))
            if (const auto name = entry.path().filename().string(); name.ends_with(end))
                names.push_back(name);
        return names;
    }
    // All that a node keeps: every column of every row, in an order that no database decides.
    std::multiset<std::string> content(const TestLocation& location, bool with_keys = true) {
        std::map<std::string, std::vector<std::string>> tables;
        for (const auto& column : transferred_columns(kinds_)) {
            const auto dot = column.find('.');
            if (!with_keys && column.ends_with(".wrapped")) continue;
            tables[column.substr(0, dot)].push_back(column.substr(dot + 1));
        }
        const auto session = location.session();
        std::multiset<std::string> all;
        for (const auto& [table, columns] : tables) {
            std::string names;
            std::vector<ColumnType> types;
            for (const auto& column : columns) {
                names += (names.empty() ? "\"" : ", \"") + column + '"';
                const bool is_bytes = column == "entries" || column == "data";
                types.push_back(is_bytes ? ColumnType::bytes : ColumnType::text);
            }
            session->query("select " + names + " from " + table, {}, types, [&](Row& row) {
                std::string line = table;
                for (const auto& cell : row) {
                    line += '|';
                    if (const auto* bytes = std::get_if<Bytes>(&cell)) line += to_hex(bytes->data);
                    if (const auto* words = std::get_if<std::string>(&cell)) line += *words;
                    if (is_null(cell)) line += "(null)";
                }
                all.insert(line);
            });
        }
        return all;
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
    ASSERT_FALSE(back_up().flaw);
    const auto before = content(*location_);
    for (const std::string table :
         {"sign_ins|", "api_tokens|", "second_factors|", "recovery_codes|", "requests|", "users|",
          "link|", "journal_signers|", "file_chunks|"})
        EXPECT_TRUE(before.lower_bound(table)->starts_with(table)) << table;
    add_partner("Later");
    const TestLocation other(TestDatabase::sqlite, location_->get().node_key());
    const auto restored = restore_to(other.get()).value();
    EXPECT_FALSE(restored.flaw);
    EXPECT_EQ(restored.records, 8);
    EXPECT_EQ(content(other), before);
    const auto there = opened(other);
    EXPECT_FALSE(there->verify({}).value().flaw);
    add_partner(*there, "After");
    EXPECT_FALSE(there->verify({}).value().flaw) << "another key goes on";
}

TEST_P(Copies, ABackupIsOfOneMomentWhileOthersWrite) {
    std::atomic<bool> done = false;
    std::thread writer([&] {
        for (int i = 0; !done; ++i) {
            const auto id = add_partner("While " + std::to_string(i));
            rename(*store_, id, "w" + std::to_string(i));
            store_->seal();
        }
    });
    for (int i = 0; i < 3; ++i) {
        EXPECT_FALSE(back_up().flaw);
        const TestLocation other(TestDatabase::sqlite, location_->get().node_key());
        EXPECT_EQ(words_of(restore_to(other.get()).value()), "");
    }
    done = true;
    writer.join();
    EXPECT_EQ(flaw(), "");
}

TEST_P(Copies, ABackupOpensWithOneKeyWhileTheKeyIsChanged) {
    std::atomic<bool> done = false;
    std::jthread changing([&] {
        while (!done)
            EXPECT_TRUE(store_->rekey());
    });
    const auto unpacked = location_->get().folder / "unpacked.db";
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(words_of(back_up()), "");
        unpack_backup(backup_, unpacked).value();
        const auto names = Session::open_sqlite(unpacked.string())
                               ->query(
                                   "select substr(wrapped, 1, 16) from data_keys union "
                                   "select substr(wrapped, 1, 16) from index_keys",
                                   {}, {ColumnType::text});
        EXPECT_EQ(names.size(), 1U);
    }
    done = true;
}

TEST_P(Copies, ABackupEndsAChangeOfTheKeyThatWasBrokenOff) {
    NodeKey node_key(location_->get().node_key(), randomness_);
    const auto name = node_key.begin_change().value();
    DataKeys(*location_->session(), node_key).lead_to(name);
    EXPECT_EQ(words_of(back_up()), "");
    EXPECT_FALSE(node_key.is_changing().value());
    const TestLocation other(TestDatabase::sqlite, location_->get().node_key());
    EXPECT_EQ(words_of(restore_to(other.get()).value()), "");
}

// Another node has a file of its own, and was broken off too.
TEST_P(Copies, ABackupThatNeedsTwoKeysSaysSo) {
    const auto elsewhere = location_->get().folder / "elsewhere.key";
    fs::copy_file(location_->get().node_key(), elsewhere);
    NodeKey node_key(elsewhere, randomness_);
    DataKeys(*location_->session(), node_key).lead_to(node_key.begin_change().value());
    EXPECT_EQ(words_of(back_up()), "key_changing");
}

TEST_P(Copies, ABackupHoldsNoKey) {
    back_up();
    std::ostringstream all;
    all << std::ifstream(backup_, std::ios::binary).rdbuf();
    for (const auto* name : {"signing.key", "node.key"}) {
        std::ifstream key(location_->get().folder / name);
        std::string digits;
        key >> digits;
        std::string bytes;
        ASSERT_TRUE(from_hex(digits, bytes)) << name;
        EXPECT_EQ(all.str().find(digits), std::string::npos) << name;
        EXPECT_EQ(all.str().find(bytes), std::string::npos) << name;
    }
}

TEST_P(Copies, ABackupIsRestoredWithTheKeyOfItsNodeOnly) {
    back_up();
    const TestLocation other(TestDatabase::sqlite);
    EXPECT_EQ(restore_to(other.get()).error().code, ProblemCode::node_key_missing);
    EXPECT_FALSE(fs::exists(other.get().folder / "node.key"));
    opened(other).reset();
    EXPECT_EQ(restore_to(other.get(), {{}, true}).error().code, ProblemCode::wrong_node_key);
    fs::copy_file(location_->get().node_key(), other.get().node_key(),
                  fs::copy_options::overwrite_existing);
    EXPECT_FALSE(restore_to(other.get(), {{}, true}).value().flaw);
}

TEST_P(Copies, ADamagedOrForeignBackupIsRefusedBeforeAnythingChanges) {
    back_up();
    const auto size = fs::file_size(backup_);
    const TestLocation other(TestDatabase::sqlite, location_->get().node_key());
    add_partner(*opened(other), "There");
    const auto before = content(other);
    const auto refused = [&](const std::string& why = "not_a_backup") {
        const auto restored = restore_to(other.get(), {{}, true, Flawed::taken});
        const std::vector<FieldProblem> fields{{"/file", why}};
        const bool is_refused = !restored && restored.error().fields == fields;
        return is_refused && content(other) == before &&
               !fs::exists(other.get().folder / "restoring");
    };
    for (const auto at : {std::uintmax_t{0}, std::uintmax_t{30}, std::uintmax_t{60},
                          std::uintmax_t{120}, size / 2, size - 1}) {
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
    fs::resize_file(backup_, std::uintmax_t{1} << 32);  // without the end of a line
    EXPECT_TRUE(refused());
    backup_ = location_->get().folder / "no.backup";
    EXPECT_TRUE(refused("missing_file"));
}

TEST_P(Copies, ANodeWithAFlawIsBackedUpAndRestoredOnlyByWhoMeansIt) {
    location_->session()->execute("update partners set name = 'Won' where name = 'One'");
    const auto found = back_up();
    ASSERT_TRUE(found.flaw);
    EXPECT_EQ(found.flaw->code, FlawCode::record_altered);
    std::ifstream in(backup_);
    std::string label;
    std::getline(in, label);
    std::getline(in, label);
    EXPECT_NE(label.find("record_altered"), std::string::npos);

    const TestLocation other(TestDatabase::sqlite, location_->get().node_key());
    EXPECT_TRUE(restore_to(other.get()).value().flaw);
    EXPECT_FALSE(fs::exists(other.get().folder / "tenpoint.db"));
    EXPECT_TRUE(restore_to(other.get(), {{}, false, Flawed::taken}).value().flaw);
    EXPECT_EQ(content(other), content(*location_));
    EXPECT_TRUE(opened(other)->verify({}).value().flaw) << "it goes on to be told";
}

TEST_P(Copies, WhatARestoredBackupReplacesIsKeptBesideIt) {
    back_up();
    const TestLocation other(TestDatabase::sqlite, location_->get().node_key());
    add_partner(*opened(other), "There");
    const auto& folder = other.get().folder;
    const auto key = SigningKey::open(folder, randomness_).value().public_key();
    EXPECT_FALSE(restore_to(other.get(), {{}, true}).value().flaw);
    const auto kept = files_in(folder, "-before-restore.db");
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(files_in(folder, "-before-restore.head").size(), 1U);
    EXPECT_EQ(text(Session::open_sqlite((folder / kept[0]).string())
                       ->query("select name from partners", {}, {ColumnType::text})[0][0]),
              "There");
    EXPECT_EQ(SigningKey::open(folder, randomness_).value().public_key(), key);
}

TEST_P(Copies, ADatabaseThatIsDamagedBeyondReadingIsRestored) {
    back_up();
    const TestLocation other(TestDatabase::sqlite, location_->get().node_key());
    const auto& folder = other.get().folder;
    std::ofstream(folder / "tenpoint.db") << std::string(100'000, 'x');
    std::ofstream(folder / "tenpoint.db-wal") << "the last commits";
    EXPECT_EQ(words_of(restore_to(other.get()).value()), "");
    EXPECT_FALSE(opened(other)->verify({}).value().flaw);
    const auto kept = files_in(folder, "-before-restore.db-wal");
    ASSERT_EQ(kept.size(), 1U);
    std::string words;
    std::getline(std::ifstream(folder / kept[0]), words);
    EXPECT_EQ(words, "the last commits");
}

TEST_P(Copies, ARestoreThatIsBrokenOffAnywhereIsFinishedAtTheNextStart) {
    back_up();
    const auto before = content(*location_);
    for (int steps = 0; steps < 9; ++steps) {
        const TestLocation other(TestDatabase::sqlite, location_->get().node_key());
        const auto& folder = other.get().folder;
        {
            const auto there = opened(other);
            for (int i = 0; i < 3; ++i) {
                add_partner(*there, "There " + std::to_string(i));
                there->seal();  // so that its head is later than that of the backup
            }
        }
        fs::create_directory(folder / "restoring");
        const auto label = unpack_backup(backup_, folder / "restoring/tenpoint.db").value();
        write_known_head(folder / "restoring", label.head);
        decide_for_restored(folder / "restoring", folder, clock_.now());
        EXPECT_TRUE(has_node(other.get()).value());
        struct Crash {};
        int left = steps;
        const auto crash_in_time = [&] {
            if (left-- == 0) throw Crash{};
        };
        EXPECT_THROW(place_restored(folder, crash_in_time), Crash) << steps;
        EXPECT_EQ(words_of(opened(other)->verify({}).value()), "") << steps;
        EXPECT_EQ(content(other), before) << steps;
        EXPECT_EQ(files_in(folder, "-before-restore.db").size(), 1U) << steps;
    }
}

TEST_P(Copies, ABackupTakesThePlaceOnlyOfTheSameNodesPast) {
    const std::vector<FieldProblem> of_another{{"/file", "of_another_node"}};
    back_up();
    const TestLocation stranger(TestDatabase::sqlite, location_->get().node_key());
    add_partner(*opened(stranger), "There");
    EXPECT_EQ(restore_to(stranger.get()).error().fields, of_another);

    // A copy of the node, whose past has gone on elsewhere.
    const TestLocation heir(TestDatabase::sqlite, location_->get().node_key());
    restore_to(heir.get()).value();
    for (int i = 0; i < 3; ++i) {
        const auto there = opened(heir);
        add_partner(*there, "There " + std::to_string(i));
    }
    EXPECT_FALSE(restore_to(heir.get()).value().flaw) << "an older backup of what it has";
    add_partner(*opened(heir), "Another past");
    add_partner("One past");
    back_up();
    EXPECT_EQ(restore_to(heir.get()).error().fields, of_another);
    EXPECT_FALSE(restore_to(heir.get(), {{}, true}).value().flaw);
}

TEST_P(Copies, ABackupThatSomebodyElseMadeUpIsKnownByItsSignature) {
    back_up();
    const TestLocation other(TestDatabase::sqlite, location_->get().node_key());
    restore_to(other.get()).value();
    const auto forged = location_->get().folder / "forged";
    const auto label = unpack_backup(backup_, forged).value();
    const TestLocation forger(TestDatabase::sqlite, location_->get().node_key());
    const auto key = SigningKey::open(forger.get().folder, randomness_).value();
    const Descriptor file(::open(backup_.c_str(), O_WRONLY | O_TRUNC));
    pack_backup(forged, label, key, file.number());
    EXPECT_EQ(restore_to(other.get()).error().fields,
              (std::vector<FieldProblem>{{"/file", "of_another_node"}}));
}

TEST_P(Copies, ABackupIsHeldAgainstAHeadThatWasKept) {
    store_->seal();
    const auto kept = read_known_head(location_->get().folder).value();
    back_up();
    const TestLocation other(TestDatabase::sqlite, location_->get().node_key());
    auto another = kept;
    another.head[0] = another.head[0] == 'a' ? 'b' : 'a';
    EXPECT_TRUE(restore_to(other.get(), {another}).value().flaw);
    auto later = kept;
    ++later.number;
    EXPECT_TRUE(restore_to(other.get(), {later}).value().flaw);
    EXPECT_FALSE(fs::exists(other.get().folder / "tenpoint.db"));
    EXPECT_FALSE(restore_to(other.get(), {kept}).value().flaw);
}

TEST_P(Copies, ABackupIsNotRestoredUnderARunningNode) {
    back_up();
    EXPECT_EQ(restore_to(location_->get()).error().code, ProblemCode::folder_in_use);
}

TEST_P(Copies, ANodeGoesToTheOtherDatabaseAndBack) {
    if (!test_server()) GTEST_SKIP() << "TENPOINT_TEST_POSTGRESQL names no server";
    const bool is_sqlite = GetParam() == TestDatabase::sqlite;
    const TestLocation there(is_sqlite ? TestDatabase::postgresql : TestDatabase::sqlite);
    const TestLocation back(GetParam());
    const auto moved = opened(there);
    EXPECT_FALSE(store_->copy_to(*moved).value().flaw);
    EXPECT_EQ(content(there, false), content(*location_, false));
    EXPECT_NE(content(there), content(*location_)) << "each has a key of its own";
    add_partner(*moved, "On the way");
    const auto again = opened(back);
    EXPECT_FALSE(moved->copy_to(*again).value().flaw);
    EXPECT_EQ(content(back, false), content(there, false));
    add_partner(*again, "Back");
    EXPECT_FALSE(again->verify({}).value().flaw);
}

TEST_P(Copies, ANodeIsNotCopiedOverAnother) {
    const TestLocation other(TestDatabase::sqlite, location_->get().node_key());
    const auto there = opened(other);
    add_partner(*there, "There");
    const auto copied = store_->copy_to(*there);
    ASSERT_FALSE(copied);
    EXPECT_EQ(copied.error().fields, (std::vector<FieldProblem>{{"/to", "not_empty"}}));
}

TEST_P(Copies, ANodeWithAFlawIsNotCopied) {
    location_->session()->execute("update partners set name = 'Won' where name = 'One'");
    const TestLocation other(GetParam(), location_->get().node_key());
    const auto there = opened(other);
    EXPECT_TRUE(store_->copy_to(*there).value().flaw);
    EXPECT_EQ(number(other.session()->query("select count(*) from journal", {},
                                            {ColumnType::integer})[0][0]),
              0);
    EXPECT_TRUE(store_->copy_to(*there, Flawed::taken).value().flaw);
    EXPECT_EQ(content(other), content(*location_));
}

TEST_P(Copies, ABackupGoesToEitherDatabase) {
    if (!test_server()) GTEST_SKIP() << "TENPOINT_TEST_POSTGRESQL names no server";
    back_up();
    const TestLocation other(TestDatabase::postgresql, location_->get().node_key());
    EXPECT_FALSE(restore_to(other.get()).value().flaw);
    EXPECT_EQ(content(other), content(*location_));
    EXPECT_EQ(restore_to(other.get()).error().fields,
              (std::vector<FieldProblem>{{"/to", "not_empty"}}));
}

TEST_P(Copies, OnlyAFolderWithANodeHasOne) {
    const auto& location = location_->get();
    EXPECT_EQ(has_node(location).error().code, ProblemCode::folder_in_use);
    store_.reset();
    EXPECT_TRUE(has_node(location).value());
    const fs::path empty = location.folder / "empty";
    for (const auto& folder : {empty, location.folder / "nowhere"}) {
        EXPECT_FALSE(has_node({folder, location.database}).value());
        EXPECT_FALSE(fs::exists(folder));
        fs::create_directory(empty);
        EXPECT_FALSE(has_node({empty, location.database}).value());
        EXPECT_TRUE(fs::is_empty(empty));
        fs::remove(empty);
    }
}

// A table that a migration brings is forgotten by nobody.
TEST(Transfers, CopyEveryColumnOfEveryTable) {
    std::vector<const record::KindInfo*> kinds;
    for (const auto* kind : directory::kinds())
        kinds.push_back(kind);
    for (const auto* kind : arrangements::kinds())
        kinds.push_back(kind);
    for (const auto* kind : movements::kinds())
        kinds.push_back(kind);
    for (const auto* kind : activities::kinds())
        kinds.push_back(kind);
    for (const auto* kind : coverage::kinds())
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
