// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "access/principal.hpp"
#include "base/result.hpp"
#include "store/store.hpp"

namespace tenpoint::web {

// Tokens with which programs ask in a user's name (`Authorization: Bearer …`). The store keeps the
// hash of 256 random bits; the token itself is shown once, when it is made.
class ApiTokens {
  public:
    static constexpr std::int64_t most_days = 366;
    static constexpr std::size_t most_tokens = 50;  // of one account

    explicit ApiTokens(store::Store& store) : store_(store) {}

    struct Issued {
        store::ApiToken kept;
        std::string token;
    };
    // Fails with `invalid_fields` where the account has too many.
    Result<Issued> issue(const Id& account, const std::string& name, store::TokenScope scope,
                         std::int64_t days);

    struct Bearer {
        access::Principal principal;
        store::TokenScope scope{};
    };
    // Whose token it is; nothing where it is unknown, has ended, or is of an account that is
    // disabled or gone.
    std::optional<Bearer> find(std::string_view token,
                               store::WhileGone while_gone = store::WhileGone::fails);

  private:
    void note_use(const Id& token, Instant now);

    store::Store& store_;
    access::Principal program_ = access::Principal::local_administrator("tenpoint");
};

}  // namespace tenpoint::web
