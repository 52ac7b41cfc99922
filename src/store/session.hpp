// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/bytes.hpp"

namespace tenpoint::store {

// One value of a statement or of a row; std::monostate is null.
using Cell = std::variant<std::monostate, std::int64_t, std::string, Bytes>;

enum class ColumnType { integer, text, bytes };

using Row = std::vector<Cell>;

// A statement that the database refused. Its message names no value, so that it may be logged.
class DatabaseError : public std::exception {
  public:
    enum class Sort {
        constraint,  // a value that must be unique, or another rule of a table
        conflict,    // another writer came first: the same transaction may pass when tried again
        connection_lost,  // nothing of an open transaction is left
        outcome_unknown,  // the connection was lost in a commit, which may have passed
        disk_full,
        damaged,  // the database's own files do not hold together
        altered,  // a table or column that the migrations made is not there
        other,    // a bug or a broken machine: the store validates before it writes
    };
    DatabaseError(Sort sort, std::string message) : sort_(sort), message_(std::move(message)) {}
    const char* what() const noexcept override { return message_.c_str(); }
    Sort sort() const { return sort_; }

  private:
    Sort sort_;
    std::string message_;
};

// What a transaction is for. A reading one sees one unchanging state and waits for nobody.
enum class Purpose { reading, writing };

class Backend;

// One connection to the database, with its prepared statements. For one thread at a time.
//
// SQL is written once for both databases: parameters are `?`, names are quoted where they could be
// keywords, types are text, bigint and bytea. `lower` knows all of Unicode on both. What differs
// is told in backend.hpp and is nobody else's business.
class Session {
  public:
    // `sqlite_file` is made where it does not exist.
    static std::unique_ptr<Session> open_sqlite(const std::string& sqlite_file);
    // `uri` is a connection URI of libpq, "postgresql://…".
    static std::unique_ptr<Session> open_postgresql(const std::string& uri);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    // Gives the number of rows that were inserted, changed or deleted.
    std::int64_t execute(std::string_view sql, std::span<const Cell> parameters = {});
    std::int64_t execute(std::string_view sql, std::initializer_list<Cell> parameters) {
        return execute(sql, std::span{parameters.begin(), parameters.size()});
    }

    // Calls `visit` with each row, whose cells have the asked types or are null.
    void query(std::string_view sql, std::span<const Cell> parameters,
               std::span<const ColumnType> columns, const std::function<void(Row&)>& visit);
    std::vector<Row> query(std::string_view sql, std::span<const Cell> parameters,
                           std::span<const ColumnType> columns);
    std::vector<Row> query(std::string_view sql, std::initializer_list<Cell> parameters,
                           std::initializer_list<ColumnType> columns) {
        return query(sql, std::span{parameters.begin(), parameters.size()},
                     std::span{columns.begin(), columns.size()});
    }

    // How many rows all its statements changed, or more: as long as it stays the same, none was.
    std::int64_t changed_rows() const;

    void begin(Purpose purpose);
    void commit();
    // Does nothing where the failure that led here has ended the transaction itself.
    void rollback() noexcept;
    // Runs one statement that a constraint may refuse; the transaction then goes on without it.
    void attempt(const std::function<void()>& statement);

    bool has_table(std::string_view name);
    const Backend& backend() const;

  private:
    struct State;
    explicit Session(std::unique_ptr<State> state);
    static std::unique_ptr<Session> open(const Backend& backend, const std::string& where);
    std::int64_t run(std::string_view sql, std::span<const Cell> parameters,
                     std::span<const ColumnType> columns, const std::function<void(Row&)>& visit);

    std::unique_ptr<State> state_;
};

// Shorthands for cells whose type is known.
inline const std::string& text(const Cell& cell) {
    return std::get<std::string>(cell);
}
inline std::int64_t number(const Cell& cell) {
    return std::get<std::int64_t>(cell);
}
inline bool is_null(const Cell& cell) {
    return std::holds_alternative<std::monostate>(cell);
}

}  // namespace tenpoint::store
