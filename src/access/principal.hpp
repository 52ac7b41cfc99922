// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <boost/describe/enum.hpp>

#include "base/id.hpp"

namespace tenpoint::access {

// What a user does here. Each role may do what stands in access/may.hpp.
enum class Role {
    administrator,
    coordinator,
    information_officer,
    contributor,
    case_worker,
    hotline_operator,
    reader,
};
BOOST_DESCRIBE_ENUM(Role, administrator, coordinator, information_officer, contributor, case_worker,
                    hotline_operator, reader)

// Who acts.
struct Principal {
    enum class Sort {
        anybody,              // the public: not signed in
        user,                 // signed in, for a partner
        local_administrator,  // whoever can open the node's folder: the command line
    };

    Sort sort = Sort::anybody;
    Id user;     // empty unless a user
    Id partner;  // whose records are the principal's own; may be empty
    Role role = Role::reader;
    std::string name;  // as the journal shows it

    static Principal local_administrator(std::string name) {
        return {Sort::local_administrator, {}, {}, Role::administrator, std::move(name)};
    }
};

}  // namespace tenpoint::access
