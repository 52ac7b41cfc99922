// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "base/result.hpp"
#include "store/transaction.hpp"

namespace tenpoint::web {

// The second factor of an account: an authenticator's codes, and ten codes on paper for the day the
// telephone is lost. It counts from when its owner has shown one code.

// What the owner is shown once, to put into an authenticator.
struct Enrolment {
    std::string secret;   // in base 32
    std::string address;  // otpauth://…, for a picture
};
// Begins anew; it does not count until it is confirmed.
// Fails with `already_exists` where one is confirmed: that one is to be removed first.
Result<Enrolment> begin_second_factor(store::Transaction& transaction, Randomness& randomness,
                                      const Id& account, std::string_view name);

// Gives the recovery codes, which are shown once. Fails with `wrong_second_factor`, or `not_found`
// where none was begun.
Result<std::vector<std::string>> confirm_second_factor(store::Transaction& transaction,
                                                       Randomness& randomness, const Id& account,
                                                       std::string_view code);

// Checks what somebody gives beside the right password, a code of either sort, and uses it up.
// Fails with `second_factor_required` for none, or `wrong_second_factor`. Without a confirmed
// factor there is nothing to check.
Result<void> check_second_factor(store::Transaction& transaction, const Id& account,
                                 std::string_view code);

}  // namespace tenpoint::web
