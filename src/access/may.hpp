// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "access/principal.hpp"
#include "record/description.hpp"
#include "record/record.hpp"

namespace tenpoint::access {

enum class Verb {
    read,
    create,
    change,
    remove,
    share,  // say who may read it
    erase,  // destroy what is personal in it, for ever
};

// What access asks of a record, and nothing more.
struct Subject {
    record::Stewardship stewardship{};
    record::Visibility visibility{};
    Id owner;
    std::vector<Id> shared_with{};  // partners
};

Subject subject_of(record::Stewardship stewardship, const record::Envelope& envelope);

// Whether `principal` may do `verb` to a record. Pure: the whole of the rules.
//
// Reading follows the visibility: `public` is everybody's, `partners` that of whoever is signed in,
// `restricted` that of the owner and the partners it names, `confidential` that of the owner's
// people who work with records, which readers do not. Administrators read everything. Writing
// follows the kind's stewardship and never goes beyond what may be read. Who may read a record is
// said by its owner's people alone, and they alone erase: data belong to the partner that entered
// them.
bool may(const Principal& principal, Verb verb, const Subject& subject);

// Whether `principal` may have what of a record tells of persons and is kept as it came, such as
// the file that it was made from: whoever might read the record if it were confidential, however
// open the record itself is.
bool may_have_persons(const Principal& principal, const Subject& subject);

// What `may` says of reading, as a SQL predicate over the columns of a table whose kind has
// `stewardship`, and over the link table. It holds for exactly the rows that `may` allows.
std::string readable_predicate(const Principal& principal, record::Stewardship stewardship);

// In the link table: the rows that name the partners of a restricted record.
inline constexpr std::string_view shared_with_field = "shared_with";

}  // namespace tenpoint::access
