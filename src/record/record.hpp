// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"

namespace tenpoint::record {

// Who may read a record, beside its owner: everybody; the members of the arrangement; the partners
// it names; or those who need to know, case by case.
enum class Visibility { everybody, partners, restricted, confidential };

// The words on the wire and in the database; `everybody` is "public", which C++ reserves.
std::string_view to_word(Visibility visibility);
std::optional<Visibility> visibility_from_word(std::string_view word);

// What every record carries around its value.
struct Envelope {
    Id id;
    std::int64_t version = 1;  // counts the record's changes
    Id owner;                  // the partner whose record it is; empty: the node's own
    Visibility visibility = Visibility::partners;
    std::vector<Id> shared_with{};  // the partners that a restricted record names, none elsewhere
    Instant created_at;
    Instant updated_at;
};

// One thing that Tenpoint keeps: an envelope around a value of kind K.
template <class K>
struct Record {
    Envelope envelope;
    K value;
};

}  // namespace tenpoint::record
