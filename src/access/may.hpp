// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "access/principal.hpp"
#include "record/description.hpp"
#include "record/record.hpp"

namespace tenpoint::access {

enum class Verb { read, create, change, remove };

// What access asks of a record, and nothing more.
struct Subject {
    record::Stewardship stewardship{};
    record::Visibility visibility{};
    Id owner;
};

// Whether `principal` may do `verb` to a record. Pure: the whole of the rules.
//
// Reading follows the visibility: `public` is everybody's, `partners` that of whoever is signed in,
// `restricted` and `confidential` that of the owner and the administrators. Writing follows the
// kind's stewardship and never goes beyond what may be read.
bool may(const Principal& principal, Verb verb, const Subject& subject);

// The same for reading, as a SQL predicate over the columns `owner` and `visibility` of a table
// whose kind has `stewardship`. It holds for exactly the rows that `may` allows.
std::string readable_predicate(const Principal& principal, record::Stewardship stewardship);

}  // namespace tenpoint::access
