// SPDX-License-Identifier: Apache-2.0
#include "store/session.hpp"

#include <deque>
#include <unordered_map>
#include <utility>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace tenpoint::store {
namespace {

constexpr int sqlite_constraint = 19;

// Storage for one bound parameter or result column, at an address that stays.
struct Slot {
    long long number = 0;
    std::string text;
    soci::indicator indicator = soci::i_ok;
};

void bind(soci::statement& statement, Slot& slot, const Cell& cell) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        slot.number = *number;
        statement.exchange(soci::use(slot.number, slot.indicator));
        return;
    }
    if (const auto* text = std::get_if<std::string>(&cell))
        slot.text = *text;
    else if (const auto* bytes = std::get_if<Bytes>(&cell))
        slot.text = bytes->data;
    else
        slot.indicator = soci::i_null;
    statement.exchange(soci::use(slot.text, slot.indicator));
}

Cell taken(Slot& slot, ColumnType type) {
    if (slot.indicator == soci::i_null) return {};
    if (type == ColumnType::integer) return std::int64_t{slot.number};
    if (type == ColumnType::bytes) return Bytes{std::move(slot.text)};
    return std::move(slot.text);
}

// Numbers the parameters as SOCI wants them. A text bound to SQLite is typed text, so that binary
// values are cast on their way in.
std::string with_named_parameters(std::string_view sql, std::span<const Cell> parameters) {
    std::string out;
    std::size_t next = 0;
    for (const char c : sql) {
        if (c != '?') {
            out += c;
            continue;
        }
        const bool is_binary = std::holds_alternative<Bytes>(parameters[next]);
        const auto name = ":p" + std::to_string(++next);
        out += is_binary ? "cast(" + name + " as blob)" : name;
    }
    return out;
}

[[noreturn]] void rethrow(const soci::soci_error& error) {
    const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
    const bool is_constraint = sqlite && (sqlite->result() & 0xff) == sqlite_constraint;
    throw DatabaseError(
        is_constraint ? DatabaseError::Sort::constraint : DatabaseError::Sort::other, error.what());
}

}  // namespace

struct Session::State {
    soci::session session;
    std::unordered_map<std::string, std::unique_ptr<soci::statement>> prepared;

    soci::statement& statement(const std::string& sql) {
        auto& entry = prepared[sql];
        if (!entry) {
            auto fresh = std::make_unique<soci::statement>(session);
            fresh->alloc();
            fresh->prepare(sql);
            entry = std::move(fresh);
        }
        return *entry;
    }
};

Session::Session(std::unique_ptr<State> state) : state_(std::move(state)) {}
Session::~Session() = default;

std::unique_ptr<Session> Session::open_sqlite(const std::string& sqlite_file) {
    auto state = std::make_unique<State>();
    try {
        state->session.open(*soci::factory_sqlite3(), "dbname=\"" + sqlite_file + "\" timeout=10");
        for (const auto* setting : {"pragma journal_mode = wal", "pragma synchronous = full",
                                    "pragma foreign_keys = on", "pragma cache_size = -8000"})
            state->session.once << setting;
    } catch (const soci::soci_error& error) {
        rethrow(error);
    }
    return std::unique_ptr<Session>(new Session(std::move(state)));
}

void Session::query(std::string_view sql, std::span<const Cell> parameters,
                    std::span<const ColumnType> columns, const std::function<void(Row&)>& visit) {
    try {
        auto& statement = state_->statement(with_named_parameters(sql, parameters));
        std::deque<Slot> slots(parameters.size() + columns.size());
        struct Release {
            soci::statement& statement;
            ~Release() { statement.bind_clean_up(); }
        } release{statement};
        for (std::size_t i = 0; i < parameters.size(); ++i)
            bind(statement, slots[i], parameters[i]);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            auto& slot = slots[parameters.size() + i];
            if (columns[i] == ColumnType::integer)
                statement.exchange(soci::into(slot.number, slot.indicator));
            else
                statement.exchange(soci::into(slot.text, slot.indicator));
        }
        statement.define_and_bind();
        if (columns.empty()) {
            statement.execute(true);
            return;
        }
        statement.execute();
        Row row(columns.size());
        while (statement.fetch()) {
            for (std::size_t i = 0; i < columns.size(); ++i)
                row[i] = taken(slots[parameters.size() + i], columns[i]);
            visit(row);
        }
    } catch (const soci::soci_error& error) {
        rethrow(error);
    }
}

std::vector<Row> Session::query(std::string_view sql, std::span<const Cell> parameters,
                                std::span<const ColumnType> columns) {
    std::vector<Row> rows;
    query(sql, parameters, columns,
          [&](Row& row) { rows.push_back(std::exchange(row, Row(columns.size()))); });
    return rows;
}

void Session::execute(std::string_view sql, std::span<const Cell> parameters) {
    query(sql, parameters, {}, [](Row&) {});
}

}  // namespace tenpoint::store
