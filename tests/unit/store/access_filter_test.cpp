// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "access/may.hpp"
#include "desks/directory/contact.hpp"
#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/directory/presence.hpp"
#include "desks/directory/user.hpp"
#include "store/migrations.hpp"
#include "store/record_table.hpp"
#include "test_database.hpp"

namespace tenpoint::store {
namespace {

using access::Principal;
using access::Role;
using record::Visibility;

template <class T>
T one_of(const std::vector<T>& items) {
    return items[*rc::gen::inRange<std::size_t>(0, items.size())];
}

Id id_of(int number) {
    return Id{"018bcfe5-6800-7000-8000-0000000000" + std::to_string(10 + number)};
}

const std::vector<Id> partners{id_of(0), id_of(1), id_of(2)};

Principal any_principal() {
    using enum Role;
    const auto sort = one_of<Principal::Sort>({Principal::Sort::anybody, Principal::Sort::user,
                                               Principal::Sort::user, Principal::Sort::user,
                                               Principal::Sort::local_administrator});
    if (sort != Principal::Sort::user) return {sort, {}, {}, reader, "somebody"};
    return {sort, id_of(80), one_of<Id>({partners[0], partners[1], Id{}}),
            one_of<Role>({administrator, coordinator, information_officer, contributor, case_worker,
                          hotline_operator, reader}),
            "somebody"};
}

record::Envelope any_envelope(int number) {
    record::Envelope envelope;
    envelope.id = id_of(number);
    envelope.owner = one_of<Id>({partners[0], partners[1], partners[2], Id{}});
    envelope.visibility = one_of<Visibility>({Visibility::everybody, Visibility::partners,
                                              Visibility::restricted, Visibility::confidential});
    for (const auto& partner : partners)
        if (*rc::gen::arbitrary<bool>()) envelope.shared_with.push_back(partner);
    return envelope;
}

constexpr int first_number = 20;

record::StoredRow row_of(const record::KindInfo& kind, int number) {
    const auto name = "record " + std::to_string(number);
    if (kind.plural == "places") {
        directory::Place place;
        place.code = name;
        return record::to_row(place);
    }
    if (kind.plural == "users") {
        directory::User user;
        user.name = name;
        user.partner = {partners[0]};
        return record::to_row(user);
    }
    if (kind.plural == "presences") {
        directory::Presence presence;
        presence.partner = {partners[0]};
        presence.place = {id_of(first_number)};  // places are there by then
        return record::to_row(presence);
    }
    if (kind.plural == "contacts") {
        directory::Contact contact;
        contact.partner = {partners[0]};
        contact.position = name;
        return record::to_row(contact);
    }
    directory::Partner partner;
    partner.name = name;
    return record::to_row(partner);
}

class AccessFilter : public OnEachDatabase {
  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (IsSkipped()) return;
        session_ = location_->session();
        migrate(*session_, SystemClock{}, shipped_migrations(), [](int) {}).value();
        for (std::size_t i = 0; i < partners.size(); ++i) {
            directory::Partner partner;
            partner.name = "partner " + std::to_string(i);
            record::Envelope envelope;
            envelope.id = partners[i];
            insert_row(*session_, record::kind_info<directory::Partner>(),
                       {envelope, record::to_row(partner)});
        }
    }
    void TearDown() override { session_.reset(); }

    std::unique_ptr<Session> session_;
};

// What is written in its lifetime is gone afterwards.
class Attempt {
  public:
    explicit Attempt(Session& session) : session_(session) { session_.begin(Purpose::writing); }
    ~Attempt() { session_.rollback(); }
    Attempt(const Attempt&) = delete;
    Attempt& operator=(const Attempt&) = delete;

  private:
    Session& session_;
};

// The ids of what the filter lets through, by looking up and by listing.
std::set<std::string> found_by_filter(Session& session, const record::KindInfo& kind,
                                      const Principal& principal) {
    const auto filter = access::readable_predicate(principal, kind.stewardship);
    std::set<std::string> listed;
    ListQuery query;
    query.limit = 0;
    const auto page = list_rows(session, kind, query, filter).value();
    for (const auto& found : page.items)
        listed.insert(found.envelope.id.text);
    RC_ASSERT(page.total == static_cast<std::int64_t>(listed.size()));
    for (int number = first_number; number < first_number + 40; ++number)
        RC_ASSERT(find_row(session, kind, id_of(number), filter).has_value() ==
                  listed.contains(id_of(number).text));
    return listed;
}

// Over any records of the kinds of each stewardship, and any principal, on a real database.
TEST_P(AccessFilter, LetsThroughWhatMayAllowsAndNothingElse) {
    EXPECT_TRUE(rc::check([&] {
        const Attempt attempt(*session_);
        const auto principal = any_principal();
        for (const auto* kind : directory::kinds()) {
            std::set<std::string> expected;
            if (kind->plural == "partners")
                for (const auto& partner : partners)
                    if (access::may(principal, access::Verb::read,
                                    {kind->stewardship, Visibility::partners, {}}))
                        expected.insert(partner.text);
            const auto count = *rc::gen::inRange(1, 40);
            for (int number = first_number; number < first_number + count; ++number) {
                const auto envelope = any_envelope(number);
                insert_row(*session_, *kind, {envelope, row_of(*kind, number)});
                if (access::may(principal, access::Verb::read,
                                access::subject_of(kind->stewardship, envelope)))
                    expected.insert(envelope.id.text);
            }
            RC_ASSERT(found_by_filter(*session_, *kind, principal) == expected);
            session_->execute("delete from link");
        }
    }));
}

INSTANTIATE_TEST_SUITE_P(On, AccessFilter, both_databases(), database_name);

}  // namespace
}  // namespace tenpoint::store
