// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/enum.hpp>

#include "base/date.hpp"
#include "base/id.hpp"
#include "store/data_keys.hpp"
#include "store/session.hpp"

namespace tenpoint::store {

// A browser's session. The token itself is only in the browser's cookie.
struct SignIn {
    std::string token_hash;
    Id account;  // of a user
    Instant expires_at;
    Instant created_at{};
    std::string agent{};  // the browser, as it names itself
};

// What a token of the API may do, never more than its owner: read; also bring files and have them
// read into batches; or all that its owner may, but for the account itself.
enum class TokenScope { read, import, write };
BOOST_DESCRIBE_ENUM(TokenScope, read, import, write)

struct ApiToken {
    Id id;
    Id account;
    std::string name;  // what its owner calls it
    TokenScope scope{};
    std::string token_hash;
    Instant created_at;
    Instant expires_at;
    std::optional<Instant> used_at{};  // by the day
};

// The shared secret of an account's second factor (RFC 6238). It is written and compared, and never
// given out again.
struct SecondFactor {
    Id account;
    std::string secret;  // in hexadecimal digits
    bool confirmed = false;
    std::int64_t last_step = 0;  // of the code that was used last; none is good twice
};

// What accounts prove themselves with. None of it is a record, and none leaves a trace in the
// journal. Of passwords, tokens and recovery codes only hashes are kept; the secret of a second
// factor, with which codes are checked, is sealed under the data key of the account.
class Credentials {
  public:
    Credentials(Session& session, NodeKey& node_key)
        : session_(session), node_key_(node_key), keys_(session, node_key) {}

    std::optional<SignIn> sign_in(const std::string& token_hash) const;
    // The latest first.
    std::vector<SignIn> sign_ins(const Id& account) const;
    // Sweeps out those that have ended.
    void keep(const SignIn& sign_in, Instant now);
    // Moves its end, if it has not been ended meanwhile.
    void renew_sign_in(const std::string& token_hash, Instant expires_at);
    void drop_sign_in(const std::string& token_hash);
    // All of an account, but for the one with the hash `except`.
    void drop_sign_ins(const Id& account, const std::string& except = {});

    std::optional<ApiToken> token(const std::string& token_hash) const;
    // The latest first, also those that have ended.
    std::vector<ApiToken> tokens(const Id& account) const;
    void keep(const ApiToken& token);
    // Notes its use, if it has not been taken back meanwhile.
    void note_use(const Id& token, Instant at);
    // Whether the account had it.
    bool drop_token(const Id& account, const Id& token);
    void drop_tokens(const Id& account);
    // Whoever is in is out: all sessions, but for the one with the hash `except`, and all tokens.
    void end_access(const Id& account, const std::string& except = {});

    std::optional<SecondFactor> second_factor(const Id& account) const;
    void keep(const SecondFactor& factor);
    // With its recovery codes.
    void drop_second_factor(const Id& account);
    // Seals the secrets that were kept before there were keys.
    void seal_second_factors();
    // Drops all that an account has here.
    void forget(const Id& account);

    // Codes that each stand in for the second factor once.
    void keep_recovery_codes(const Id& account, const std::vector<std::string>& hashes);
    std::int64_t recovery_codes(const Id& account) const;
    // Whether it was one; it is no more.
    bool use_recovery_code(const Id& account, const std::string& hash);

  private:
    std::vector<ApiToken> tokens_where(const std::string& column, const std::string& value) const;

    Session& session_;
    NodeKey& node_key_;
    DataKeys keys_;
};

}  // namespace tenpoint::store
