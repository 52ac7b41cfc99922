// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "desks/directory/partner.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::directory {

// One of the names of a partner, and the member that says it.
struct PartnerName {
    std::string member;
    std::string text;
    bool is_short = false;
};

// All that a partner is called, in whatever language.
std::vector<PartnerName> all_names(const Partner& partner);

// The partner that is known here by that name; else the one that is called so, in whatever language
// and however that is written. Nothing where none is, or several are.
std::optional<record::Record<Partner>> find_by_name(const store::Snapshot& snapshot,
                                                    const std::string& name);

// Refuses a name that a partner newly takes and that another, whoever may read that, has already,
// however it is written: by `already_exists`, as the database does one that is the same letter for
// letter. Short names may be alike, since acronyms are. The id of a new partner is empty.
Result<void> check_names(const store::Snapshot& snapshot, const Partner& partner, const Id& id);

}  // namespace tenpoint::directory
