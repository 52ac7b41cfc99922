// SPDX-License-Identifier: Apache-2.0
#include "store/credentials.hpp"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>

namespace tenpoint::store {
namespace {

Instant instant(const Cell& cell) {
    return instant_from_text(store::text(cell)).value();
}

std::string place_of_secret(const Id& account) {
    return fmt::format("second factor of {}", account.text);
}

}  // namespace

std::optional<SignIn> Credentials::sign_in(const std::string& token_hash) const {
    using enum ColumnType;
    auto rows = session_.query(
        "select account, expires_at, created_at, agent from sign_ins where token_hash = ?",
        {token_hash}, {text, text, text, text});
    if (rows.empty()) return std::nullopt;
    auto& row = rows.front();
    return SignIn{token_hash, Id{store::text(row[0])}, instant(row[1]), instant(row[2]),
                  store::text(row[3])};
}

std::vector<SignIn> Credentials::sign_ins(const Id& account) const {
    using enum ColumnType;
    std::vector<SignIn> found;
    for (auto& row : session_.query(
             "select token_hash, expires_at, created_at, agent from sign_ins where account = ? "
             "order by created_at desc, token_hash",
             {account.text}, {text, text, text, text}))
        found.push_back(
            {store::text(row[0]), account, instant(row[1]), instant(row[2]), store::text(row[3])});
    return found;
}

void Credentials::keep(const SignIn& sign_in, Instant now) {
    session_.execute("delete from sign_ins where expires_at < ?", {to_text(now)});
    session_.execute(
        "insert into sign_ins (token_hash, account, expires_at, created_at, agent) "
        "values (?, ?, ?, ?, ?)",
        {sign_in.token_hash, sign_in.account.text, to_text(sign_in.expires_at),
         to_text(sign_in.created_at), sign_in.agent});
}

void Credentials::renew_sign_in(const std::string& token_hash, Instant expires_at) {
    session_.execute("update sign_ins set expires_at = ? where token_hash = ?",
                     {to_text(expires_at), token_hash});
}

void Credentials::drop_sign_in(const std::string& token_hash) {
    session_.execute("delete from sign_ins where token_hash = ?", {token_hash});
}

void Credentials::drop_sign_ins(const Id& account, const std::string& except) {
    session_.execute("delete from sign_ins where account = ? and token_hash <> ?",
                     {account.text, except});
}

std::vector<ApiToken> Credentials::tokens_where(const std::string& column,
                                                const std::string& value) const {
    using enum ColumnType;
    std::vector<ApiToken> found;
    for (auto& row : session_.query(
             fmt::format("select id, account, name, scope, token_hash, created_at, expires_at, "
                         "used_at from api_tokens where {} = ? order by id desc",
                         column),
             {value}, {text, text, text, text, text, text, text, text})) {
        auto& token = found.emplace_back();
        token.id = Id{store::text(row[0])};
        token.account = Id{store::text(row[1])};
        token.name = store::text(row[2]);
        boost::describe::enum_from_string(store::text(row[3]).c_str(), token.scope);
        token.token_hash = store::text(row[4]);
        token.created_at = instant(row[5]);
        token.expires_at = instant(row[6]);
        if (!is_null(row[7])) token.used_at = instant(row[7]);
    }
    return found;
}

std::optional<ApiToken> Credentials::token(const std::string& token_hash) const {
    auto found = tokens_where("token_hash", token_hash);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<ApiToken> Credentials::tokens(const Id& account) const {
    return tokens_where("account", account.text);
}

void Credentials::keep(const ApiToken& token) {
    session_.execute(
        "insert into api_tokens (id, account, name, scope, token_hash, created_at, expires_at, "
        "used_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        {token.id.text, token.account.text, token.name,
         std::string{boost::describe::enum_to_string(token.scope, "")}, token.token_hash,
         to_text(token.created_at), to_text(token.expires_at),
         token.used_at ? Cell{to_text(*token.used_at)} : Cell{}});
}

void Credentials::note_use(const Id& token, Instant at) {
    session_.execute("update api_tokens set used_at = ? where id = ?", {to_text(at), token.text});
}

bool Credentials::drop_token(const Id& account, const Id& token) {
    using enum ColumnType;
    const auto rows = session_.query("select id from api_tokens where id = ? and account = ?",
                                     {token.text, account.text}, {text});
    session_.execute("delete from api_tokens where id = ? and account = ?",
                     {token.text, account.text});
    return !rows.empty();
}

void Credentials::drop_tokens(const Id& account) {
    session_.execute("delete from api_tokens where account = ?", {account.text});
}

void Credentials::end_access(const Id& account, const std::string& except) {
    drop_sign_ins(account, except);
    drop_tokens(account);
}

std::optional<SecondFactor> Credentials::second_factor(const Id& account) const {
    using enum ColumnType;
    auto rows =
        session_.query("select secret, confirmed, last_step from second_factors where account = ?",
                       {account.text}, {text, integer, integer});
    if (rows.empty()) return std::nullopt;
    auto& row = rows.front();
    const auto key = keys_.find(account);
    const auto secret = key ? key->key.open(store::text(row[0]), place_of_secret(account))
                            : std::optional<std::string>{};
    if (!secret) throw DatabaseError(DatabaseError::Sort::other, "a second factor does not open");
    return SecondFactor{account, *secret, number(row[1]) != 0, number(row[2])};
}

void Credentials::keep(const SecondFactor& factor) {
    session_.execute("delete from second_factors where account = ?", {factor.account.text});
    session_.execute(
        "insert into second_factors (account, secret, confirmed, last_step) values (?, ?, ?, ?)",
        {factor.account.text,
         keys_.find_or_make(factor.account)
             .seal(factor.secret, place_of_secret(factor.account), node_key_.randomness()),
         std::int64_t{factor.confirmed ? 1 : 0}, factor.last_step});
}

void Credentials::seal_second_factors() {
    using enum ColumnType;
    for (const auto& row :
         session_.query("select account, secret, confirmed, last_step from second_factors", {},
                        {text, text, integer, integer}))
        keep(SecondFactor{Id{store::text(row[0])}, store::text(row[1]), number(row[2]) != 0,
                          number(row[3])});
}

void Credentials::forget(const Id& account) {
    end_access(account);
    drop_second_factor(account);
}

void Credentials::drop_second_factor(const Id& account) {
    session_.execute("delete from recovery_codes where account = ?", {account.text});
    session_.execute("delete from second_factors where account = ?", {account.text});
}

void Credentials::keep_recovery_codes(const Id& account, const std::vector<std::string>& hashes) {
    session_.execute("delete from recovery_codes where account = ?", {account.text});
    for (const auto& hash : hashes)
        session_.execute("insert into recovery_codes (account, hash) values (?, ?)",
                         {account.text, hash});
}

std::int64_t Credentials::recovery_codes(const Id& account) const {
    using enum ColumnType;
    return number(session_
                      .query("select count(*) from recovery_codes where account = ?",
                             {account.text}, {integer})
                      .front()
                      .front());
}

bool Credentials::use_recovery_code(const Id& account, const std::string& hash) {
    const auto before = recovery_codes(account);
    session_.execute("delete from recovery_codes where account = ? and hash = ?",
                     {account.text, hash});
    return recovery_codes(account) < before;
}

}  // namespace tenpoint::store
