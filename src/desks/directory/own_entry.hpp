// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "base/result.hpp"
#include "desks/directory/contact.hpp"
#include "record/record.hpp"
#include "store/transaction.hpp"

// A contact confirms or mends its own entry, without an account: by a link that is good once and
// for a month. Of the link's token only a hash is kept.
namespace tenpoint::directory {

constexpr std::int64_t link_days = 30;

// Whether nobody has confirmed the entry for a year. Whoever has left is asked no more.
bool is_due(const Contact& contact, Day today);

struct EntryLink {
    record::Record<Contact> contact;
    std::string token;  // told this once
};

// Makes the link of a contact as whoever makes it has `seen` it; one that was made before is good
// no more. Fails with `not_found`; `forbidden` for whoever may not change the contact;
// `precondition_failed` where it is another version now; `invalid_fields` for one that has left.
Result<EntryLink> make_link(store::Transaction& transaction, Randomness& randomness,
                            const Id& contact, std::int64_t seen);

// A link made for one person must not open what is then said of another. Takes it back where the
// change from `before` to `after` may have made it another's.
void take_back_link(const Contact& before, Contact& after);
// The same of rows.
void take_back_link(const record::StoredRow& before, record::StoredRow& after);

// The entry that the link opens, whoever holds it. Fails with `not_found` for a token that is
// unknown, was used, or has expired: which of these is nobody's business.
Result<record::Record<Contact>> linked_entry(const store::Snapshot& snapshot,
                                             std::string_view token, Instant now);

// What a contact may say of itself. Who it speaks for, and at which level, is its partner's to say.
struct OwnEntry {
    std::optional<std::string> name;
    std::optional<std::string> position;
    std::optional<std::string> email;
    std::optional<std::string> telephone;
    std::vector<Theme> themes;
    std::vector<SpokenLanguage> languages;
    bool left = false;
};

// Takes the entry over as its contact gives it, confirmed today, and uses the link up. The journal
// names whoever runs the transaction. Fails as linked_entry does; with `precondition_failed` where
// the entry has changed since the contact has `seen` it; and with `invalid_fields`.
Result<record::Record<Contact>> confirm_own_entry(store::Transaction& transaction,
                                                  std::string_view token, std::int64_t seen,
                                                  const OwnEntry& entry);

}  // namespace tenpoint::directory
