// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "base/result.hpp"
#include "desks/directory/partner.hpp"
#include "record/record.hpp"
#include "store/transaction.hpp"

namespace tenpoint::directory {

// Merges a partner that was entered twice, `doubled`, into the other: all that names it comes to
// name the other, each record by a change of its own, "merge" in the journal: in members and lists,
// as its owner, and as one of those who may read it. A list that would name the other twice names
// it once, and says of it what it said of each; a record that would then say what another says
// already, member for member and to the same readers, is removed instead. What the other does not
// say of itself it takes over, item by item where there are many. It becomes no part of itself,
// neither at once nor by others. Then the doubled partner is removed; both journals say what became
// of it.
//
// What was said of the doubled partner is then told to whoever may read the other. The principal
// must be allowed to change both, and to share the doubled one (access::Verb::share) where it is
// open to fewer. All else is changed whether or not it may be read or changed, since no reference
// can stay behind. But a merge gives the people of the other partner the rights of the doubled one,
// so that only who may give those rights merges: administrators alone where the doubled partner has
// accounts or owns records, and where it may read what is restricted, its owner's people or
// administrators.
//
// Fails with `not_found`; `precondition_failed` where the doubled partner has another version than
// `seen`; `invalid_fields` on /into; `forbidden`; and `still_referenced` where a record that names
// it breaks a rule of its kind, such as a contact that was erased and does not say who was meant.
Result<record::Record<Partner>> merge_partner(store::Transaction& transaction, const Id& doubled,
                                              const Id& into,
                                              std::optional<std::int64_t> seen = {});

}  // namespace tenpoint::directory
