// SPDX-License-Identifier: Apache-2.0
// The next chair is handed what is open, what comes and whom to turn to.
#include "desks/arrangements/hand_over.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "desks/arrangements/adoption.hpp"
#include "desks/arrangements/agreement.hpp"
#include "desks/arrangements/document.hpp"
#include "desks/arrangements/review.hpp"
#include "desks/directory/contact.hpp"
#include "formats/document_html.hpp"
#include "formats/document_pdf.hpp"
#include "node.hpp"

namespace tenpoint::arrangements {
namespace {

using access::Role;
using record::Visibility;

class HandedOver : public TaskForce {
  protected:
    formats::Document pack(const access::Principal& principal, Language language = Language::en) {
        return store()
            .read(principal,
                  [&](const store::Snapshot& snapshot) {
                      return hand_over_pack(snapshot, {force_, language, clock_.now()});
                  })
            .value();
    }
    std::string html(const access::Principal& principal, Language language = Language::en) {
        return formats::render_html(pack(principal, language));
    }
    template <class K>
    void add(const K& value, const store::Draft& draft) {
        write([&](store::Transaction& transaction) { return transaction.insert(value, draft); });
    }
    void add_contact(const char* name, Visibility visibility, bool left = false) {
        directory::Contact contact;
        contact.partner = {authority_};
        contact.name = name;
        contact.email = "desk@example.org";
        contact.left = left;
        add(contact, {authority_, visibility});
    }
    // A partner that its own people alone may read.
    Id hidden_partner() {
        directory::Partner partner;
        partner.name = "Hidden agency";
        return write([&](store::Transaction& transaction) {
                   return transaction.insert(partner, {authority_, Visibility::confidential});
               })
            .envelope.id;
    }
    void end_memberships() {
        for (auto& member : of<Membership>(force_)) {
            member.value.until = period_from_text("2008");
            write([&](store::Transaction& transaction) { return transaction.update(member); });
        }
    }
    void add_group_member(const Id& partner) {
        Membership member;
        member.arrangement = {group_};
        member.partner = {partner};
        member.role = MemberRole::member;
        add(member, {agency_});
    }
    void make_member() {
        write([&](store::Transaction& transaction) {
            return add_member(transaction, authority_, MemberRole::secretariat, "");
        });
    }
    static bool says(const std::string& page, const std::string& words) {
        return page.find(words) != std::string::npos;
    }
};

TEST_P(HandedOver, TellsWhatIsOpenInTheArrangementAndItsGroups) {
    const auto page = html(admin_);
    for (const auto* title : {"Programme", "Register", "Inform"})
        EXPECT_TRUE(says(page, title)) << title;
    for (const auto* title : {"Train", "Build"})  // done, dropped
        EXPECT_FALSE(says(page, title)) << title;
    EXPECT_TRUE(says(page, "Group on information"));
    EXPECT_TRUE(says(page, "Protect whoever is on the move"));
}

TEST_P(HandedOver, TellsWhoHasTheChairAndWhatComesWithinAYear) {
    Agreement soon;
    soon.arrangement = {force_};
    soon.title.en = "Memorandum that ends";
    soon.expires = day_of(clock_.now()) + std::chrono::days{100};
    add(soon, {agency_});
    const auto lead = std::get<formats::Paragraph>(pack(admin_).blocks.front());
    EXPECT_TRUE(says(lead.text, "Agency")) << lead.text;
    EXPECT_TRUE(says(html(admin_), "Memorandum that ends"));
}

TEST_P(HandedOver, GivesTheContactsOfItsMembersThatTheReaderMayRead) {
    make_member();
    add_contact("Open To All", Visibility::partners);
    add_contact("Kept Back", Visibility::confidential);
    add_contact("Gone Away", Visibility::partners, true);
    const auto theirs = html(user(Role::reader, agency_));
    EXPECT_TRUE(says(theirs, "Open To All"));
    EXPECT_TRUE(says(theirs, "desk@example.org"));
    EXPECT_FALSE(says(theirs, "Kept Back"));
    EXPECT_FALSE(says(theirs, "Gone Away"));
    EXPECT_TRUE(says(html(user(Role::coordinator, authority_)), "Kept Back"));
}

TEST_P(HandedOver, SaysWhatIsLateByTheDateThatWasAdopted) {
    const auto register_ = [&](const char* due) {
        auto changed = action("Register", force_);
        changed.value.due = period_from_text(due);
        write([&](store::Transaction& transaction) { return transaction.update(changed); });
    };
    register_("2009-03");
    write([&](store::Transaction& transaction) {
        return adopt_actions(transaction, force_, Day{std::chrono::year{2008} / 1 / 1});
    });
    register_("2099-03");
    EXPECT_TRUE(says(html(admin_), "Late by the date adopted: March 2009"));
}

TEST_P(HandedOver, SaysForWhatAContactAnswers) {
    make_member();
    directory::Contact contact;
    contact.partner = {authority_};
    contact.name = "Focal Point";
    contact.position = "Head of desk";
    contact.focal_point = true;
    contact.level = directory::ContactLevel::policy;
    contact.themes = {directory::Theme::health};
    add(contact, {authority_, Visibility::partners});
    EXPECT_TRUE(says(html(admin_), "Head of desk · Focal point · Policy level · Health"));
}

TEST_P(HandedOver, NamesMembersAndContactsOfTheGroupsToo) {
    directory::Partner clinic;
    clinic.name = "Clinic";
    const auto id = write([&](store::Transaction& transaction) {
                        return transaction.insert(clinic, {});
                    }).envelope.id;
    add_group_member(id);
    directory::Contact contact;
    contact.partner = {id};
    contact.name = "Night Desk";
    add(contact, {id, Visibility::partners});
    const auto document = pack(admin_);
    EXPECT_TRUE(says(formats::render_html(document), "Night Desk"));
    std::string group;  // in the first table that has the partner, which is that of the members
    for (const auto& block : document.blocks)
        if (const auto* table = std::get_if<formats::Table>(&block))
            for (const auto& row : table->rows)
                if (row.cells.size() == 4 && row.cells[0] == formats::TableCell{"Clinic"} &&
                    group.empty())
                    group = row.note;
    EXPECT_EQ(group, "Group on information");
}

TEST_P(HandedOver, KeepsAddressesAndNumbersInTheirDirection) {
    make_member();
    directory::Contact contact;
    contact.partner = {authority_};
    contact.name = "Somebody";
    contact.email = "desk@example.org";
    contact.telephone = "+252 61 000 0000";
    add(contact, {authority_, Visibility::partners});
    const auto page = html(admin_, Language::ar);
    EXPECT_TRUE(says(page, "\u2066desk@example.org\u2069 · \u2066+252 61 000 0000\u2069")) << page;
}

TEST_P(HandedOver, SaysThatNobodyHasTheChairOnlyWhereItIsVacant) {
    end_memberships();
    EXPECT_TRUE(says(html(admin_), "Nobody has the chair."));
    const auto hidden = hidden_partner();
    write([&](store::Transaction& transaction) {
        return add_member(transaction, hidden, MemberRole::chair, "");
    });
    directory::Contact contact;
    contact.partner = {hidden};
    contact.name = "Of the hidden";
    add(contact, {authority_, Visibility::partners});
    const auto theirs = html(user(Role::coordinator, agency_));
    EXPECT_FALSE(says(theirs, "Nobody has the chair."));
    EXPECT_FALSE(says(theirs, "Hidden agency"));
    EXPECT_FALSE(says(theirs, "Of the hidden"));
    EXPECT_TRUE(says(html(admin_), "Hidden agency has the chair."));
}

TEST_P(HandedOver, LeavesOutWhatTheReaderMayNotRead) {
    Review advice;
    advice.arrangement = {force_};
    advice.finding = ReviewFinding::recommendation;
    advice.text.en = "Meet every month";
    add(advice, {authority_, Visibility::confidential});
    Document text;
    text.arrangement = {force_};
    text.title.en = "Terms of reference";
    add(text, {authority_, Visibility::confidential});
    const auto theirs = html(user(Role::coordinator, agency_));
    EXPECT_FALSE(says(theirs, "Meet every month"));
    EXPECT_FALSE(says(theirs, "Terms of reference"));
    const auto whole = html(admin_);
    EXPECT_TRUE(says(whole, "Meet every month"));
    EXPECT_TRUE(says(whole, "Terms of reference"));
}

TEST_P(HandedOver, IsPrintedInEveryLanguage) {
    for (const auto language : {Language::en, Language::fr, Language::es, Language::ar}) {
        const auto document = pack(admin_, language);
        EXPECT_TRUE(formats::render_pdf(document).value().starts_with("%PDF-"));
        const auto page = formats::render_html(document);
        EXPECT_EQ(says(page, "dir=\"rtl\">"), language == Language::ar);
        EXPECT_FALSE(says(page, "hand_over.")) << "a text is missing";
        EXPECT_FALSE(says(page, "kinds.")) << "a label is missing";
    }
}

INSTANTIATE_TEST_SUITE_P(On, HandedOver, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::arrangements
