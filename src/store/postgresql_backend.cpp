// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include "store/backend.hpp"
#include "store/search_index.hpp"

namespace tenpoint::store {
namespace {

// The class of an SQLSTATE is its first two characters (PostgreSQL's appendix A).
DatabaseError::Sort sort_of_state(std::string_view state) {
    using enum DatabaseError::Sort;
    const auto kind = state.substr(0, 2);
    // Of an application's statements only a serialisation failure and a deadlock say "try again".
    if (state == "40001" || state == "40P01") return conflict;
    // The store has looked before: what is referred to went, or came to be referred to, meanwhile.
    if (state == "23503") return conflict;
    if (kind == "23") return constraint;
    // Connection exceptions; shut down by an operator, crashed, or not yet up.
    if (kind == "08" || state == "57P01" || state == "57P02" || state == "57P03")
        return connection_lost;
    if (state == "53100") return disk_full;
    if (state == "42P01" || state == "42703") return altered;
    if (kind == "XX" && state != "XX000") return damaged;  // of data or of an index
    return other;
}

// Many programs at once.
//
// Writers are serializable. Repeatable read would do for the version of a record, for unique values
// and for references that are foreign keys; not for a list of references in the link table, nor for
// what a desk looks up before it writes (is there an edition already, is this file known?), since
// there two writers each see the state before the other. PostgreSQL notices such pairs and refuses
// one of the two, which is then tried again. Readers take an unchanging state and no part in this.
class PostgresqlBackend final : public Backend {
  public:
    void open(soci::session& session, const std::string& uri) const override {
        // SOCI reads a text without "=" as words of its own and spoils it.
        session.open(*soci::factory_postgresql(),
                     uri.find('?') == std::string::npos ? uri + "?application_name=tenpoint" : uri);
        for (const auto* setting :
             {"set client_encoding = 'UTF8'", "set bytea_output = 'hex'",
              "set statement_timeout = '60s'", "set client_min_messages = error"})
            session.once << setting;
        std::string encoding;
        std::string name;
        session.once << "show server_encoding", soci::into(encoding);
        session.once << "show application_name", soci::into(name);
        if (name.empty()) session.once << "set application_name = 'tenpoint'";
        if (encoding != "UTF8")
            throw DatabaseError(DatabaseError::Sort::other,
                                "the database's encoding is " + encoding + ", not UTF8");
    }

    std::string_view begin(Purpose purpose) const override {
        return purpose == Purpose::reading ? "begin isolation level repeatable read read only"
                                           : "begin isolation level serializable";
    }
    bool is_spoiled_by_refusal() const override { return true; }

    std::string binary_parameter(const std::string& name) const override { return name; }
    std::string to_wire(const Bytes& bytes) const override { return "\\x" + to_hex(bytes.data); }
    Bytes from_wire(std::string&& text) const override {
        Bytes bytes;
        if (!text.starts_with("\\x") || !from_hex(std::string_view{text}.substr(2), bytes.data))
            throw std::runtime_error("PostgreSQL gave a bytea in a form that is not hex");
        return bytes;
    }
    bool keeps_zero_characters() const override { return false; }

    DatabaseError::Sort sort_of(const soci::soci_error& error) const override {
        // SOCI gives no SQLSTATE only where it cannot connect.
        const auto* postgresql = dynamic_cast<const soci::postgresql_soci_error*>(&error);
        return postgresql ? sort_of_state(postgresql->sqlstate())
                          : DatabaseError::Sort::connection_lost;
    }

    std::string_view count_of_tables() const override {
        return "select count(*) from information_schema.tables "
               "where table_schema = current_schema() and table_name = ?";
    }
    std::vector<std::string_view> before_migration() const override {
        return {"set statement_timeout = 0",
                "select pg_advisory_lock(8010)"};  // a number that every Tenpoint takes
    }
    std::string_view see_each_commit() const override {
        return "set transaction isolation level read committed";
    }
    std::string_view take_any_time() const override { return "set local statement_timeout = 0"; }
    // Its operators have tools for that (pg_amcheck), and checksums.
    std::string damage(Session&) const override { return {}; }
    std::string holds_another_type(const std::string&, ColumnType) const override { return {}; }
    bool forget_destroyed(Session& session) const override {
        session.execute("set lock_timeout = '1s'");
        for (const auto* table : {"data_keys", "index_keys", "blind_index"})
            session.execute(std::string("vacuum ") + table);
        return true;
    }
    std::string_view state() const override { return "select cast(pg_current_snapshot() as text)"; }
    const WordIndex& word_index() const override { return postgresql_word_index(); }
};

}  // namespace

const Backend& postgresql_backend() {
    static const PostgresqlBackend backend;
    return backend;
}

}  // namespace tenpoint::store
