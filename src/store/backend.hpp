// SPDX-License-Identifier: Apache-2.0
#pragma once

// All that differs between the two databases. Included by what opens and drives a session only.

#include <string>
#include <string_view>
#include <vector>

#include "store/session.hpp"

namespace soci {
class session;
class soci_error;
}  // namespace soci

namespace tenpoint::store {

class WordIndex;

class Backend {
  public:
    virtual ~Backend() = default;

    virtual void open(soci::session& session, const std::string& where) const = 0;

    virtual std::string_view begin(Purpose purpose) const = 0;
    // Whether a refused statement takes the whole transaction with it, unless a savepoint holds it.
    virtual bool is_spoiled_by_refusal() const = 0;

    // A parameter of the type bytea, in SQL and as it is bound and read, through a text
    // (docs/decisions/0001-binary-values.md).
    virtual std::string binary_parameter(const std::string& name) const = 0;
    virtual std::string to_wire(const Bytes& bytes) const = 0;
    virtual Bytes from_wire(std::string&& text) const = 0;
    // Whether a text may hold a zero character.
    virtual bool keeps_zero_characters() const = 0;

    virtual DatabaseError::Sort sort_of(const soci::soci_error& error) const = 0;

    // Has one parameter, a table's name, and counts the tables of that name.
    virtual std::string_view count_of_tables() const = 0;
    // What lets one program at a time past, until its session is closed, however long it takes.
    virtual std::vector<std::string_view> before_migration() const = 0;
    // Lets the statements of a transaction see what was committed before each of them, as its first
    // statement; empty where a writing transaction sees that anyway.
    virtual std::string_view see_each_commit() const = 0;
    // Lets the statements of a transaction take as long as they need, where else there is a limit;
    // empty where there is none.
    virtual std::string_view take_any_time() const = 0;
    // What is broken in the database's own files, in its words; empty: nothing, or it does not look
    // at all of them when it is asked. Throws DatabaseError.
    virtual std::string damage(Session& session) const = 0;
    // A condition on the rows of which a column holds a value of another type than its own; empty
    // where none can.
    virtual std::string holds_another_type(const std::string& column, ColumnType type) const = 0;
    // Outside of a transaction, once a data key was destroyed: lets no older copy of its row stay
    // in the database's own files longer than need be. Nobody waits for it for long; says whether
    // it could. Throws DatabaseError.
    virtual bool forget_destroyed(Session& session) const = 0;
    // Names the state that a read now would see; empty where there is but one program, which
    // counts.
    virtual std::string_view state() const = 0;
    // The full-text index (search_index.hpp).
    virtual const WordIndex& word_index() const = 0;
};

const Backend& sqlite_backend();
const Backend& postgresql_backend();

}  // namespace tenpoint::store
