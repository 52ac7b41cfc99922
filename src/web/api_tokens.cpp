// SPDX-License-Identifier: Apache-2.0
#include "web/api_tokens.hpp"

#include <chrono>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "base/log_text.hpp"
#include "desks/directory/user.hpp"

namespace tenpoint::web {
namespace {

using directory::User;

constexpr std::size_t secret_bytes = 32;
constexpr std::string_view prefix = "tenpoint_";  // by which scanners of repositories know a leak
constexpr std::int64_t day_milliseconds = 24 * 60 * 60 * 1000;

}  // namespace

Result<ApiTokens::Issued> ApiTokens::issue(const Id& account, const std::string& name,
                                           store::TokenScope scope, std::int64_t days) {
    const auto token = fmt::format("{}{}", prefix, to_hex(store_.randomness().bytes(secret_bytes)));
    return store_.write(program_, [&](store::Transaction& transaction) -> Result<Issued> {
        auto credentials = transaction.credentials();
        if (credentials.tokens(account).size() >= most_tokens)
            return Problem{ProblemCode::invalid_fields,
                           "tokens",
                           {{"/name", "too_many", {std::to_string(most_tokens)}}}};
        const auto now = transaction.now();
        store::ApiToken kept{transaction.next_id(),
                             account,
                             name,
                             scope,
                             hash_of(token),
                             now,
                             {now.milliseconds + days * day_milliseconds}};
        credentials.keep(kept);
        return Issued{std::move(kept), token};
    });
}

// Where the disk is full one can still read.
void ApiTokens::note_use(const Id& token, Instant now) {
    const auto work = [&](store::Transaction& transaction) -> Result<void> {
        transaction.credentials().note_use(token, now);
        return {};
    };
    if (const auto noted = store_.write(program_, work); !noted)
        spdlog::warn("event=token_use_not_noted error={}", log_text(noted.error().detail));
}

std::optional<ApiTokens::Bearer> ApiTokens::find(std::string_view token,
                                                 store::WhileGone while_gone) {
    const auto now = store_.clock().now();
    std::optional<store::ApiToken> kept;
    const auto look = [&](const store::Snapshot& snapshot) {
        kept = snapshot.credentials().token(hash_of(token));
        return snapshot.get<User>(kept ? kept->account : Id{});
    };
    const auto user = store_.read(program_, look, while_gone);
    if (!user) {
        if (user.error().code == ProblemCode::not_found) return std::nullopt;
        throw ProblemException(user.error());
    }
    if (kept->expires_at < now || user->value.disabled) return std::nullopt;
    const bool seen_today =
        kept->used_at && now.milliseconds - kept->used_at->milliseconds < day_milliseconds;
    if (!seen_today) note_use(kept->id, now);
    return Bearer{{access::Principal::Sort::user, user->envelope.id, user->value.partner.id,
                   user->value.role, fmt::format("{} (token {})", user->value.name, kept->name)},
                  kept->scope};
}

}  // namespace tenpoint::web
