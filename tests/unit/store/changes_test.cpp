// SPDX-License-Identifier: Apache-2.0
//
// Following the journal: what whoever listens to changes is told of them.
#include <array>
#include <cstdlib>
#include <thread>

#include <gtest/gtest.h>

#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/directory/user.hpp"
#include "store/store.hpp"

namespace tenpoint::store {
namespace {

using access::Principal;
using directory::Partner;
using directory::Place;
using directory::User;
using record::Visibility;

class Changes : public testing::Test {
  protected:
    Changes() {
        std::string pattern = testing::TempDir() + "/tenpoint-changes-XXXXXX";
        folder_ = ::mkdtemp(pattern.data());
        store_ = std::move(Store::open(folder_, kinds_, clock_, randomness_).value());
        ours_ = add(partner("Ours"));
        theirs_ = add(partner("Theirs"));
        start_ = last();
    }
    ~Changes() override {
        store_.reset();
        std::filesystem::remove_all(folder_);
    }

    static Partner partner(std::string name) {
        Partner made;
        made.name = std::move(name);
        return made;
    }
    static Place place(std::string code) {
        Place made;
        made.code = std::move(code);
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
    Id last() {
        return store_
            ->read(admin_,
                   [](const Snapshot& snapshot) -> Result<Id> { return snapshot.last_change(); })
            .value();
    }
    Snapshot::Changes after(const Principal& who, const Id& id, int limit = 100) {
        return store_
            ->read(who,
                   [&](const Snapshot& snapshot) -> Result<Snapshot::Changes> {
                       return snapshot.changes_after(id, limit);
                   })
            .value();
    }
    // "places create 1", in the order of the journal.
    std::vector<std::string> told(const Principal& who) {
        std::vector<std::string> lines;
        for (const auto& entry : after(who, start_).entries)
            lines.push_back(entry.kind + " " + entry.verb + " " +
                            std::to_string(entry.record_version));
        return lines;
    }
    static Principal reader_of(const Id& partner_id) {
        return {Principal::Sort::user, Id{"reader"}, partner_id, access::Role::reader, "reader"};
    }

    using Lines = std::vector<std::string>;

    std::filesystem::path folder_;
    std::array<const record::KindInfo*, 3> kinds_ = directory::kinds();
    SystemClock clock_;
    SystemRandomness randomness_;
    Principal admin_ = Principal::local_administrator("admin");
    std::unique_ptr<Store> store_;
    Id ours_, theirs_, start_;
};

TEST_F(Changes, AreToldInTheirOrderToWhoeverMayRead) {
    const auto id = add(place("GAP"));
    write([&](Transaction& transaction) -> Result<void> {
        auto record = transaction.get<Place>(id).value();
        record.value.code = "GAP-2";
        TENPOINT_CHECK(transaction.update(record));
        return {};
    }).value();
    EXPECT_EQ(told(reader_of(ours_)), (Lines{"places create 1", "places change 2"}));
}

TEST_F(Changes, OfWhatMayNotBeReadAreNotTold) {
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

TEST_F(Changes, OfARecordThatIsGoneAreItsRemovalAloneForWhoeverCouldReadIt) {
    const auto open = add(place("OPEN"));
    const auto restricted = add(place("SECRET"), {ours_, Visibility::restricted});
    remove_place(open);
    remove_place(restricted);
    EXPECT_EQ(told(reader_of(ours_)), (Lines{"places remove 2", "places remove 2"}));
    EXPECT_EQ(told(reader_of(theirs_)), Lines{"places remove 2"});
    EXPECT_EQ(told(Principal{}), Lines{});
}

TEST_F(Changes, OfARecordThatBecameRestrictedAreNotToldAnyMore) {
    const auto id = add(place("CLOSING"), {ours_, Visibility::partners});
    write([&](Transaction& transaction) {
        const auto& kind = record::kind_info<Place>();
        auto found = transaction.get(kind, id).value();
        return transaction.update(kind, id, 1, found.row, "change", Visibility::restricted);
    }).value();
    EXPECT_EQ(told(reader_of(theirs_)), Lines{});
    EXPECT_EQ(told(reader_of(ours_)).size(), 2);
}

TEST_F(Changes, AreReadOnFromAnyOfThem) {
    for (const auto* code : {"A", "B", "C", "D", "E"})
        add(place(code), {ours_, *code == 'C' ? Visibility::restricted : Visibility::partners});
    const auto reader = reader_of(theirs_);
    const auto first = after(reader, start_, 3);
    EXPECT_EQ(first.entries.size(), 2);  // the third is not this reader's
    const auto second = after(reader, first.last, 3);
    EXPECT_EQ(second.entries.size(), 2);
    EXPECT_EQ(second.last, last());
    const auto none = after(reader, second.last, 3);
    EXPECT_TRUE(none.entries.empty());
    EXPECT_EQ(none.last, second.last);
}

TEST_F(Changes, WakeWhoeverWaitsForThem) {
    using namespace std::chrono_literals;
    const auto seen = store_->changes();
    std::jthread writer([&] {
        std::this_thread::sleep_for(50ms);
        add(place("NEW"));
    });
    EXPECT_EQ(store_->wait_for_change(seen, 10s), seen + 1);
    EXPECT_EQ(store_->wait_for_change(seen, 10s), seen + 1);
    EXPECT_EQ(store_->wait_for_change(seen + 1, 1ms), seen + 1);
}

}  // namespace
}  // namespace tenpoint::store
