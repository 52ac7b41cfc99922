// SPDX-License-Identifier: Apache-2.0
// Requests that are made once: with an Idempotency-Key, which here is two hashes already.
#include <array>
#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "held_clock.hpp"
#include "test_database.hpp"

namespace tenpoint::store {
namespace {

using directory::Partner;

class Requests : public OnEachDatabase {
  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (location_) open();
    }
    void TearDown() override { store_.reset(); }
    void open() {
        store_.reset();
        store_ = Store::open(location_->get(), kinds_, clock_, randomness_).value();
    }
    // Makes a partner of that name; gives its id, also where it was made before.
    Result<Id> make(const RequestKey& key, const std::string& name) {
        return store_->write(admin_, [&](Transaction& transaction) -> Result<Id> {
            TENPOINT_TRY(earlier, transaction.claim(key));
            if (earlier) return *earlier;
            Partner partner;
            partner.name = name;
            partner.kind = directory::PartnerKind::ngo;
            TENPOINT_TRY(made, transaction.insert(partner, {}));
            transaction.settle(key, made.envelope.id);
            return made.envelope.id;
        });
    }
    std::int64_t kept() const {
        const auto rows =
            location_->session()->query("select count(*) from requests", {}, {ColumnType::integer});
        return number(rows.front().front());
    }
    void pass_hours(int hours) { clock_.pass(std::chrono::hours(hours)); }

    decltype(directory::kinds()) kinds_ = directory::kinds();
    HeldClock clock_;
    SystemRandomness randomness_;
    access::Principal admin_ = access::Principal::local_administrator("admin");
    std::unique_ptr<Store> store_;
};

TEST_P(Requests, AreMadeOnceAlsoAcrossARestart) {
    const auto first = make({"key", "content"}, "One").value();
    EXPECT_EQ(make({"key", "content"}, "One").value(), first);
    open();
    EXPECT_EQ(make({"key", "content"}, "One").value(), first);
    EXPECT_NE(make({"other key", "content"}, "Two").value(), first);
}

TEST_P(Requests, OfAnotherContentAreRefused) {
    make({"key", "content"}, "One").value();
    EXPECT_EQ(make({"key", "other content"}, "Two").error().code,
              ProblemCode::idempotency_key_reused);
}

TEST_P(Requests, ThatWereRefusedAreNotRemembered) {
    make({"key", "content"}, "Taken").value();
    EXPECT_EQ(make({"new key", "content"}, "Taken").error().code, ProblemCode::already_exists);
    EXPECT_TRUE(make({"new key", "other content"}, "Free"));
}

TEST_P(Requests, AreForgottenAfterADay) {
    const auto first = make({"key", "content"}, "One").value();
    pass_hours(23);
    EXPECT_EQ(make({"key", "content"}, "One").value(), first);
    pass_hours(2);
    EXPECT_NE(make({"key", "another content"}, "Two").value(), first);
    EXPECT_EQ(kept(), 1);
    pass_hours(25);
    make({"key of today", "content"}, "Three").value();
    EXPECT_EQ(kept(), 1) << "what is older is swept out";
}

TEST_P(Requests, ThatComeAtOnceAreMadeOnce) {
    for (int round = 0; round < 5; ++round) {
        const auto name = "Partner " + std::to_string(round);
        std::vector<std::string> ids(6);
        std::vector<std::jthread> callers;
        for (auto& id : ids)
            callers.emplace_back([&] { id = make({name, "content"}, name).value().text; });
        callers.clear();
        EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 1U);
    }
}

INSTANTIATE_TEST_SUITE_P(On, Requests, both_databases(), database_name);

}  // namespace
}  // namespace tenpoint::store
