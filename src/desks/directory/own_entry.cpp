// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/own_entry.hpp"

#include <chrono>
#include <tuple>

#include "access/may.hpp"
#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "desks/directory/contact_rules.hpp"

namespace tenpoint::directory {
namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::int64_t day_milliseconds = 24 * 60 * 60 * 1000;

Day a_year_before(Day day) {
    using namespace std::chrono;
    const year_month_day today{day};
    const auto before = today - years{1};
    return before.ok() ? Day{before} : Day{before.year() / before.month() / last};
}

// By all that says whom the entry is of, and how that person is reached.
bool is_of_the_same(const Contact& one, const Contact& other) {
    const auto person = [](const Contact& contact) {
        return std::tie(contact.partner.id, contact.name, contact.position, contact.email,
                        contact.telephone, contact.left);
    };
    return person(one) == person(other);
}

void end_link(Contact& contact) {
    contact.link_hash.reset();
    contact.link_expires.reset();
}

}  // namespace

bool is_due(const Contact& contact, Day today) {
    return !contact.left && (!contact.confirmed || *contact.confirmed < a_year_before(today));
}

Result<EntryLink> make_link(store::Transaction& transaction, Randomness& randomness,
                            const Id& contact, std::int64_t seen) {
    TENPOINT_TRY(found, transaction.get<Contact>(contact));
    found.envelope.version = seen;
    auto& entry = found.value;
    if (entry.left) return Problem{ProblemCode::invalid_fields, "left", {{"/left", "has_left"}}};
    auto token = to_hex(randomness.bytes(token_bytes));
    const auto now = transaction.now();
    entry.link_hash = hash_of(token);
    entry.link_made = now;
    entry.link_expires = Instant{now.milliseconds + link_days * day_milliseconds};
    entry.link_used.reset();
    TENPOINT_TRY(changed, transaction.update(found, "make_link"));
    return EntryLink{std::move(changed), std::move(token)};
}

void take_back_link(const Contact& before, Contact& after) {
    if (!is_of_the_same(before, after)) end_link(after);
}

void take_back_link(const record::StoredRow& before, record::StoredRow& after) {
    auto contact = record::from_row<Contact>(after);
    take_back_link(record::from_row<Contact>(before), contact);
    after = record::to_row(contact);
}

Result<record::Record<Contact>> linked_entry(const store::Snapshot& snapshot,
                                             std::string_view token, Instant now) {
    auto found = snapshot.as_the_node().find<Contact>("link_hash", hash_of(token));
    if (!found || found->value.left || !found->value.link_expires ||
        *found->value.link_expires < now)
        return Problem{ProblemCode::not_found, "link"};
    return std::move(*found);
}

Result<record::Record<Contact>> confirm_own_entry(store::Transaction& transaction,
                                                  std::string_view token, std::int64_t seen,
                                                  const OwnEntry& entry) {
    const auto now = transaction.now();
    TENPOINT_TRY(found, linked_entry(transaction, token, now));
    found.envelope.version = seen;
    auto& contact = found.value;
    const auto before = contact;
    contact.name = entry.name;
    contact.position = entry.position;
    contact.email = entry.email;
    contact.telephone = entry.telephone;
    contact.themes = entry.themes;
    contact.languages = entry.languages;
    contact.left = entry.left;
    contact.confirmed = day_of(now);
    contact.link_used = now;
    end_link(contact);
    TENPOINT_CHECK(check_contact(contact, &before, day_of(now)));
    return transaction.with_all_rights(
        [&](store::Transaction& whole) { return whole.update(found, "confirm_own_entry"); });
}

}  // namespace tenpoint::directory
