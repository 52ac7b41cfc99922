// SPDX-License-Identifier: Apache-2.0
// What was adopted stays readable, whatever becomes of it.
#include "desks/arrangements/adoption.hpp"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include "node.hpp"

namespace tenpoint::arrangements {
namespace {

class Adoption : public TaskForce {
  protected:
    Result<record::Record<Arrangement>> adopt(const char* on, const access::Principal& principal,
                                              std::optional<std::int64_t> seen = {}) {
        return store().write(principal, [&](store::Transaction& transaction) {
            return adopt_actions(transaction, force_, day_from_text(on).value(), seen);
        });
    }
    boost::json::object adopted(const std::string& title, const Id& arrangement) {
        return action(title, arrangement).value.adopted.value;
    }
    void rewrite(const char* text) {
        auto changed = action("Register", force_);
        changed.value.description.en = text;
        write([&](store::Transaction& transaction) { return transaction.update(changed); });
    }
};

TEST_P(Adoption, KeepsTheTextOfAllActionsAlsoInGroups) {
    ASSERT_TRUE(adopt("2007-03-01", admin_));
    EXPECT_EQ(boost::json::serialize(adopted("Register", force_)),
              R"({"on":"2007-03-01","title":{"en":"Register"},"description":{"en":"In full"},)"
              R"("begins":null,"due":"2008-06","indicator":"persons","baseline":null,)"
              R"("target":1000})");
    EXPECT_EQ(adopted("Inform", group_).at("on"), "2007-03-01");
    EXPECT_TRUE(adopted("Build", force_).empty());  // dropped
}

TEST_P(Adoption, OutlivesLaterEditsUntilTheNextOne) {
    ASSERT_TRUE(adopt("2007-03-01", admin_));
    rewrite("More modest");
    EXPECT_EQ(adopted("Register", force_).at("description").at("en"), "In full");
    ASSERT_TRUE(adopt("2008-03-01", admin_));
    EXPECT_EQ(adopted("Register", force_).at("description").at("en"), "More modest");
    const auto history = store().read(admin_, [&](const store::Snapshot& snapshot) {
        return snapshot.history(record::kind_info<Action>(),
                                action("Register", force_).envelope.id);
    });
    std::vector<std::string> verbs;
    for (const auto& entry : history.value())
        verbs.push_back(entry.verb);
    EXPECT_EQ(verbs, (std::vector<std::string>{"create", "adopt", "change", "adopt"}));
}

TEST_P(Adoption, IsOfTodayOrBeforeAndAfterTheLastOne) {
    const auto refused = [&](Day on) {
        const auto adopted = adopt(to_text(on).c_str(), admin_);
        return adopted ? std::vector<FieldProblem>{} : adopted.error().fields;
    };
    const auto today = day_of(clock_.now());
    EXPECT_EQ(refused(today + std::chrono::days{2}),
              (std::vector<FieldProblem>{{"/on", "in_the_future"}}));
    EXPECT_EQ(refused(today), std::vector<FieldProblem>{});
    EXPECT_EQ(refused(today - std::chrono::days{1}),
              (std::vector<FieldProblem>{{"/on", "before_last_adoption", {to_text(today)}}}));
    EXPECT_EQ(adopted("Register", force_).at("on"), boost::json::value(to_text(today)));
    EXPECT_EQ(refused(today), std::vector<FieldProblem>{});
}

TEST_P(Adoption, CannotBeWrittenByHand) {
    const auto& kind = record::kind_info<Action>();
    const auto row = record::to_row(action("Register", force_).value);
    const auto changed = kind.read({{"adopted", {{"on", "2007-03-01"}}}}, &row);
    EXPECT_EQ(changed.error().fields, (std::vector<FieldProblem>{{"/adopted", "read_only"}}));
}

// Whoever is measured by the text does not say alone what was agreed, though the actions are its
// own.
TEST_P(Adoption, IsNotForTheOwnerOfTheActionsAlone) {
    using enum access::Role;
    for (const auto role : {information_officer, contributor})
        for (const auto seen : {1, 2})  // whatever version was looked at
            EXPECT_EQ(adopt("2007-03-01", user(role, agency_), seen).error().code,
                      ProblemCode::forbidden);
    EXPECT_TRUE(adopted("Register", force_).empty());
    EXPECT_EQ(adopt("2007-03-01", user(coordinator, authority_), 2).error().code,
              ProblemCode::precondition_failed);
    EXPECT_TRUE(adopt("2007-03-01", user(coordinator, authority_)));
}

TEST_P(Adoption, IsOfAllActionsOrOfNone) {
    write([&](store::Transaction& transaction) {
        return add_action(transaction, group_, "Hide", ActionStatus::planned, {},
                          record::Visibility::confidential);
    });
    const auto coordinator = user(access::Role::coordinator, authority_);
    EXPECT_EQ(adopt("2007-03-01", coordinator).error().code, ProblemCode::forbidden);
    EXPECT_TRUE(adopted("Register", force_).empty());
    EXPECT_TRUE(adopt("2007-03-01", user(access::Role::coordinator, agency_)));
    EXPECT_FALSE(adopted("Hide", group_).empty());
}

INSTANTIATE_TEST_SUITE_P(On, Adoption, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::arrangements
