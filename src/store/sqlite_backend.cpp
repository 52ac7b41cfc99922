// SPDX-License-Identifier: Apache-2.0
#include <mutex>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "store/backend.hpp"
#include "store/search_index.hpp"
#include "store/sqlite_functions.hpp"
#include "store/sqlite_relevance.hpp"

namespace tenpoint::store {
namespace {

// The primary result codes of SQLite; the rest of a code says more.
constexpr int result_mask = 0xff;
constexpr int result_error = 1, result_corrupt = 11, result_full = 13, result_constraint = 19,
              result_no_database = 26;

// SQLite has no code of its own for a table or column that is not there.
bool is_missing(std::string_view message) {
    return message.find("no such table") != message.npos ||
           message.find("no such column") != message.npos ||
           message.find("has no column named") != message.npos;
}

// One file, one program, one writer at a time: what is left to fail is the disk.
class SqliteBackend final : public Backend {
  public:
    void open(soci::session& session, const std::string& file) const override {
        static std::once_flag before_the_first;
        std::call_once(before_the_first, forbid_sharing_connections);
        session.open(*soci::factory_sqlite3(), "dbname=\"" + file + "\" timeout=10");
        for (const auto* setting : {"pragma journal_mode = wal", "pragma synchronous = full",
                                    "pragma foreign_keys = on", "pragma cache_size = -8000",
                                    "pragma temp_store = memory", "pragma secure_delete = on"})
            session.once << setting;
        // Its library does not export what dynamic_cast needs.
        const auto* backend =
            static_cast<const soci::sqlite3_session_backend*>(session.get_backend());
        add_unicode_functions(backend->conn_);
        add_relevance(backend->conn_);
    }

    std::string_view begin(Purpose purpose) const override {
        return purpose == Purpose::reading ? "begin" : "begin immediate";
    }
    bool is_spoiled_by_refusal() const override { return false; }

    // A text that is bound is typed text: every byte survives, but it is no blob.
    std::string binary_parameter(const std::string& name) const override {
        return "cast(" + name + " as blob)";
    }
    std::string to_wire(const Bytes& bytes) const override { return bytes.data; }
    Bytes from_wire(std::string&& text) const override { return {std::move(text)}; }
    bool keeps_zero_characters() const override { return true; }

    DatabaseError::Sort sort_of(const soci::soci_error& error) const override {
        const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
        switch (sqlite ? sqlite->result() & result_mask : 0) {
            case result_constraint:
                return DatabaseError::Sort::constraint;
            case result_corrupt:
            case result_no_database:
                return DatabaseError::Sort::damaged;
            case result_full:
                return DatabaseError::Sort::disk_full;
            case result_error:
                return is_missing(error.get_error_message()) ? DatabaseError::Sort::altered
                                                             : DatabaseError::Sort::other;
            default:
                return DatabaseError::Sort::other;
        }
    }

    std::string_view count_of_tables() const override {
        return "select count(*) from sqlite_master where type = 'table' and name = ?";
    }
    std::vector<std::string_view> before_migration() const override { return {}; }
    std::string_view see_each_commit() const override { return {}; }
    std::string_view take_any_time() const override { return {}; }
    std::string damage(Session& session) const override {
        constexpr std::string_view ok = "ok";
        constexpr std::string_view heading = "*** in database main ***\n";
        const auto rows = session.query("pragma integrity_check(1)", {}, {ColumnType::text});
        std::string_view found = text(rows.front().front());
        if (found == ok) return {};
        if (found.starts_with(heading)) found.remove_prefix(heading.size());
        return std::string{found};
    }
    std::string holds_another_type(const std::string& column, ColumnType type) const override {
        const char* own = type == ColumnType::integer ? "integer"
                          : type == ColumnType::text  ? "text"
                                                      : "blob";
        return "typeof(" + column + ") not in ('null', '" + own + "')";
    }
    bool forget_destroyed(Session& session) const override {
        using enum ColumnType;
        session.execute("pragma busy_timeout = 250");
        const auto rows = session.query("pragma wal_checkpoint(truncate)", {},
                                        {integer, integer, integer});  // busy, pages, of them done
        return !rows.empty() && number(rows.front().front()) == 0;
    }
    std::string_view state() const override { return {}; }
    const WordIndex& word_index() const override { return sqlite_word_index(); }
};

}  // namespace

const Backend& sqlite_backend() {
    static const SqliteBackend backend;
    return backend;
}

}  // namespace tenpoint::store
