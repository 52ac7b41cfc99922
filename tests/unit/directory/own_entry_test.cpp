// SPDX-License-Identifier: Apache-2.0
// A contact confirms or mends its own entry by a link, without an account.
#include "desks/directory/own_entry.hpp"

#include <algorithm>
#include <chrono>

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include "base/hash.hpp"
#include "partners_node.hpp"

namespace tenpoint::directory {
namespace {

using access::Role;
using std::chrono::hours;

constexpr auto month = hours{24 * link_days};

class OwnEntryLink : public TwicePartner {
  protected:
    void SetUp() override {
        TwicePartner::SetUp();
        if (!location_) return;
        Contact made;
        made.partner = {other_};
        made.name = "Somebody";
        made.email = "somebody@example.org";
        made.confirmed = day_from_text("2020-02-29");
        contact_ = add(made, {other_});
    }
    std::int64_t version() { return get<Contact>(contact_).envelope.version; }
    Result<EntryLink> try_to_make(const access::Principal& principal) {
        return try_to_make(principal, version());
    }
    Result<EntryLink> try_to_make(const access::Principal& principal, std::int64_t seen) {
        return store_->write(principal, [&](store::Transaction& transaction) {
            return make_link(transaction, randomness_, contact_, seen);
        });
    }
    std::string make() { return try_to_make(admin_).value().token; }
    // "opens", or the word of the refusal.
    std::string opened(const std::string& token) {
        const auto found = store_->read({}, [&](const store::Snapshot& snapshot) {
            return linked_entry(snapshot, token, clock_.now());
        });
        return found ? "opens" : std::string{to_word(found.error().code)};
    }
    std::string confirm(const std::string& token, const OwnEntry& entry) {
        return confirm(token, entry, version());
    }
    std::string confirm(const std::string& token, const OwnEntry& entry, std::int64_t seen) {
        access::Principal nobody;
        nobody.name = "contact";
        const auto done = store_->write(nobody, [&](store::Transaction& transaction) {
            return confirm_own_entry(transaction, token, seen, entry);
        });
        return done ? "done" : std::string{to_word(done.error().code)};
    }
    static OwnEntry mended() {
        OwnEntry entry;
        entry.name = "Somebody Else";
        entry.email = "else@example.org";
        entry.themes = {Theme::referral};
        return entry;
    }
    Contact entry() { return get<Contact>(contact_).value; }

    Id contact_;
};

TEST_P(OwnEntryLink, ConfirmsAndMendsTheEntryOnce) {
    const auto token = make();
    EXPECT_EQ(opened(token), "opens");
    EXPECT_EQ(opened(token), "opens");  // to look at it does not use it up
    EXPECT_EQ(confirm(token, mended()), "done");
    EXPECT_EQ(entry().name, "Somebody Else");
    EXPECT_EQ(entry().email, "else@example.org");
    EXPECT_EQ(entry().themes, std::vector{Theme::referral});
    EXPECT_EQ(entry().confirmed, day_of(clock_.now()));
    EXPECT_EQ(entry().link_used, clock_.now());
    EXPECT_EQ(opened(token), "not_found");
    EXPECT_EQ(confirm(token, mended()), "not_found");
    EXPECT_TRUE(is_sound());
}

TEST_P(OwnEntryLink, IsInTheHistoryAsTheContactsOwnDoingAndWithoutItsToken) {
    const auto token = make();
    EXPECT_EQ(confirm(token, mended()), "done");
    const auto entries = history<Contact>(contact_);
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[1].verb, "make_link");
    EXPECT_EQ(entries[1].principal, "admin");
    EXPECT_EQ(entries[2].verb, "confirm_own_entry");
    EXPECT_EQ(entries[2].principal, "contact");
    for (const auto& entry : entries) {
        const auto told = boost::json::serialize(entry.change);
        EXPECT_EQ(told.find(token), std::string::npos) << told;
        EXPECT_EQ(told.find(hash_of(token)), std::string::npos) << told;
    }
}

TEST_P(OwnEntryLink, EndsAfterAMonthAndWhereANewerOneIsMade) {
    const auto first = make();
    const auto second = make();
    EXPECT_EQ(opened(first), "not_found");
    EXPECT_EQ(opened(second), "opens");
    clock_.pass(month);
    EXPECT_EQ(opened(second), "opens");
    clock_.pass(std::chrono::milliseconds{1});
    EXPECT_EQ(opened(second), "not_found");
    EXPECT_EQ(confirm(second, mended()), "not_found");
    EXPECT_EQ(entry().name, "Somebody");
}

TEST_P(OwnEntryLink, OpensNothingForATokenThatIsMadeUp) {
    make();
    for (const auto& token : {std::string{}, std::string(64, '0'), hash_of("token")})
        EXPECT_EQ(opened(token), "not_found") << token;
}

TEST_P(OwnEntryLink, IsNotMadeForWhoTheEntryWasOfBeforeItWasRenamed) {
    const auto seen = version();
    auto renamed = get<Contact>(contact_);
    renamed.value.name = "A successor";
    write([&](store::Transaction& transaction) { return transaction.update(renamed); });
    EXPECT_EQ(try_to_make(admin_, seen).error().code, ProblemCode::precondition_failed);
    EXPECT_TRUE(try_to_make(admin_, version()).has_value());
}

TEST_P(OwnEntryLink, DoesNotTakeOverAFormFilledInBeforeTheEntryWasChanged) {
    const auto token = make();
    const auto seen = version();
    auto marked = get<Contact>(contact_);
    marked.value.focal_point = true;
    write([&](store::Transaction& transaction) { return transaction.update(marked); });
    EXPECT_EQ(confirm(token, mended(), seen), "precondition_failed");
    EXPECT_EQ(entry().name, "Somebody");
    EXPECT_EQ(confirm(token, mended(), version()), "done");
}

TEST_P(OwnEntryLink, EndsWithAMergeThatGivesTheContactToAnotherPartner) {
    auto moved = get<Contact>(contact_);
    moved.value.partner = {doubled_};
    write([&](store::Transaction& transaction) { return transaction.update(moved); });
    const auto token = make();
    merge();
    EXPECT_EQ(entry().partner.id, into_);
    EXPECT_EQ(opened(token), "not_found");
}

TEST_P(OwnEntryLink, IsMadeByWhoMayChangeTheContactAlone) {
    EXPECT_TRUE(try_to_make(user(Role::contributor, other_)).has_value());
    EXPECT_TRUE(try_to_make(user(Role::coordinator, into_)).has_value());
    for (const auto& principal : {user(Role::reader, other_), user(Role::contributor, into_)})
        EXPECT_EQ(try_to_make(principal).error().code, ProblemCode::forbidden);
}

TEST_P(OwnEntryLink, LetsTheContactSayThatItHasLeftAndIsThenAskedNoMore) {
    auto entry = mended();
    entry.left = true;
    EXPECT_EQ(confirm(make(), entry), "done");
    EXPECT_TRUE(this->entry().left);
    EXPECT_EQ(try_to_make(admin_).error().code, ProblemCode::invalid_fields);
}

TEST_P(OwnEntryLink, RefusesWhatTheKindRefusesAndStaysGood) {
    const auto token = make();
    OwnEntry nobody;  // neither a name nor a position
    EXPECT_EQ(confirm(token, nobody), "invalid_fields");
    EXPECT_EQ(opened(token), "opens");
}

TEST_P(OwnEntryLink, EndsWithTheErasureOfThePerson) {
    const auto token = make();
    const auto found = get<Contact>(contact_);
    write([&](store::Transaction& transaction) {
        return transaction.erase(record::kind_info<Contact>(), contact_, found.envelope.version);
    });
    EXPECT_EQ(opened(token), "not_found");
    EXPECT_TRUE(is_sound());
}

TEST_P(OwnEntryLink, IsDueWhereNobodyHasConfirmedTheEntryForAYear) {
    const auto due = [&] { return is_due(entry(), day_of(clock_.now())); };
    EXPECT_TRUE(due());
    EXPECT_EQ(confirm(make(), mended()), "done");
    EXPECT_FALSE(due());
    clock_.pass(hours{24 * 366});
    EXPECT_TRUE(due());
}

TEST(DueContact, IsCountedToTheDay) {
    const auto is_due_on = [](const char* confirmed, const char* today, bool left = false) {
        Contact contact;
        contact.confirmed = day_from_text(confirmed);
        contact.left = left;
        return is_due(contact, *day_from_text(today));
    };
    EXPECT_FALSE(is_due_on("2023-06-30", "2024-06-30"));
    EXPECT_TRUE(is_due_on("2023-06-29", "2024-06-30"));
    EXPECT_FALSE(is_due_on("2023-02-28", "2024-02-29"));
    EXPECT_TRUE(is_due_on("2023-02-27", "2024-02-29"));
    EXPECT_TRUE(is_due_on("", "2024-06-30"));
    EXPECT_FALSE(is_due_on("", "2024-06-30", true));
}

TEST(ChangedContact, LosesItsLinkWhereItMayBeAnotherPersonNow) {
    const auto keeps_link = [](void (*change)(Contact&)) {
        Contact before;
        before.partner = {Id{"one"}};
        before.name = "Somebody";
        before.link_hash = "hash";
        auto after = before;
        change(after);
        take_back_link(before, after);
        return after.link_hash.has_value();
    };
    EXPECT_FALSE(keeps_link([](Contact& contact) { contact.partner = {Id{"other"}}; }));
    EXPECT_FALSE(keeps_link([](Contact& contact) { contact.name = "A successor"; }));
    EXPECT_FALSE(keeps_link([](Contact& contact) { contact.position = "Head"; }));
    EXPECT_FALSE(keeps_link([](Contact& contact) { contact.email = "else@example.org"; }));
    EXPECT_FALSE(keeps_link([](Contact& contact) { contact.telephone = "+100"; }));
    EXPECT_FALSE(keeps_link([](Contact& contact) { contact.left = true; }));
    EXPECT_TRUE(keeps_link([](Contact& contact) { contact.themes = {Theme::referral}; }));
    EXPECT_TRUE(keeps_link([](Contact& contact) { contact.name = "Somebody"; }));
}

INSTANTIATE_TEST_SUITE_P(On, OwnEntryLink, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::directory
