// SPDX-License-Identifier: Apache-2.0
#include "store/session.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <utility>
#include <vector>

#include <soci/soci.h>

#include "store/backend.hpp"

namespace tenpoint::store {
namespace {

// SQL is made for many combinations of filters; beyond this many the statements start anew.
constexpr std::size_t most_prepared = 400;

// Storage for one bound parameter or result column, at an address that stays.
struct Slot {
    bool is_number = false;
    long long number = 0;
    std::string text;
    soci::indicator indicator = soci::i_ok;

    // Whether a value can go where this is bound: nulls can everywhere.
    bool takes(const Cell& cell) const {
        return std::holds_alternative<std::monostate>(cell) ||
               std::holds_alternative<std::int64_t>(cell) == is_number;
    }
};

// A statement and what is bound to it. SOCI takes many small allocations to bind, so this is done
// once and again only where a parameter comes in another type than before.
struct Prepared {
    explicit Prepared(soci::session& session) : statement(session) {}

    soci::statement statement;
    std::vector<Slot> parameters;
    std::vector<Slot> columns;

    bool takes(std::span<const Cell> values, std::span<const ColumnType> types) const {
        const auto fits = [](const Slot& slot, const auto& asked) { return slot.takes(asked); };
        const auto gives = [](const Slot& slot, ColumnType type) {
            return slot.is_number == (type == ColumnType::integer);
        };
        return std::ranges::equal(parameters, values, fits) &&
               std::ranges::equal(columns, types, gives);
    }

    // What SOCI set aside for PostgreSQL's parameters stays behind where a statement fails, and
    // would be written in place of a null the next time.
    void unbind() {
        statement.bind_clean_up();
        parameters.clear();
        columns.clear();
    }

    void bind(std::span<const Cell> values, std::span<const ColumnType> types) {
        unbind();
        parameters.assign(values.size(), {});
        columns.assign(types.size(), {});
        for (std::size_t i = 0; i < values.size(); ++i)
            parameters[i].is_number = std::holds_alternative<std::int64_t>(values[i]);
        for (std::size_t i = 0; i < types.size(); ++i)
            columns[i].is_number = types[i] == ColumnType::integer;
        for (auto& slot : parameters) {
            if (slot.is_number)
                statement.exchange(soci::use(slot.number, slot.indicator));
            else
                statement.exchange(soci::use(slot.text, slot.indicator));
        }
        for (auto& slot : columns) {
            if (slot.is_number)
                statement.exchange(soci::into(slot.number, slot.indicator));
            else
                statement.exchange(soci::into(slot.text, slot.indicator));
        }
        statement.define_and_bind();
    }
};

void put(const Backend& backend, Slot& slot, const Cell& cell) {
    slot.indicator = soci::i_ok;
    if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        slot.number = *number;
    } else if (const auto* text = std::get_if<std::string>(&cell)) {
        if (!backend.keeps_zero_characters() && text->find('\0') != std::string::npos)
            throw std::invalid_argument("a zero character in a text for the database");
        slot.text = *text;
    } else if (const auto* bytes = std::get_if<Bytes>(&cell)) {
        slot.text = backend.to_wire(*bytes);
    } else {
        slot.indicator = soci::i_null;
    }
}

// A statement that is kept holds no large value longer than it needs it.
void drop_large(std::vector<Slot>& slots) {
    constexpr std::size_t large = 4096;
    for (auto& slot : slots)
        if (slot.text.capacity() > large) slot.text = {};
}

Cell taken(const Backend& backend, Slot& slot, ColumnType type) {
    if (slot.indicator == soci::i_null) return {};
    if (type == ColumnType::integer) return std::int64_t{slot.number};
    if (type == ColumnType::bytes) return backend.from_wire(std::move(slot.text));
    return std::move(slot.text);
}

// Numbers the parameters as SOCI wants them.
std::string with_named_parameters(const Backend& backend, std::string_view sql,
                                  std::span<const Cell> parameters) {
    std::string out;
    std::size_t next = 0;
    for (const char c : sql) {
        if (c != '?') {
            out += c;
            continue;
        }
        const bool is_binary = std::holds_alternative<Bytes>(parameters[next]);
        const auto name = ":p" + std::to_string(++next);
        out += is_binary ? backend.binary_parameter(name) : name;
    }
    return out;
}

// SOCI adds the values of the parameters, PostgreSQL those of the row, on further lines: neither
// belongs into a log.
DatabaseError without_values(const Backend& backend, const soci::soci_error& error) {
    auto message = error.get_error_message();
    message.resize(std::min(message.find('\n'), message.size()));
    return {backend.sort_of(error), std::move(message)};
}

}  // namespace

// Finds a text by a view of it.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>{}(text);
    }
};

struct Session::State {
    explicit State(const Backend& chosen) : backend(chosen) {}

    const Backend& backend;
    soci::session session;
    std::unordered_map<std::string, std::unique_ptr<Prepared>, TextHash, std::equal_to<>> prepared;
    int running = 0;
    std::int64_t changed_rows = 0;

    // Binary parameters change the SQL, all others leave it as it was written.
    Prepared& statement(std::string_view sql, std::span<const Cell> parameters) {
        const bool is_binary = std::ranges::any_of(
            parameters, [](const Cell& cell) { return std::holds_alternative<Bytes>(cell); });
        if (is_binary) return prepare(with_named_parameters(backend, sql, parameters), parameters);
        const auto known = prepared.find(sql);
        return known != prepared.end() ? *known->second : prepare(std::string{sql}, parameters);
    }

    Prepared& prepare(const std::string& sql, std::span<const Cell> parameters) {
        if (running == 0 && prepared.size() >= most_prepared) prepared.clear();
        if (const auto known = prepared.find(sql); known != prepared.end()) return *known->second;
        auto fresh = std::make_unique<Prepared>(session);
        fresh->statement.alloc();
        fresh->statement.prepare(with_named_parameters(backend, sql, parameters));
        return *prepared.emplace(sql, std::move(fresh)).first->second;
    }
};

Session::Session(std::unique_ptr<State> state) : state_(std::move(state)) {}
Session::~Session() = default;

std::unique_ptr<Session> Session::open(const Backend& backend, const std::string& where) {
    auto state = std::make_unique<State>(backend);
    try {
        backend.open(state->session, where);
    } catch (const soci::soci_error& error) {
        auto message = error.get_error_message();  // all of it: the cause stands on further lines
        std::ranges::replace(message, '\n', ' ');
        throw DatabaseError(backend.sort_of(error), std::move(message));
    }
    return std::unique_ptr<Session>(new Session(std::move(state)));
}

std::unique_ptr<Session> Session::open_sqlite(const std::string& sqlite_file) {
    return open(sqlite_backend(), sqlite_file);
}

std::unique_ptr<Session> Session::open_postgresql(const std::string& uri) {
    return open(postgresql_backend(), uri);
}

const Backend& Session::backend() const {
    return state_->backend;
}

std::int64_t Session::run(std::string_view sql, std::span<const Cell> parameters,
                          std::span<const ColumnType> columns,
                          const std::function<void(Row&)>& visit) try {
    const auto& backend = state_->backend;
    auto& prepared = state_->statement(sql, parameters);
    auto& statement = prepared.statement;
    struct Running {
        State& state;
        Prepared& statement;
        bool is_over = false;
        Running(State& in, Prepared& runs) : state(in), statement(runs) { ++state.running; }
        ~Running() {
            if (is_over) {
                drop_large(statement.parameters);
                drop_large(statement.columns);
            } else {
                statement.unbind();
            }
            --state.running;
        }
    } running(*state_, prepared);
    if (!prepared.takes(parameters, columns)) prepared.bind(parameters, columns);
    for (std::size_t i = 0; i < parameters.size(); ++i)
        put(backend, prepared.parameters[i], parameters[i]);
    if (columns.empty()) {
        statement.execute(true);
        running.is_over = true;
        return statement.get_affected_rows();
    }
    statement.execute();
    Row row(columns.size());
    while (statement.fetch()) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            row[i] = taken(backend, prepared.columns[i], columns[i]);
        visit(row);
    }
    running.is_over = true;
    return 0;
} catch (const soci::soci_error& error) {
    throw without_values(state_->backend, error);
}

void Session::query(std::string_view sql, std::span<const Cell> parameters,
                    std::span<const ColumnType> columns, const std::function<void(Row&)>& visit) {
    run(sql, parameters, columns, visit);
}

std::vector<Row> Session::query(std::string_view sql, std::span<const Cell> parameters,
                                std::span<const ColumnType> columns) {
    std::vector<Row> rows;
    run(sql, parameters, columns,
        [&](Row& row) { rows.push_back(std::exchange(row, Row(columns.size()))); });
    return rows;
}

std::int64_t Session::execute(std::string_view sql, std::span<const Cell> parameters) {
    const auto changed = run(sql, parameters, {}, {});
    state_->changed_rows += changed;
    return changed;
}

std::int64_t Session::changed_rows() const {
    return state_->changed_rows;
}

void Session::begin(Purpose purpose) {
    execute(state_->backend.begin(purpose));
}

void Session::commit() {
    execute("commit");
}

void Session::rollback() noexcept {
    try {
        execute("rollback");
    } catch (
        const std::exception&) {  // a session that is of no use any more fails at its next turn
    }
}

void Session::attempt(const std::function<void()>& statement) {
    if (!state_->backend.is_spoiled_by_refusal()) return statement();
    execute("savepoint attempt");
    try {
        statement();
    } catch (const DatabaseError& error) {
        if (error.sort() == DatabaseError::Sort::constraint) {
            execute("rollback to savepoint attempt");
            execute("release savepoint attempt");
        }
        throw;
    }
    execute("release savepoint attempt");
}

bool Session::has_table(std::string_view name) {
    const auto rows =
        query(state_->backend.count_of_tables(), {std::string{name}}, {ColumnType::integer});
    return number(rows.front().front()) > 0;
}

}  // namespace tenpoint::store
