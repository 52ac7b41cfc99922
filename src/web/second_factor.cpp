// SPDX-License-Identifier: Apache-2.0
#include "web/second_factor.hpp"

#include <algorithm>

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "web/totp.hpp"

namespace tenpoint::web {
namespace {

constexpr std::size_t recovery_codes = 10;
constexpr std::size_t recovery_code_bytes = 10;  // 80 bits, which no guess finds

std::string secret_of(const store::SecondFactor& factor) {
    std::string bytes;
    from_hex(factor.secret, bytes);
    return bytes;
}

// As it is typed from paper: in either case, with any spaces and hyphens.
std::string recovery_hash(std::string_view typed) {
    std::string code;
    for (const char c : typed)
        if (c != ' ' && c != '-') code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return hash_of("recovery " + code);
}

// XXXX-XXXX-XXXX-XXXX
std::string make_recovery_code(Randomness& randomness) {
    auto code = base32(randomness.bytes(recovery_code_bytes));
    for (const std::size_t place : {12U, 8U, 4U})
        code.insert(place, 1, '-');
    return code;
}

}  // namespace

Result<Enrolment> begin_second_factor(store::Transaction& transaction, Randomness& randomness,
                                      const Id& account, std::string_view name) {
    auto credentials = transaction.credentials();
    const auto there = credentials.second_factor(account);
    if (there && there->confirmed) return Problem{ProblemCode::already_exists, "second factor"};
    const auto secret = randomness.bytes(totp_secret_bytes);
    credentials.keep(store::SecondFactor{account, to_hex(secret)});
    return Enrolment{base32(secret), totp_address(secret, name)};
}

Result<std::vector<std::string>> confirm_second_factor(store::Transaction& transaction,
                                                       Randomness& randomness, const Id& account,
                                                       std::string_view code) {
    auto credentials = transaction.credentials();
    auto factor = credentials.second_factor(account);
    if (!factor || factor->confirmed) return Problem{ProblemCode::not_found, "second factor"};
    const auto step = totp_match(secret_of(*factor), code, transaction.now(), factor->last_step);
    if (!step) return Problem{ProblemCode::wrong_second_factor};
    factor->confirmed = true;
    factor->last_step = *step;
    credentials.keep(*factor);
    std::vector<std::string> codes(recovery_codes);
    std::ranges::generate(codes, [&] { return make_recovery_code(randomness); });
    std::vector<std::string> hashes;
    for (const auto& each : codes)
        hashes.push_back(recovery_hash(each));
    credentials.keep_recovery_codes(account, hashes);
    return codes;
}

Result<void> check_second_factor(store::Transaction& transaction, const Id& account,
                                 std::string_view code) {
    auto credentials = transaction.credentials();
    auto factor = credentials.second_factor(account);
    if (!factor || !factor->confirmed) return {};
    if (code.empty()) return Problem{ProblemCode::second_factor_required};
    const auto step = totp_match(secret_of(*factor), code, transaction.now(), factor->last_step);
    if (step) {
        factor->last_step = *step;
        credentials.keep(*factor);
        return {};
    }
    if (credentials.use_recovery_code(account, recovery_hash(code))) return {};
    return Problem{ProblemCode::wrong_second_factor};
}

}  // namespace tenpoint::web
