// SPDX-License-Identifier: Apache-2.0
#include "store/data_keys.hpp"

#include <algorithm>
#include <bit>

#include <fmt/format.h>

namespace tenpoint::store {
namespace {

// Stands among the data keys as if it were a record's.
const std::string index_owner = "blind_index";
constexpr std::size_t most_at_once = 256;

enum Columns { record_column, since_column, wrapped_column };
constexpr std::array types{ColumnType::text, ColumnType::integer, ColumnType::text};

// A key that was put under another record, or back after its record was erased, does not open.
std::string place_of(const std::string& record, std::int64_t since) {
    return fmt::format("data key of {} since version {}", record, since);
}

// "NAME.SEALED": the name of the node's key, and the data key's digits sealed by it.
std::string wrapped(const SecretKey& key, const std::string& place, const SecretKey& wrapping,
                    Randomness& randomness) {
    return fmt::format("{}.{}", NodeKey::name_of(wrapping),
                       wrapping.seal(key.digits(), place, randomness));
}

std::string name_in(const std::string& wrapped) {
    return wrapped.substr(0, wrapped.find('.'));
}

[[noreturn]] void fail(const char* what) {
    throw DatabaseError(DatabaseError::Sort::other, what);
}

}  // namespace

std::optional<Row> DataKeys::row_of(const std::string& record) const {
    auto rows = session_.query("select record, since, wrapped from data_keys where record = ?",
                               std::array{Cell{record}}, types);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

std::vector<Row> DataKeys::rows_after(const std::string& after) const {
    return session_.query(
        "select record, since, wrapped from data_keys where record > ? order by record limit 1000",
        std::array{Cell{after}}, types);
}

std::optional<SecretKey> DataKeys::unwrapped(const Row& row) const {
    const auto& stored = text(row[wrapped_column]);
    const auto name = name_in(stored);
    const auto wrapping = node_key_.find(name);
    if (!wrapping || name.size() == stored.size()) return std::nullopt;
    const auto digits =
        wrapping->open(std::string_view{stored}.substr(name.size() + 1),
                       place_of(text(row[record_column]), number(row[since_column])));
    return digits ? SecretKey::from_digits(*digits) : std::nullopt;
}

std::optional<SecretKey> DataKeys::find(const Id& record) const {
    const auto row = row_of(record.text);
    if (!row) return std::nullopt;
    auto key = unwrapped(*row);
    if (!key) fail("a data key does not open");
    return key;
}

// A few sizes of statement, so that few are prepared.
std::map<std::string, SecretKey> DataKeys::find(const std::vector<Id>& records) const {
    std::map<std::string, SecretKey> keys;
    for (std::size_t from = 0; from < records.size(); from += most_at_once) {
        const auto count = std::min(most_at_once, records.size() - from);
        std::string marks = "?";
        std::vector<Cell> ids{records[from].text};
        for (std::size_t i = 1; i < std::bit_ceil(count); ++i) {
            marks += ", ?";
            ids.emplace_back(records[from + std::min(i, count - 1)].text);
        }
        const auto sql =
            fmt::format("select record, since, wrapped from data_keys where record in ({})", marks);
        for (const auto& row : session_.query(sql, ids, types)) {
            auto key = unwrapped(row);
            if (!key) fail("a data key does not open");
            keys.emplace(text(row[record_column]), std::move(*key));
        }
    }
    return keys;
}

// A key belongs to the versions from the one on that is being written. So a key that is put back
// by hand after its record was erased is told from one that was made since.
SecretKey DataKeys::find_or_make(const Id& record) {
    if (auto key = find(record)) return *key;
    const auto since = number(
        session_
            .query("select coalesce(max(record_version), 0) + 1 from journal where record = ?",
                   {record.text}, {ColumnType::integer})
            .front()
            .front());
    auto key = SecretKey::make(node_key_.randomness());
    insert(record.text, since, key, wrapping_key());
    return key;
}

void DataKeys::keep(const Id& file, const SecretKey& key) {
    insert(file.text, 1, key, wrapping_key());
}

// The one under which all are wrapped now.
SecretKey DataKeys::wrapping_key() const {
    const auto index_row = row_of(index_owner);
    const auto key =
        index_row ? node_key_.find(name_in(text((*index_row)[wrapped_column]))) : std::nullopt;
    if (!key) fail("the data keys are wrapped under another node's key");
    return *key;
}

void DataKeys::insert(const std::string& record, std::int64_t since, const SecretKey& key,
                      const SecretKey& wrapping) {
    session_.execute(
        "insert into data_keys (record, since, wrapped) values (?, ?, ?)",
        {record, since, wrapped(key, place_of(record, since), wrapping, node_key_.randomness())});
}

void DataKeys::destroy(const Id& record) {
    session_.execute("delete from data_keys where record = ?", {record.text});
}

SecretKey DataKeys::index_key() const {
    auto key = find(Id{index_owner});
    if (!key) fail("the key of the blind index is missing");
    return *key;
}

bool DataKeys::begin() {
    if (row_of(index_owner)) return false;
    insert(index_owner, 1, SecretKey::make(node_key_.randomness()), node_key_.first());
    return true;
}

Result<bool> DataKeys::have_begun() const {
    const auto row = row_of(index_owner);
    if (!row) return false;
    TENPOINT_CHECK(node_key_.read());
    if (!unwrapped(*row))
        return Problem{ProblemCode::wrong_node_key, name_in(text((*row)[wrapped_column]))};
    return true;
}

// Nothing happens where it was destroyed meanwhile.
void DataKeys::wrap(const Row& row, const SecretKey& key, const SecretKey& wrapping) {
    const auto& record = text(row[record_column]);
    session_.execute("update data_keys set wrapped = ? where record = ? and wrapped = ?",
                     {wrapped(key, place_of(record, number(row[since_column])), wrapping,
                              node_key_.randomness()),
                      record, text(row[wrapped_column])});
}

void DataKeys::wrap_under(const std::string& name, const Row& row) {
    if (name_in(text(row[wrapped_column])) == name) return;
    const auto key = unwrapped(row);
    const auto wrapping = node_key_.find(name);
    if (!key || !wrapping) fail("a data key does not open");
    wrap(row, *key, *wrapping);
}

void DataKeys::lead_to(const std::string& name) {
    const auto row = row_of(index_owner);
    if (!row) fail("the key of the blind index is missing");
    wrap_under(name, *row);
}

std::optional<std::string> DataKeys::wrap_anew(const std::string& name, const std::string& after) {
    const auto rows = rows_after(after);
    if (rows.empty()) return std::nullopt;
    for (const auto& row : rows)
        wrap_under(name, row);
    return text(rows.back()[record_column]);
}

bool DataKeys::are_all_under(const std::string& name) const {
    return session_
        .query("select record from data_keys where wrapped not like ? limit 1", {name + ".%"},
               {ColumnType::text})
        .empty();
}

void DataKeys::clear() {
    session_.execute("delete from data_keys");
}

void DataKeys::take_over(NodeKey& other) {
    const DataKeys theirs(session_, other);
    const auto mine = node_key_.first();
    std::string after;
    for (auto rows = rows_after(after); !rows.empty(); rows = rows_after(after)) {
        for (const auto& row : rows) {
            if (name_in(text(row[wrapped_column])) == NodeKey::name_of(mine)) continue;
            const auto key = theirs.unwrapped(row);
            if (!key) fail("a data key does not open");
            wrap(row, *key, mine);
        }
        after = text(rows.back()[record_column]);
    }
}

std::optional<std::string> DataKeys::find_unusable() const {
    std::string after;
    for (auto rows = rows_after(after); !rows.empty(); rows = rows_after(after)) {
        for (const auto& row : rows)
            if (!unwrapped(row)) return text(row[record_column]);
        after = text(rows.back()[record_column]);
    }
    return std::nullopt;
}

}  // namespace tenpoint::store
