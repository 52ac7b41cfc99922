// SPDX-License-Identifier: Apache-2.0
//
// Following the journal: what whoever listens to changes is told of them.
#include <algorithm>
#include <array>
#include <atomic>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/directory/user.hpp"
#include "held_clock.hpp"
#include "test_database.hpp"

namespace tenpoint::store {
namespace {

using access::Principal;
using directory::Partner;
using directory::Place;
using directory::User;
using record::Visibility;

class Changes : public OnEachDatabase {
  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_) return;
        store_ = open(location_->get());
        ours_ = add(partner("Ours"));
        theirs_ = add(partner("Theirs"));
        start_ = last();
    }

    std::unique_ptr<Store> open(const Location& location) {
        return std::move(Store::open(location, kinds_, clock_, randomness_).value());
    }

    static Partner partner(std::string name) {
        Partner made;
        made.name = std::move(name);
        return made;
    }
    static Place place(std::string code) {
        Place made;
        made.code = std::move(code);
        made.name.en = made.code;
        return made;
    }
    template <class K>
    Id add(const K& value, Draft draft = {}) {
        return write([&](Transaction& transaction) { return transaction.insert(value, draft); })
            .value()
            .envelope.id;
    }
    template <class Work>
    auto write(Work work) {
        return store_->write(admin_, work);
    }
    void remove_place(const Id& id) {
        write([&](Transaction& transaction) {
            return transaction.remove(record::kind_info<Place>(), id, 1);
        }).value();
    }
    JournalPoint last() {
        store_->seal();
        return store_
            ->read(admin_,
                   [](const Snapshot& snapshot) -> Result<JournalPoint> {
                       return snapshot.last_change();
                   })
            .value();
    }
    JournalStretch from(const Principal& who, const JournalPoint& point, int limit = 100) {
        store_->seal();
        return store_
            ->read(who,
                   [&](const Snapshot& snapshot) -> Result<JournalStretch> {
                       return snapshot.changes_from(point, limit);
                   })
            .value();
    }
    // "places create 1", in the order of the journal.
    std::vector<std::string> told(const Principal& who) {
        std::vector<std::string> lines;
        for (const auto& entry : from(who, start_).entries)
            lines.push_back(entry.kind + " " + entry.verb + " " +
                            std::to_string(entry.record_version));
        return lines;
    }
    static Principal reader_of(const Id& partner_id) {
        return {Principal::Sort::user, {}, partner_id, access::Role::reader, "reader"};
    }

    using Lines = std::vector<std::string>;

    decltype(directory::kinds()) kinds_ = directory::kinds();
    HeldClock clock_;
    SystemRandomness randomness_;
    Principal admin_ = Principal::local_administrator("admin");
    std::unique_ptr<Store> store_;
    Id ours_, theirs_;
    JournalPoint start_;
};

TEST_P(Changes, AreToldInTheirOrderToWhoeverMayRead) {
    const auto id = add(place("GAP"));
    write([&](Transaction& transaction) -> Result<void> {
        auto record = transaction.get<Place>(id).value();
        record.value.code = "GAP-2";
        TENPOINT_CHECK(transaction.update(record));
        return {};
    }).value();
    EXPECT_EQ(told(reader_of(ours_)), (Lines{"places create 1", "places change 2"}));
}

TEST_P(Changes, OfWhatMayNotBeReadAreNotTold) {
    add(place("SECRET"), {ours_, Visibility::restricted});
    User user;
    user.name = "somebody";
    user.partner = {ours_};
    add(user);
    EXPECT_EQ(told(reader_of(ours_)), Lines{"places create 1"});
    EXPECT_EQ(told(reader_of(theirs_)), Lines{});
    EXPECT_EQ(told(Principal{}), Lines{});
    EXPECT_EQ(told(admin_), (Lines{"places create 1", "users create 1"}));
}

TEST_P(Changes, OfARecordThatIsGoneAreItsRemovalAloneForWhoeverCouldReadIt) {
    const auto open = add(place("OPEN"));
    const auto restricted = add(place("SECRET"), {ours_, Visibility::restricted});
    const auto shared = add(place("SHARED"), {ours_, Visibility::restricted, {theirs_}});
    for (const auto& id : {open, restricted, shared})
        remove_place(id);
    EXPECT_EQ(told(reader_of(ours_)).size(), 3);
    EXPECT_EQ(told(reader_of(theirs_)), (Lines{"places remove 2", "places remove 2"}));
    EXPECT_EQ(told(Principal{}), Lines{});
}

TEST_P(Changes, OfARecordThatBecameRestrictedAreNotToldAnyMore) {
    const auto id = add(place("CLOSING"), {ours_, Visibility::partners});
    write([&](Transaction& transaction) {
        const auto& kind = record::kind_info<Place>();
        auto found = transaction.get(kind, id).value();
        return transaction.update(kind, id, 1, found.row, "change", {Visibility::restricted, {}});
    }).value();
    EXPECT_EQ(told(reader_of(theirs_)), Lines{});
    EXPECT_EQ(told(reader_of(ours_)).size(), 2);
}

TEST_P(Changes, AreReadOnFromAnyOfThem) {
    for (const auto* code : {"A", "B", "C", "D", "E"})
        add(place(code), {ours_, *code == 'C' ? Visibility::restricted : Visibility::partners});
    const auto reader = reader_of(theirs_);
    const auto first = from(reader, start_, 3);
    EXPECT_EQ(first.entries.size(), 2);  // the third is not this reader's
    const auto second = from(reader, first.end, 3);
    EXPECT_EQ(second.entries.size(), 2);
    EXPECT_EQ(second.end, last());
    const auto none = from(reader, second.end, 3);
    EXPECT_TRUE(none.entries.empty());
    EXPECT_EQ(none.end, second.end);
}

TEST_P(Changes, AreToldThoughTheClockWasSetBackAndTheProgramStartedAnew) {
    add(place("A"));
    const auto seen = last();
    store_.reset();
    clock_.pass(std::chrono::hours(-24));
    store_ = open(location_->get());
    const auto later = add(place("B"));
    const auto changes = from(admin_, seen);
    ASSERT_EQ(changes.entries.size(), 1);
    EXPECT_EQ(changes.entries.front().record, later);
    EXPECT_LT(changes.entries.front().id, seen.entry);
}

// Its entry has the least id of all, and becomes visible last.
TEST_P(Changes, OfASlowWriterAreToldThoughOthersPassedIt) {
    if (GetParam() == TestDatabase::sqlite) GTEST_SKIP() << "has one writer at a time";
    std::atomic<bool> has_written = false;
    std::atomic<bool> may_end = false;
    Id slow;
    std::jthread writer([&] {
        slow = write([&](Transaction& transaction) {
                   auto made = transaction.insert(place("SLOW"), {});
                   has_written = true;
                   has_written.notify_all();
                   may_end.wait(false);
                   return made;
               })
                   .value()
                   .envelope.id;
    });
    has_written.wait(false);
    auto point = start_;
    std::vector<Id> records;
    const auto follow = [&] {
        auto changes = from(admin_, point);
        for (const auto& entry : changes.entries)
            records.push_back(entry.record);
        point = changes.end;
    };
    const auto quick = add(place("QUICK"));
    follow();
    may_end = true;
    may_end.notify_all();
    writer.join();
    follow();
    std::ranges::sort(records);
    EXPECT_EQ(records, (std::vector{slow, quick}));
}

TEST_P(Changes, WakeWhoeverWaitsForThem) {
    using namespace std::chrono_literals;
    const auto other_node = GetParam() == TestDatabase::postgresql
                                ? open(location_->of_another_node())
                                : std::unique_ptr<Store>{};
    auto& watched = other_node ? *other_node : *store_;
    // What goes on in other databases of the same PostgreSQL changes its state as well.
    auto seen = watched.state();
    if (!other_node) {
        EXPECT_EQ(watched.wait_for_change(seen, 1ms), seen);
    }
    const auto is_there = [&] {
        return watched
            .read(admin_,
                  [](const Snapshot& snapshot) -> Result<bool> {
                      return snapshot.find<Place>("code", "NEW").has_value();
                  })
            .value();
    };
    std::jthread writer([&] {
        std::this_thread::sleep_for(50ms);
        add(place("NEW"));
    });
    const auto start = std::chrono::steady_clock::now();
    const auto time = [&] { return std::chrono::steady_clock::now() - start; };
    while (!is_there() && time() < 5s) {
        const auto changed = watched.wait_for_change(seen, 10s);
        EXPECT_NE(changed, seen);
        seen = changed;
    }
    EXPECT_LT(time(), 5s);
}

// They are told only then.
TEST_P(Changes, WakeWhoeverWaitsForThemWhenTheyAreSealed) {
    using namespace std::chrono_literals;
    add(place("NEW"));
    const auto seen = store_->state();
    std::jthread sealer([&] {
        std::this_thread::sleep_for(50ms);
        store_->seal();
    });
    EXPECT_NE(store_->wait_for_change(seen, 10s), seen);
}

INSTANTIATE_TEST_SUITE_P(OnEachDatabase, Changes, both_databases(), database_name);

}  // namespace
}  // namespace tenpoint::store
