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

// Opens the phase that follows the arrangement, as planned. What it is goes on, with the groups and
// programmes that stand in it and have not gone on by themselves, under codes of their own
// ("CODE-1", "CODE-2" …); whoever takes part and has not left by then, until the day that was said;
// and the actions that are neither done nor dropped, with their text, who does them and where,
// their indicator and target; not their dates, money and progress. A rotating chair waits for the
// day on which it begins anew. The phase before stays as it is. Whose a record is and who may read
// it goes on as well; a reference to what the principal may not read stays behind.
//
// Fails with `not_found`; `precondition_failed` where the arrangement has another version than
// `seen`; `already_exists` where this phase was opened before; `forbidden` where something of all
// this is not the principal's to read or to make; and as an insert does.
Result<record::Record<Arrangement>> open_next_phase(store::Transaction& transaction,
                                                    const Id& arrangement, const Phase& phase,
                                                    std::optional<std::int64_t> seen = {});

}  // namespace tenpoint::arrangements
