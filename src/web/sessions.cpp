// SPDX-License-Identifier: Apache-2.0
#include "web/sessions.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "base/log_text.hpp"
#include "base/text.hpp"
#include "desks/directory/password.hpp"
#include "web/second_factor.hpp"

namespace tenpoint::web {
namespace {

using directory::User;
using store::WhileGone;

constexpr std::size_t token_bytes = 32;
constexpr std::size_t longest_agent = 200;
// A session's end is written anew only when it has moved by this much.
constexpr std::int64_t renewal_milliseconds = 10 * 60 * 1000;

Instant end_of_session(Instant now) {
    return {now.milliseconds + std::chrono::milliseconds(Sessions::idle).count()};
}

}  // namespace

std::optional<Sessions::Found> Sessions::look_up(std::string_view token, WhileGone while_gone) try {
    const auto token_hash = hash_of(token);
    const auto state = store_.state(while_gone);  // before it is read: never newer
    auto found = found_.find(state, token_hash);
    if (!found) {
        found = read(token_hash, while_gone);
        if (found) found_.keep(state, token_hash, *found);
    }
    if (!found || found->sign_in.expires_at < store_.clock().now()) return std::nullopt;
    return found;
} catch (const store::DatabaseError& error) {
    throw ProblemException(store::storage_problem(error));
}

// Of an account that may sign in, ended or not.
std::optional<Sessions::Found> Sessions::read(const std::string& token_hash, WhileGone while_gone) {
    std::optional<store::SignIn> sign_in;
    const auto look = [&](const store::Snapshot& snapshot) {
        sign_in = snapshot.credentials().sign_in(token_hash);
        return snapshot.get<User>(sign_in ? sign_in->account : Id{});
    };
    const auto user = store_.read(program_, look, while_gone);
    if (!user) {
        if (user.error().code == ProblemCode::not_found) return std::nullopt;
        throw ProblemException(user.error());
    }
    if (user->value.disabled) return std::nullopt;
    return Found{*sign_in,
                 access::Principal{access::Principal::Sort::user, user->envelope.id,
                                   user->value.partner.id, user->value.role, user->value.name}};
}

std::optional<access::Principal> Sessions::peek(std::string_view token) {
    auto found = look_up(token, WhileGone::fails);
    if (!found) return std::nullopt;
    return std::move(found->principal);
}

std::optional<access::Principal> Sessions::find(std::string_view token, WhileGone while_gone) {
    auto found = look_up(token, while_gone);
    if (!found) return std::nullopt;
    const auto& sign_in = found->sign_in;
    const auto now = store_.clock().now();
    const auto end = end_of_session(now);
    if (end.milliseconds - sign_in.expires_at.milliseconds > renewal_milliseconds)
        renew(sign_in.token_hash, end);
    return std::move(found->principal);
}

// Where the disk is full one can still read until the session ends.
void Sessions::renew(const std::string& token_hash, Instant end) {
    const auto work = [&](store::Transaction& transaction) -> Result<void> {
        transaction.credentials().renew_sign_in(token_hash, end);
        return {};
    };
    if (const auto renewed = store_.write(program_, work); !renewed)
        spdlog::warn("event=session_not_renewed error={}", log_text(renewed.error().detail));
}

Result<std::string> Sessions::sign_in(std::string_view name, std::string_view password,
                                      const SignInProof& proof, WhileGone while_gone) {
    std::optional<record::Record<User>> user;
    const auto look = [&](const store::Snapshot& snapshot) -> Result<void> {
        user = snapshot.find<User>("name", std::string(name));
        return {};
    };
    TENPOINT_CHECK(store_.read(program_, look, while_gone));
    const bool right =
        directory::is_password(password, user ? user->value.password_hash : std::string{});
    if (!right) return Problem{ProblemCode::wrong_credentials};
    // The password took its time: it may be another by now.
    const auto has_it_still = [&](const User& present) {
        return present.password_hash == user->value.password_hash;
    };
    return open(user->envelope.id, proof, has_it_still, while_gone);
}

Result<std::string> Sessions::open(const Id& account, const SignInProof& proof,
                                   const std::function<bool(const User&)>& is_still_so,
                                   WhileGone while_gone) {
    const auto check = [&](const store::Snapshot& snapshot) -> Result<void> {
        TENPOINT_TRY(present, snapshot.get<User>(account));
        if (!present.value.disabled && is_still_so(present.value)) return {};
        return Problem{ProblemCode::wrong_credentials};
    };
    TENPOINT_CHECK(store_.read(program_, check, while_gone));
    if (!proof.code.empty() && !pace_.may_try_code(account))
        return Problem{ProblemCode::too_many_requests, "codes of one account"};
    auto token = to_hex(store_.randomness().bytes(token_bytes));
    const auto keep = [&](store::Transaction& transaction) -> Result<void> {
        TENPOINT_CHECK(check(transaction));
        TENPOINT_CHECK(check_second_factor(transaction, account, proof.code));
        const auto now = transaction.now();
        transaction.credentials().keep({hash_of(token), account, end_of_session(now), now,
                                        std::string(whole_characters(proof.agent, longest_agent))},
                                       now);
        return {};
    };
    TENPOINT_CHECK(store_.write(program_, keep));
    pace_.code_was_right(account);
    return token;
}

void Sessions::sign_out(std::string_view token) {
    store_
        .write(program_,
               [&](store::Transaction& transaction) -> Result<void> {
                   transaction.credentials().drop_sign_in(hash_of(token));
                   return {};
               })
        .value();
}

std::string Sessions::csrf_token(std::string_view token) {
    return hash_of(fmt::format("csrf {}", token));
}

bool Sessions::is_csrf_token(std::string_view given, std::string_view token) {
    const auto expected = csrf_token(token);
    return given.size() == expected.size() &&
           sodium_memcmp(given.data(), expected.data(), expected.size()) == 0;
}

std::string Sessions::set_cookie(std::string_view token, bool is_secure) {
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict{}", cookie_name, token,
                       is_secure ? "; Secure" : "");
}

std::string Sessions::clear_cookie(bool is_secure) {
    return set_cookie("", is_secure) + "; Max-Age=0";
}

}  // namespace tenpoint::web
