// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "desks/arrangements/arrangement.hpp"
#include "record/record.hpp"
#include "store/transaction.hpp"

namespace tenpoint::arrangements {

struct Phase {
    std::string code;
    LocalText title;
    std::optional<Period> begins{};
    std::optional<Period> ends{};
};

// Opens the phase that follows the arrangement, as planned: what it is and whoever takes part in it
// goes on, and so do the actions that are neither done nor dropped, with their text, who does them
// and where, their indicator and target; not their dates, money and progress. The phase before
// stays as it is. Whose a record is and who may read it goes on as well. Fails with `not_found`,
// `precondition_failed` where the arrangement has another version than `seen`, and as an insert
// does.
Result<record::Record<Arrangement>> open_next_phase(store::Transaction& transaction,
                                                    const Id& arrangement, const Phase& phase,
                                                    std::optional<std::int64_t> seen = {});

}  // namespace tenpoint::arrangements
