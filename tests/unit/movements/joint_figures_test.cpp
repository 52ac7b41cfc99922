// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/joint_figures.hpp"

#include <gtest/gtest.h>

#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/movements/kinds.hpp"
#include "desks/movements/rule.hpp"
#include "test_database.hpp"

namespace tenpoint::movements {
namespace {

// A store with a rule for one place and a general one, in the order in which they were made.
class JointFiguresOfANode : public store::OnEachDatabase {
  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_) return;
        for (const auto* kind : directory::kinds())
            kinds_.push_back(kind);
        for (const auto* kind : movements::kinds())
            kinds_.push_back(kind);
        store_ =
            std::move(store::Store::open(location_->get(), kinds_, clock_, randomness_).value());
        insert(rule(RuleMethod::lowest));
        directory::Place place;
        place.code = "PAN";
        place.name.en = "Panama";
        place.kind = directory::PlaceKind::country;
        auto of_the_place = rule(RuleMethod::median);
        of_the_place.place = record::Ref<directory::Place>{insert(place)};
        insert(of_the_place);
    }
    void TearDown() override { store_.reset(); }

    static Rule rule(RuleMethod method) {
        Rule rule;
        rule.method = method;
        rule.reason = "Agreed in a meeting.";
        return rule;
    }
    template <class K>
    Id insert(const K& value) {
        return store_
            ->write(access::Principal::local_administrator("admin"),
                    [&](store::Transaction& transaction) { return transaction.insert(value, {}); })
            .value()
            .envelope.id;
    }

    std::vector<const record::KindInfo*> kinds_;
    SystemClock clock_;
    SystemRandomness randomness_;
    std::unique_ptr<store::Store> store_;
};

TEST_P(JointFiguresOfANode, AreMadeAnewOnlyWhereSomethingTheyAreMadeFromChanged) {
    JointFigures figures(*store_);
    const auto first = figures.current().value();
    directory::Partner partner;
    partner.name = "A partner";
    insert(partner);
    EXPECT_EQ(figures.current().value(), first) << "a partner is no figure";
    auto of_deaths = rule(RuleMethod::highest);
    of_deaths.indicator = Indicator::death;
    insert(of_deaths);
    EXPECT_NE(figures.current().value(), first);
}

INSTANTIATE_TEST_SUITE_P(On, JointFiguresOfANode, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::movements
