// SPDX-License-Identifier: Apache-2.0
#pragma once

// A kind without its type: what the store, the API, imports and exports need to know of it.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "base/result.hpp"
#include "record/description.hpp"
#include "record/stored_row.hpp"

namespace tenpoint::record {

// Whether a member's column holds words to search: as they are, or as the JSON of a LocalText.
enum class Words { none, plain, by_language };

// One member of a kind.
struct FieldInfo {
    std::string_view name;  // also its column, its JSON key and its OpenAPI property
    NoteText note;
    StoredType stored{};  // of its column: a protected value is stored as text
    bool is_optional = false;
    bool is_link_list = false;  // kept in the link table, has no column
    std::string_view target;    // plural of the kind it refers to; empty: none
    Words words{};
    boost::json::object schema;  // JSON Schema of its value
    std::size_t position = 0;    // among the values of a StoredRow, or among its lists
    StoredValue blank{};         // what a member has of which nothing is known
    // The value as JSON; none for a list of references.
    boost::json::value (*write)(const StoredValue& value) = nullptr;

    bool is_protected() const { return note.sensitivity != Sensitivity::plain; }
};

struct KindInfo {
    std::string_view name, plural;
    int version = 1;
    Stewardship stewardship{};
    bool removable = true;
    std::vector<FieldInfo> fields;

    // Reads a body. Over `before` only the members that stand in it change; a new record (nullptr)
    // takes defaults for the others. Refuses with `invalid_fields` and one problem for each member
    // that is unknown, unreadable, missing, not settable, or breaks the kind's rules.
    Result<StoredRow> (*read)(const boost::json::object& body, const StoredRow* before);
    // The members as JSON; secret ones are left out.
    boost::json::object (*write)(const StoredRow& row);
    // The kind's rules over a row that the program itself made.
    Result<void> (*check)(const StoredRow& row);

    const FieldInfo* field(std::string_view field_name) const;
    bool has_protected() const;
};

// The description of a kind, and its values as rows and back. Each desk has one source file that
// instantiates these for its kinds (TENPOINT_DERIVE_KIND in record/kind.hpp).
template <class K>
const KindInfo& kind_info();
template <class K>
StoredRow to_row(const K& value);
template <class K>
K from_row(const StoredRow& row);

// All kinds of a program, in an order in which each stands after those it refers to.
using Kinds = std::span<const KindInfo* const>;

const KindInfo* find_kind(Kinds kinds, std::string_view plural);

// What changed from one row to the other: [{"field", "from", "to"}], without secret values.
boost::json::array difference(const KindInfo& kind, const StoredRow& before,
                              const StoredRow& after);

// JSON Schema of the kind as it is answered, and of the body that makes or changes one.
boost::json::object answer_schema(const KindInfo& kind);
boost::json::object body_schema(const KindInfo& kind);

}  // namespace tenpoint::record
