// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>

#include "access/principal.hpp"
#include "base/language.hpp"
#include "base/problem.hpp"
#include "desks/directory/partner.hpp"
#include "record/values.hpp"

namespace tenpoint::directory {

// An account: somebody who signs in and acts for a partner.
struct User {
    std::string name;
    record::Ref<Partner> partner;
    access::Role role = access::Role::reader;
    Language language = Language::en;
    bool disabled = false;
    std::optional<std::string> full_name;
    std::optional<std::string> email;
    bool openid_allowed = false;                 // to sign in through the node's provider
    std::optional<std::string> openid_identity;  // "ISSUER SUBJECT"; empty: the e-mail finds it
    std::string password_hash;  // Argon2id, as libsodium writes it; empty: cannot sign in
};
BOOST_DESCRIBE_STRUCT(User, (),
                      (name, partner, role, language, disabled, full_name, email, openid_allowed,
                       openid_identity, password_hash))

}  // namespace tenpoint::directory

namespace tenpoint::record {

template <>
struct Kind<directory::User> {
    using User = directory::User;
    static constexpr std::string_view name = "user", plural = "users";
    static constexpr int version = 3;
    static constexpr auto stewardship = Stewardship::administrators;
    static constexpr auto notes = std::tuple{
        Note<&User::name>{{.required = true, .max_length = 100, .unique = true}},
        Note<&User::partner>{{.required = true}},
        Note<&User::role>{{.required = true}},
        Note<&User::language>{},
        Note<&User::disabled>{},
        Note<&User::full_name>{
            {.max_length = 200, .sensitivity = Sensitivity::personal, .since = 2}},
        Note<&User::email>{{.max_length = 200,
                            .sensitivity = Sensitivity::personal,
                            .blind_index = true,
                            .since = 2}},
        Note<&User::openid_allowed>{{.since = 3}},
        Note<&User::openid_identity>{{.max_length = 600,
                                      .sensitivity = Sensitivity::personal,
                                      .blind_index = true,
                                      .since = 3}},
        Note<&User::password_hash>{
            {.sensitivity = Sensitivity::secret, .settable = Settable::by_the_program}},
    };
    static void check(const User& user, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
