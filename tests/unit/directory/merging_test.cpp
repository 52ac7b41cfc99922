// SPDX-License-Identifier: Apache-2.0
// A partner that was entered twice becomes one, and nothing that was said of it is lost.
#include "desks/directory/merging.hpp"

#include <gtest/gtest.h>

#include "desks/activities/partner_lookup.hpp"
#include "desks/arrangements/action.hpp"
#include "desks/arrangements/agreement.hpp"
#include "desks/arrangements/membership.hpp"
#include "desks/arrangements/review.hpp"
#include "desks/directory/contact.hpp"
#include "desks/directory/presence.hpp"
#include "desks/directory/user.hpp"
#include "desks/movements/sheet.hpp"
#include "desks/movements/source.hpp"
#include "partners_node.hpp"

namespace tenpoint::directory {
namespace {

using record::Ref;
using record::Visibility;
using Partners = std::vector<Ref<Partner>>;

class Merged : public TwicePartner {
  protected:
    Id place() {
        Place made;
        made.code = "PUNTLAND";
        made.name.en = "Puntland";
        return add(made);
    }
    Id arrangement() {
        arrangements::Arrangement made;
        made.code = "task-force";
        made.title.en = "Task force";
        return add(made);
    }
    arrangements::Membership membership(const Id& arrangement, const Id& partner) {
        arrangements::Membership made;
        made.arrangement = {arrangement};
        made.partner = {partner};
        made.role = arrangements::MemberRole::chair;
        made.since = period_from_text("2007");
        return made;
    }
    Id contact(const Id& partner) {
        Contact made;
        made.partner = {partner};
        made.name = "Somebody";
        made.email = "somebody@example.org";
        return add(made, {partner});
    }
};

TEST_P(Merged, IsNamedInAllMembersThatNamedTheDoubled) {
    const auto somewhere = place();
    const auto force = arrangement();
    Presence presence;
    presence.partner = {doubled_};
    presence.place = {somewhere};
    const auto present = add(presence, {doubled_});
    const auto reached = contact(doubled_);
    const auto member = add(membership(force, doubled_));
    arrangements::Action act;
    act.arrangement = {force};
    act.title.en = "Train";
    act.lead = Ref<Partner>{doubled_};
    act.partners = {{other_}, {doubled_}, {into_}};
    act.parts.texts = {{other_, "Pays"}, {doubled_, "Sends trainers"}, {into_, "Has the venue"}};
    act.funders = {{doubled_}};
    const auto action = add(act, {doubled_});
    arrangements::Agreement rests_on;
    rests_on.arrangement = {force};
    rests_on.title.en = "Memorandum";
    rests_on.parties = {{doubled_}, {other_}};
    const auto agreement = add(rests_on);
    arrangements::Review found;
    found.arrangement = {force};
    found.text.en = "Meet every month";
    found.author = Ref<Partner>{doubled_};
    const auto review = add(found);
    movements::Source reports;
    reports.name = "monthly";
    reports.publisher = Ref<Partner>{doubled_};
    const auto source = add(reports, {other_, Visibility::restricted, {into_, doubled_}});
    User account;
    account.name = "officer";
    account.partner = {doubled_};
    const auto user = add(account, {doubled_});

    merge();

    EXPECT_EQ(get<Presence>(present).value.partner.id, into_);
    EXPECT_EQ(get<Presence>(present).envelope.owner, into_);
    EXPECT_EQ(get<Contact>(reached).value.partner.id, into_);
    EXPECT_EQ(get<Contact>(reached).value.email, "somebody@example.org");
    EXPECT_EQ(get<arrangements::Membership>(member).value.partner.id, into_);
    EXPECT_EQ(get<arrangements::Action>(action).value.lead->id, into_);
    EXPECT_EQ(get<arrangements::Action>(action).value.partners, (Partners{{other_}}));
    EXPECT_EQ(get<arrangements::Action>(action).value.parts.texts,
              (std::map<Id, std::string>{{other_, "Pays"}}))
        << "whoever leads has no part beside";
    EXPECT_EQ(get<arrangements::Action>(action).value.funders, (Partners{{into_}}));
    EXPECT_EQ(get<arrangements::Agreement>(agreement).value.parties, (Partners{{into_}, {other_}}));
    EXPECT_EQ(get<arrangements::Review>(review).value.author->id, into_);
    EXPECT_EQ(get<movements::Source>(source).value.publisher->id, into_);
    EXPECT_EQ(get<movements::Source>(source).envelope.owner, other_);
    EXPECT_EQ(get<movements::Source>(source).envelope.shared_with, std::vector{into_});
    EXPECT_EQ(get<User>(user).value.partner.id, into_);
    EXPECT_EQ(get<User>(user).envelope.owner, into_);
    EXPECT_EQ(count<Partner>(), 2U);
    EXPECT_TRUE(is_sound());
}

TEST_P(Merged, IsSaidInTheHistoryOfEachRecord) {
    const auto reached = contact(doubled_);
    merge();
    const auto entries = history<Contact>(reached);
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[1].verb, "merge");
    EXPECT_EQ(entries[1].principal, "admin");
    EXPECT_EQ(
        boost::json::value(entries[1].change),
        (boost::json::value{{{"field", "partner"}, {"from", doubled_.text}, {"to", into_.text}},
                            {{"field", "owner"}, {"from", doubled_.text}, {"to", into_.text}}}));
    const auto own = history<Partner>(into_);
    EXPECT_EQ(own.back().verb, "merge");
    EXPECT_EQ(
        own.back().change.back(),
        (boost::json::value{{"field", "merged"}, {"from", nullptr}, {"to", "Agency (old entry)"}}));
}

TEST_P(Merged, SaysWhereTheDoubledWentAtItsEnd) {
    merge();
    store_->seal();
    const auto entries =
        store_
            ->read(admin_,
                   [](const store::Snapshot& snapshot) -> Result<std::vector<store::JournalEntry>> {
                       return snapshot.changes_from({}, 100).entries;
                   })
            .value();
    const auto end = std::ranges::find(entries, "remove", &store::JournalEntry::verb);
    ASSERT_NE(end, entries.end());
    EXPECT_EQ(end->record, doubled_);
    EXPECT_EQ(
        end->change.back(),
        (boost::json::value{{"field", "merged_into"}, {"from", nullptr}, {"to", into_.text}}));
}

TEST_P(Merged, IsToldOfUnderTheOldIdToWhoeverMayReadTheOther) {
    merge();
    const auto told = [&](const access::Principal& principal) {
        return store_->read(principal, [&](const store::Snapshot& snapshot) {
            return snapshot.history(record::kind_info<Partner>(), doubled_);
        });
    };
    EXPECT_EQ(told(admin_).value().back().verb, "remove");
    EXPECT_TRUE(told(user(access::Role::reader, other_)));
    const auto is = get<Partner>(into_);
    write([&](store::Transaction& transaction) {
        return transaction.update(record::kind_info<Partner>(), into_, is.envelope.version,
                                  record::to_row(is.value), "share",
                                  {Visibility::confidential, {}, into_});
    });
    EXPECT_FALSE(told(user(access::Role::reader, other_)));
}

TEST_P(Merged, IsFoundInPartnersFilesByTheNameOfTheDoubled) {
    const auto found = [&](const char* name) {
        return store_
            ->read(admin_,
                   [&](const store::Snapshot& snapshot) -> Result<std::optional<Id>> {
                       return activities::all_partners(snapshot).find(name);
                   })
            .value();
    };
    merge();
    EXPECT_EQ(found("AGENCY (Old entry)"), into_);
    const auto again = partner("Agency old entry");
    EXPECT_EQ(found("AGENCY (Old entry)"), again) << "who is called so today";
}

TEST_P(Merged, LeadsAnActionAndIsNotOneOfItsPartnersBeside) {
    arrangements::Action act;
    act.arrangement = {arrangement()};
    act.title.en = "Train";
    act.lead = Ref<Partner>{doubled_};
    act.partners = {{into_}, {other_}};
    const auto action = add(act, {other_});
    merge();
    EXPECT_EQ(get<arrangements::Action>(action).value.lead->id, into_);
    EXPECT_EQ(get<arrangements::Action>(action).value.partners, (Partners{{other_}}));
}

TEST_P(Merged, TakesOverWhatItDoesNotSayItself) {
    change(doubled_, [](Partner& partner, const TwicePartner&) {
        partner.short_name = "OLD";
        partner.country = "PAN";
        partner.website = "https://old.example.org";
        partner.names = {"The agency", "L’agence", "", ""};
        partner.mandate = "To protect";
        partner.mandates = {Theme::referral, Theme::health};
        partner.languages = {SpokenLanguage::es};
    });
    change(into_, [](Partner& partner, const TwicePartner&) {
        partner.kind = PartnerKind::other;
        partner.website = "https://example.org";
        partner.names.en = "Agency";
        partner.mandates = {Theme::shelter, Theme::referral};
    });
    const auto is = merge().value;
    EXPECT_EQ(is.name, "Agency");
    EXPECT_EQ(is.kind, PartnerKind::un_agency);
    EXPECT_EQ(is.short_name, "OLD");
    EXPECT_EQ(is.country, "PAN");
    EXPECT_EQ(is.website, "https://example.org");
    EXPECT_EQ(is.names.en, "Agency");
    EXPECT_EQ(is.names.fr, "L’agence");
    EXPECT_EQ(is.mandate, "To protect");
    EXPECT_EQ(is.mandates, (std::vector{Theme::shelter, Theme::referral, Theme::health}));
    EXPECT_EQ(is.languages, std::vector{SpokenLanguage::es});
}

TEST_P(Merged, IsNoPartOfItself) {
    change(into_, [](Partner& partner, const TwicePartner& node) {
        partner.parent = Ref<Partner>{node.doubled()};
        partner.members = {{node.doubled()}};
    });
    change(doubled_, [](Partner& partner, const TwicePartner& node) {
        partner.members = {{node.into()}, {node.other()}};
    });
    const auto is = merge().value;
    EXPECT_FALSE(is.parent);
    EXPECT_EQ(is.members, (Partners{{other_}}));
    EXPECT_TRUE(is_sound());
}

TEST_P(Merged, IsNoPartOfItsOwnParts) {
    change(other_, [](Partner& partner, const TwicePartner& node) {
        partner.parent = Ref<Partner>{node.doubled()};
    });
    change(into_, [](Partner& partner, const TwicePartner& node) {
        partner.parent = Ref<Partner>{node.other()};
    });
    EXPECT_FALSE(merge().value.parent);
    EXPECT_EQ(get<Partner>(other_).value.parent->id, into_);
}

TEST_P(Merged, HasOnceWhatBothSaidAlike) {
    const auto force = arrangement();
    auto seat = membership(force, into_);
    add(seat, {into_});
    const auto same = add(membership(force, doubled_), {doubled_});
    seat.partner = {doubled_};
    seat.since = period_from_text("2009");
    const auto later = add(seat);
    seat.since = period_from_text("2007");
    const auto hidden = add(seat, {doubled_, Visibility::confidential});
    merge();
    EXPECT_EQ(count<arrangements::Membership>(), 3U);
    EXPECT_EQ(get<arrangements::Membership>(later).value.partner.id, into_);
    EXPECT_EQ(get<arrangements::Membership>(hidden).value.partner.id, into_);
    EXPECT_FALSE(store_->read(admin_, [&](const store::Snapshot& snapshot) {
        return snapshot.get<arrangements::Membership>(same);
    }));
    EXPECT_TRUE(is_sound());
}

TEST_P(Merged, HasTheFilesOfTheDoubledAlsoThoseInRecordsOfOthers) {
    store::StagedFile staged(store_->staging_folder(), "edition.json", "application/json");
    staged.append("figures as printed");
    staged.finish();
    movements::Sheet sheet;
    sheet.place = Ref<Place>{place()};
    sheet.from = sheet.to = Day{std::chrono::year{2024} / 1 / 1};
    sheet.content = write([&](store::Transaction& transaction) -> Result<Id> {
        return transaction.keep(staged, doubled_);
    });
    const auto printed = add(sheet, {other_});
    merge();
    EXPECT_EQ(get<movements::Sheet>(printed).envelope.owner, other_);
    const auto owner = store_->read(admin_, [&](const store::Snapshot& snapshot) -> Result<Id> {
        return snapshot.file(sheet.content)->owner;
    });
    EXPECT_EQ(owner.value(), into_);
    EXPECT_TRUE(is_sound());
}

TEST_P(Merged, MayBeWhoseAccountsAreTheAdministratorsToMove) {
    using enum access::Role;
    EXPECT_EQ(outcome({}), "not_found");
    for (const auto role : {information_officer, contributor, reader})
        EXPECT_EQ(outcome(user(role, into_)), "forbidden");
    User account;
    account.name = "officer";
    account.partner = {doubled_};
    add(account);
    EXPECT_EQ(outcome(user(coordinator, into_)), "forbidden");
    EXPECT_EQ(outcome(user(administrator, other_)), "done");
}

TEST_P(Merged, GivesNobodyWhatWasNotTheirsToRead) {
    movements::Source kept;
    kept.name = "kept";
    const auto source = add(kept, {doubled_, Visibility::confidential});
    EXPECT_EQ(outcome(user(access::Role::coordinator, into_)), "forbidden");
    write([&](store::Transaction& transaction) {
        return transaction.update(record::kind_info<movements::Source>(), source, 1,
                                  record::to_row(kept), "share",
                                  {Visibility::restricted, std::vector{doubled_}, other_});
    });
    EXPECT_EQ(outcome(user(access::Role::coordinator, into_)), "forbidden");
    EXPECT_EQ(outcome(user(access::Role::coordinator, other_)), "done")
        << "its owner says who reads it";
    EXPECT_EQ(get<movements::Source>(source).envelope.shared_with, std::vector{into_});
}

TEST_P(Merged, GivesNobodyWhatWasNotTheirsToShareOrErase) {
    movements::Source open;
    open.name = "open";
    const auto source = add(open, {doubled_, Visibility::partners});
    for (const auto& partner : {into_, other_})
        EXPECT_EQ(outcome(user(access::Role::coordinator, partner)), "forbidden");
    EXPECT_EQ(get<movements::Source>(source).envelope.owner, doubled_);
    EXPECT_EQ(outcome(user(access::Role::administrator, other_)), "done");
    EXPECT_EQ(get<movements::Source>(source).envelope.owner, into_);
}

TEST_P(Merged, IsToldToNobodyWhomItsOwnerDidNotMean) {
    const auto opened = [&](const Id& partner, const store::Sharing& sharing) {
        const auto found = get<Partner>(partner);
        write([&](store::Transaction& transaction) {
            return transaction.update(record::kind_info<Partner>(), partner, found.envelope.version,
                                      record::to_row(found.value), "share", sharing);
        });
    };
    const auto guest = user(access::Role::coordinator, into_);
    opened(into_, {Visibility::everybody, {}, into_});
    opened(doubled_, {Visibility::restricted, std::vector{into_}, other_});
    EXPECT_EQ(outcome(guest), "forbidden") << "it was shown to few";
    opened(doubled_, {Visibility::partners, {}, other_});
    EXPECT_EQ(outcome(guest), "forbidden") << "the other is told to the public";
    opened(doubled_, {Visibility::restricted, std::vector{into_}, other_});
    opened(into_, {Visibility::restricted, std::vector{into_}, into_});
    EXPECT_EQ(outcome(guest), "forbidden") << "others read the other";
    opened(into_, {Visibility::partners, {}, into_});
    EXPECT_EQ(outcome(user(access::Role::coordinator, other_)), "done") << "its owner may";
}

TEST_P(Merged, LeavesNothingBehindThatTheCoordinatorDoesNotSee) {
    arrangements::Review hidden;
    hidden.arrangement = {arrangement()};
    hidden.text.en = "Meet every month";
    hidden.author = Ref<Partner>{doubled_};
    const auto review = add(hidden, {other_, Visibility::confidential});
    EXPECT_EQ(outcome(user(access::Role::coordinator, into_)), "done");
    EXPECT_EQ(get<arrangements::Review>(review).value.author->id, into_);
    EXPECT_EQ(history<arrangements::Review>(review).back().principal, "user");
}

TEST_P(Merged, IsRefusedWholeOrNotAtAll) {
    const auto reached = contact(doubled_);
    EXPECT_EQ(outcome(admin_, 2), "precondition_failed");
    const auto at_into = [&](const Id& into) {
        return store_
            ->write(admin_,
                    [&](store::Transaction& transaction) {
                        return merge_partner(transaction, doubled_, into);
                    })
            .error()
            .fields;
    };
    EXPECT_EQ(at_into(doubled_), (std::vector<FieldProblem>{{"/into", "refers_to_itself"}}));
    EXPECT_EQ(at_into(reached), (std::vector<FieldProblem>{{"/into", "unknown_reference"}}));
    write([&](store::Transaction& transaction) {
        return transaction.erase(record::kind_info<Contact>(), reached, 1);
    });
    EXPECT_EQ(outcome(admin_), "still_referenced") << "the contact does not say who was meant";
    EXPECT_EQ(get<Contact>(reached).envelope.version, 2);
    EXPECT_EQ(get<Partner>(into_).envelope.version, 1);
}

INSTANTIATE_TEST_SUITE_P(On, Merged, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::directory
