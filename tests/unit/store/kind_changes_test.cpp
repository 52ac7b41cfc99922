// SPDX-License-Identifier: Apache-2.0
//
// What readers derived from records: kept as long as none of these was written, by whomever.
#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "held_clock.hpp"
#include "test_database.hpp"

namespace tenpoint::store {
namespace {

using access::Principal;
using directory::Partner;
using directory::Place;
using record::Visibility;

using Codes = std::vector<std::string>;

Codes codes_of(const Snapshot& snapshot) {
    Codes codes;
    for (const auto& place : snapshot.all<Place>())
        codes.push_back(place.value.code);
    return codes;
}

class KindsChanged : public OnEachDatabase {
  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_) return;
        store_ = open(location_->get());
        ours_ = add(*store_, partner("Ours"));
        theirs_ = add(*store_, partner("Theirs"));
    }
    void TearDown() override { store_.reset(); }

    std::unique_ptr<Store> open(const Location& location) {
        return Store::open(location, kinds_, clock_, randomness_).value();
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
    Id add(Store& store, const K& value, const Draft& draft = {}) {
        return store
            .write(admin_,
                   [&](Transaction& transaction) { return transaction.insert(value, draft); })
            .value()
            .envelope.id;
    }
    void change(const Id& id, const Sharing& sharing) {
        store_
            ->write(admin_,
                    [&](Transaction& transaction) -> Result<void> {
                        const auto& kind = record::kind_info<Place>();
                        auto found = transaction.get(kind, id).value();
                        TENPOINT_CHECK(transaction.update(kind, id, found.envelope.version,
                                                          found.row, "change", sharing));
                        return {};
                    })
            .value();
    }
    void remove(const Id& id) {
        store_
            ->write(admin_,
                    [&](Transaction& transaction) {
                        return transaction.remove(record::kind_info<Place>(), id, 1);
                    })
            .value();
    }
    std::string state() {
        return store_
            ->read(admin_,
                   [](const Snapshot& snapshot) -> Result<std::string> {
                       const std::array kinds{&record::kind_info<Place>()};
                       return snapshot.state_of(kinds);
                   })
            .value();
    }
    using Shared = std::shared_ptr<const Codes>;
    Shared derived(const Principal& who) {
        return store_
            ->read(who,
                   [](const Snapshot& snapshot) -> Result<Shared> {
                       return snapshot.derived<Codes>(record::kind_info<Place>(), codes_of);
                   })
            .value();
    }
    static Principal reader_of(const Id& partner_id) {
        return {Principal::Sort::user, {}, partner_id, access::Role::reader, "reader"};
    }

    decltype(directory::kinds()) kinds_ = directory::kinds();
    HeldClock clock_;
    SystemRandomness randomness_;
    Principal admin_ = Principal::local_administrator("admin");
    std::unique_ptr<Store> store_;
    Id ours_, theirs_;
};

TEST_P(KindsChanged, HaveAnotherStateAfterEachWriteOfTheirsAndNoOther) {
    std::vector<std::string> seen{state()};
    const auto expect_another = [&](const char* after) {
        const auto now = state();
        EXPECT_EQ(std::ranges::count(seen, now), 0) << after;
        seen.push_back(now);
        store_->seal();
        EXPECT_EQ(state(), now) << "sealing changes nothing";
    };
    const auto first = add(*store_, place("A"), {ours_});
    expect_another("a new place");
    change(first, {Visibility::restricted, {}});
    expect_another("a change of who may read it");
    const auto second = add(*store_, place("B"));
    expect_another("a second one");
    remove(second);
    expect_another("a removal");
    clock_.pass(std::chrono::hours(-24));
    add(*store_, place("C"));
    expect_another("one in the place of another, by a clock that was set back");
    add(*store_, partner("Another"));
    EXPECT_EQ(state(), seen.back()) << "a partner is no place";
}

TEST_P(KindsChanged, AreCountedOverManyBlocks) {
    const auto start = state();
    for (int i = 0; i < 3; ++i) {
        store_
            ->write(admin_,
                    [&](Transaction& transaction) -> Result<void> {
                        for (int j = 0; j < 300; ++j)
                            TENPOINT_CHECK(transaction.insert(
                                place(std::to_string(i) + "-" + std::to_string(j)), {}));
                        return {};
                    })
            .value();
        const auto unsealed = state();
        store_->seal();
        EXPECT_EQ(state(), unsealed);
        EXPECT_EQ(state(), std::to_string(std::stoi(start) + (i + 1) * 300));
    }
}

TEST_P(KindsChanged, AreNoticedWhereAnotherNodeWroteThem) {
    if (GetParam() == TestDatabase::sqlite) GTEST_SKIP() << "is one node's alone";
    const auto other = open(location_->of_another_node());
    const auto before = state();
    const auto first = derived(admin_);
    add(*other, place("THEIRS"));
    EXPECT_NE(state(), before);
    EXPECT_EQ(derived(admin_)->size(), first->size() + 1);
}

TEST_P(KindsChanged, AreDerivedFromOnceForAllWhoReadTheSame) {
    add(*store_, place("A"));
    const auto shared = derived(admin_);
    EXPECT_EQ(*shared, Codes{"A"});
    EXPECT_EQ(derived(reader_of(ours_)), shared);
    EXPECT_EQ(derived(reader_of(theirs_)), shared);
    add(*store_, partner("Another"));
    EXPECT_EQ(derived(admin_), shared);
    EXPECT_EQ(*derived(Principal{}), Codes{}) << "the public reads none of them";

    const auto secret = add(*store_, place("SECRET"), {ours_, Visibility::restricted});
    EXPECT_EQ(*derived(admin_), (Codes{"A", "SECRET"}));
    EXPECT_EQ(*derived(reader_of(ours_)), (Codes{"A", "SECRET"}));
    EXPECT_EQ(*derived(reader_of(theirs_)), Codes{"A"});
    change(secret, {Visibility::restricted, std::vector{theirs_}});
    EXPECT_EQ(*derived(reader_of(theirs_)), (Codes{"A", "SECRET"}));
}

TEST_P(KindsChanged, AreDerivedFromAnewWithinAWriteThatMayNeverBe) {
    const auto before = derived(admin_);
    const auto refused = store_->write(admin_, [&](Transaction& transaction) -> Result<void> {
        TENPOINT_CHECK(transaction.insert(place("NEVER"), {}));
        const auto within = transaction.derived<Codes>(record::kind_info<Place>(), codes_of);
        EXPECT_EQ(*within, Codes{"NEVER"});
        return Problem{ProblemCode::forbidden, {}};
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(derived(admin_), before);
    EXPECT_EQ(*before, Codes{});
}

INSTANTIATE_TEST_SUITE_P(OnEachDatabase, KindsChanged, both_databases(), database_name);

}  // namespace
}  // namespace tenpoint::store
