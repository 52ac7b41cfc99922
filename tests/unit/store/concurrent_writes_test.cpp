// SPDX-License-Identifier: Apache-2.0
// Many writers at once: threads of one node, and on PostgreSQL of two nodes on one database.
#include <array>
#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/movements/corridor.hpp"
#include "desks/movements/kinds.hpp"
#include "test_database.hpp"

namespace tenpoint::store {
namespace {

using directory::Partner;
using directory::Place;
using movements::Corridor;

class ConcurrentWriters : public OnEachDatabase {
  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_) return;
        for (const auto* kind : directory::kinds())
            kinds_.push_back(kind);
        for (const auto* kind : movements::kinds())
            kinds_.push_back(kind);
        nodes_.push_back(Store::open(location_->get(), kinds_, clock_, randomness_).value());
        if (GetParam() == TestDatabase::postgresql)
            nodes_.push_back(
                Store::open(location_->of_another_node(), kinds_, clock_, randomness_).value());
    }
    void TearDown() override { nodes_.clear(); }

    // Calls `act(store, number)` on so many threads at once, which take the nodes in turn.
    template <class Act>
    void at_once(int threads, Act act) {
        std::atomic<int> waiting = threads;
        std::vector<std::jthread> running;
        for (int number = 0; number < threads; ++number)
            running.emplace_back([&, number] {
                for (--waiting; waiting > 0;)
                    std::this_thread::yield();
                act(*nodes_[static_cast<std::size_t>(number) % nodes_.size()], number);
            });
    }
    record::Record<Partner> add_partner(const std::string& name) {
        return nodes_.front()
            ->write(admin_,
                    [&](Transaction& transaction) { return transaction.insert(partner(name), {}); })
            .value();
    }
    static Partner partner(const std::string& name) {
        Partner made;
        made.name = name;
        made.kind = directory::PartnerKind::ngo;
        return made;
    }
    template <class K>
    std::vector<record::Record<K>> all() {
        return nodes_.front()
            ->read(admin_,
                   [](const Snapshot& snapshot) {
                       return Result<std::vector<record::Record<K>>>{snapshot.all<K>()};
                   })
            .value();
    }

    std::vector<const record::KindInfo*> kinds_;
    SystemClock clock_;
    SystemRandomness randomness_;
    access::Principal admin_ = access::Principal::local_administrator("admin");
    std::vector<std::unique_ptr<Store>> nodes_;
};

TEST_P(ConcurrentWriters, LoseNoChange) {
    const auto id = add_partner("Counted").envelope.id;
    at_once(6, [&](Store& store, int) {
        for (int i = 0; i < 10; ++i)
            store
                .write(admin_,
                       [&](Transaction& transaction) -> Result<void> {
                           TENPOINT_TRY(record, transaction.get<Partner>(id));
                           const auto count = std::stoi(record.value.short_name.value_or("0"));
                           record.value.short_name = std::to_string(count + 1);
                           TENPOINT_CHECK(transaction.update(record));
                           return {};
                       })
                .value();
    });
    const auto found = all<Partner>().front();
    EXPECT_EQ(found.value.short_name, "60");
    EXPECT_EQ(found.envelope.version, 61);
}

TEST_P(ConcurrentWriters, MakeOneRecordOfAUniqueName) {
    std::atomic<int> made = 0;
    std::atomic<int> refused = 0;
    at_once(6, [&](Store& store, int) {
        const auto added = store.write(admin_, [&](Transaction& transaction) {
            return transaction.insert(partner("The one"), {});
        });
        if (added)
            ++made;
        else if (added.error().code == ProblemCode::already_exists)
            ++refused;
    });
    EXPECT_EQ(made, 1);
    EXPECT_EQ(refused, 5);
}

TEST_P(ConcurrentWriters, FindWhatAnotherWroteBeforeTheyWrite) {
    at_once(6, [&](Store& store, int number) {
        store
            .write(admin_,
                   [&](Transaction& transaction) -> Result<void> {
                       if (transaction.find<Partner>("short_name", "X")) return {};
                       auto made = partner("Partner " + std::to_string(number));
                       made.short_name = "X";
                       TENPOINT_CHECK(transaction.insert(made, {}));
                       return {};
                   })
            .value();
    });
    EXPECT_EQ(all<Partner>().size(), 1U);
}

// A list of references has no foreign key to hold it.
TEST_P(ConcurrentWriters, LeaveNoReferenceToWhatIsRemoved) {
    for (int round = 0; round < 20; ++round) {
        Place place;
        place.code = "SITE-" + std::to_string(round);
        place.name.en = "Site";
        place.kind = directory::PlaceKind::site;
        const auto added =
            nodes_.front()
                ->write(admin_,
                        [&](Transaction& transaction) { return transaction.insert(place, {}); })
                .value();
        std::atomic<int> passed = 0;
        at_once(2, [&](Store& store, int number) {
            const auto done = store.write(admin_, [&](Transaction& transaction) -> Result<void> {
                if (number == 0)
                    return transaction.remove(record::kind_info<Place>(), added.envelope.id, 1);
                Corridor corridor;
                corridor.code = place.code;
                corridor.name = place.name;
                corridor.places = {{added.envelope.id}};
                corridor.indicators = {movements::Indicator::crossing};
                TENPOINT_CHECK(transaction.insert(corridor, {}));
                return {};
            });
            if (done) ++passed;
        });
        EXPECT_EQ(passed, 1);
    }
}

TEST_P(ConcurrentWriters, OutliveTheirConnections) {
    if (GetParam() == TestDatabase::sqlite) GTEST_SKIP() << "there is no connection to lose";
    add_partner("Before");
    location_->cut_connections();
    EXPECT_EQ(all<Partner>().size(), 1U);
    location_->cut_connections();
    add_partner("After");
    int runs = 0;
    nodes_.front()
        ->write(admin_,
                [&](Transaction& transaction) -> Result<void> {
                    if (++runs == 1) location_->cut_connections();
                    TENPOINT_CHECK(transaction.insert(partner("In the middle"), {}));
                    return {};
                })
        .value();
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(all<Partner>().size(), 3U);
}

TEST_P(ConcurrentWriters, WaitForALostConnectionAlsoWhereTheyReadFirst) {
    if (GetParam() == TestDatabase::sqlite) GTEST_SKIP() << "there is no connection to lose";
    int runs = 0;
    const auto look = [&](const Snapshot& snapshot) -> Result<std::size_t> {
        if (++runs == 1) location_->cut_connections();
        return snapshot.all<Partner>().size();
    };
    const auto reader = nodes_.front()->read(admin_, look);
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, ProblemCode::storage_failed);
    runs = 0;
    EXPECT_TRUE(nodes_.front()->read(admin_, look, WhileGone::waits));
    EXPECT_EQ(runs, 2);
}

INSTANTIATE_TEST_SUITE_P(On, ConcurrentWriters, both_databases(), database_name);

}  // namespace
}  // namespace tenpoint::store
