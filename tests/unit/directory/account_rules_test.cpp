// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/account_rules.hpp"

#include <gtest/gtest.h>

#include "desks/directory/accounts.hpp"
#include "partners_node.hpp"

namespace tenpoint::directory {
namespace {

using Fields = std::vector<FieldProblem>;

class AccountRules : public TwicePartner {
  protected:
    static User named(const std::string& name) {
        User user;
        user.name = name;
        return user;
    }
    // An account that is there, whatever is asked of new ones.
    Id account(const std::string& name) {
        auto user = named(name);
        user.partner = {into()};
        return add(user);
    }
    Fields refusals(const User& user, const Id& id = {}) {
        return refused(
            [&](const store::Snapshot& snapshot) { return check_account(snapshot, user, id); });
    }
    Fields refusals_to_end(const Id& id) {
        return refused([&](const store::Snapshot& snapshot) { return check_end(snapshot, id); });
    }

  private:
    template <class Check>
    Fields refused(const Check& check) {
        const auto asked = store_->read(admin_, check);
        return asked ? Fields{} : asked.error().fields;
    }
};

TEST_P(AccountRules, RefuseANameThatLooksLikeAnothers) {
    account("mau_reader");
    const Fields alike{{"/name", "looks_like_another", {"mau_reader"}}};
    EXPECT_EQ(refusals(named("MAU_READER")), alike);
    EXPECT_EQ(refusals(named("m\u0430u_reader")), alike);  // a Cyrillic letter
    EXPECT_EQ(refusals(named("mau_\u200Breader")), (Fields{{"/name", "unseen_character"}}));
    EXPECT_EQ(refusals(named("mau reader")), Fields{});
}

TEST_P(AccountRules, RefuseNoAccountThatIsThere) {
    const auto first = account("mau_reader");
    const auto second = account("Mau_Reader");
    const auto third = account("adm\u200Bin");
    EXPECT_EQ(refusals(named("Mau_Reader"), second), Fields{});
    EXPECT_EQ(refusals(named("adm\u200Bin"), third), Fields{});
    EXPECT_EQ(refusals(named("Mau Reader"), first), Fields{});
}

TEST_P(AccountRules, LeaveAnAdministratorWhoCanSignIn) {
    auto user = named("first");
    user.partner = {into()};
    user.role = access::Role::administrator;
    user.password_hash = "of a password";
    const auto first = add(user);
    auto disabled = user;
    disabled.disabled = true;
    EXPECT_EQ(refusals(disabled, first), (Fields{{"/disabled", "last_administrator"}}));
    auto demoted = user;
    demoted.role = access::Role::reader;
    EXPECT_EQ(refusals(demoted, first), (Fields{{"/role", "last_administrator"}}));
    const Fields is_last{{"/role", "last_administrator"}};
    EXPECT_EQ(refusals_to_end(first), is_last);
    auto another = user;
    another.name = "without a way in";
    another.password_hash.clear();
    const auto shut_out = add(another);
    EXPECT_EQ(refusals(demoted, first), is_last);
    EXPECT_EQ(refusals_to_end(first), is_last);
    EXPECT_EQ(refusals_to_end(shut_out), Fields{});
    another.name = "allowed, but unknown to the provider";
    another.openid_allowed = true;
    add(another);
    EXPECT_EQ(refusals_to_end(first), is_last);
    another.name = "second";
    another.email = "second@example.org";
    const auto second = add(another);
    EXPECT_EQ(refusals_to_end(first), Fields{});
    EXPECT_EQ(refusals(demoted, first), Fields{});
    EXPECT_EQ(refusals(disabled, second), Fields{});
}

TEST_P(AccountRules, TakeNoPasswordOfBlanks) {
    EXPECT_FALSE(check_new_password("        "));
    EXPECT_TRUE(check_new_password("a long enough one"));
}

TEST_P(AccountRules, HoldForTheCommandLineToo) {
    const auto added = [&](const std::string& name) {
        return add_account(*store_, admin_, {name, into(), {}, {}, "a long enough one"});
    };
    EXPECT_EQ(added(" mau_reader\t").value().value.name, "mau_reader");
    EXPECT_EQ(added("Mau_Reader").error().code, ProblemCode::already_exists);
}

INSTANTIATE_TEST_SUITE_P(On, AccountRules, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::directory
