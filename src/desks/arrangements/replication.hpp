// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "desks/arrangements/arrangement.hpp"
#include "desks/directory/partner.hpp"
#include "record/record.hpp"
#include "store/transaction.hpp"

namespace tenpoint::arrangements {

// The model set up somewhere else.
struct Replica {
    std::string code;
    LocalText title;
    std::vector<record::Ref<directory::Place>> places;
    std::vector<record::Ref<directory::Partner>> partners{};  // who takes part there as well
};

// Sets the arrangement up again, as planned: its objectives, form and chair; its groups, under
// codes of their own ("CODE-1", "CODE-2" …); and of the actions that were not dropped their text,
// points, indicator and population; all as far as the principal may read it. Who did what, where
// and when, figures and progress stay with the model, and so do the members but for the partners
// named, which keep their roles. The replica belongs to whoever makes it. Fails with `not_found`,
// `precondition_failed` where the model has another version than `seen`, `invalid_fields` on
// /partners for one that has no part in the model, and as an insert does.
Result<record::Record<Arrangement>> replicate(store::Transaction& transaction, const Id& model,
                                              const Replica& replica,
                                              std::optional<std::int64_t> seen = {});

}  // namespace tenpoint::arrangements
