// SPDX-License-Identifier: Apache-2.0
#include "store/data_keys.hpp"

#include <algorithm>
#include <bit>

#include <fmt/format.h>

namespace tenpoint::store {
namespace {

constexpr std::string_view of_records = "data_keys";
constexpr std::string_view of_indexes = "index_keys";
const std::string blind_index = "blind_index";  // whose key leads
const std::string contents = "contents";
constexpr std::size_t most_at_once = 256;

enum Columns { record_column, since_column, wrapped_column };
constexpr std::array types{ColumnType::text, ColumnType::integer, ColumnType::text};

// A key that was put under another record, or back after its record was erased, does not open.
std::string place_of_key(const std::string& record, std::int64_t since) {
    return fmt::format("data key of {} since version {}", record, since);
}

// "NAME.SEALED": the name of the node's key, and the data key's digits sealed by it.
std::string wrapped(const SecretKey& key, const std::string& place, const SecretKey& wrapping,
                    Randomness& randomness) {
    auto digits = key.digits();
    auto sealed = wrapping.seal(digits, place, randomness);
    forget(digits);
    return fmt::format("{}.{}", NodeKey::name_of(wrapping), sealed);
}

std::string name_in(const Row& row) {
    const auto& stored = text(row[wrapped_column]);
    return stored.substr(0, stored.find('.'));
}

[[noreturn]] void fail(const char* what) {
    throw DatabaseError(DatabaseError::Sort::other, what);
}

std::string select_from(std::string_view table) {
    return fmt::format("select record, since, wrapped from {} ", table);
}

std::optional<Row> row_of(Session& session, std::string_view table, const std::string& record) {
    auto rows =
        session.query(select_from(table) + "where record = ?", std::array{Cell{record}}, types);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

std::vector<Row> rows_after(Session& session, std::string_view table, const std::string& after) {
    return session.query(select_from(table) + "where record > ? order by record limit 1000",
                         std::array{Cell{after}}, types);
}

// Calls `visit` with the table and the row of each key, until that says true; says whether it did.
template <class Visit>
bool any_row(Session& session, Visit visit) {
    for (const auto table : {of_indexes, of_records}) {
        std::string after;
        for (auto rows = rows_after(session, table, after); !rows.empty();
             rows = rows_after(session, table, after)) {
            for (const auto& row : rows)
                if (visit(table, row)) return true;
            after = text(rows.back()[record_column]);
        }
    }
    return false;
}

}  // namespace

std::optional<SecretKey> DataKeys::unwrapped(const Row& row) const {
    const auto& stored = text(row[wrapped_column]);
    const auto name = name_in(row);
    const auto wrapping = node_key_.find(name);
    if (!wrapping || name.size() == stored.size()) return std::nullopt;
    auto digits = wrapping->open(std::string_view{stored}.substr(name.size() + 1),
                                 place_of_key(text(row[record_column]), number(row[since_column])));
    if (!digits) return std::nullopt;
    auto key = SecretKey::from_digits(*digits);
    forget(*digits);
    return key;
}

std::optional<DataKey> DataKeys::find(const Id& record) const {
    const auto row = row_of(session_, of_records, record.text);
    if (!row) return std::nullopt;
    const auto key = unwrapped(*row);
    if (!key) fail("a data key does not open");
    return DataKey{*key, number((*row)[since_column])};
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
        const auto sql = select_from(of_records) + fmt::format("where record in ({})", marks);
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
    if (auto found = find(record)) return found->key;
    return make(record,
                number(session_
                           .query("select coalesce(max(record_version), 0) + 1 from journal "
                                  "where record = ?",
                                  {record.text}, {ColumnType::integer})
                           .front()
                           .front()));
}

SecretKey DataKeys::make(const Id& record, std::int64_t version) {
    auto key = SecretKey::make(node_key_.randomness());
    insert(of_records, record.text, version, key, wrapping_key());
    return key;
}

void DataKeys::keep(const Id& file, const SecretKey& key) {
    insert(of_records, file.text, 1, key, wrapping_key());
}

Row DataKeys::index_row(const std::string& index) const {
    auto row = row_of(session_, of_indexes, index);
    if (!row) fail("the key of an index is missing");
    return std::move(*row);
}

SecretKey DataKeys::key_of(const std::string& index) const {
    const auto key = unwrapped(index_row(index));
    if (!key) fail("the key of an index does not open");
    return *key;
}

SecretKey DataKeys::index_key() const {
    return key_of(blind_index);
}

SecretKey DataKeys::content_key() const {
    return key_of(contents);
}

// The one under which all are wrapped now.
SecretKey DataKeys::wrapping_key() const {
    const auto key = node_key_.find(name_in(index_row(blind_index)));
    if (!key) fail("the data keys are wrapped under another node's key");
    return *key;
}

void DataKeys::insert(std::string_view table, const std::string& record, std::int64_t since,
                      const SecretKey& key, const SecretKey& wrapping) {
    session_.execute(fmt::format("insert into {} (record, since, wrapped) values (?, ?, ?)", table),
                     {record, since,
                      wrapped(key, place_of_key(record, since), wrapping, node_key_.randomness())});
}

void DataKeys::destroy(const Id& record) {
    session_.execute("delete from data_keys where record = ?", {record.text});
}

bool DataKeys::begin() {
    if (row_of(session_, of_indexes, blind_index)) return false;
    for (const auto& index : {blind_index, contents})
        insert(of_indexes, index, 1, SecretKey::make(node_key_.randomness()), node_key_.first());
    return true;
}

// What the file has counts, not what this program remembers of it.
Result<bool> DataKeys::have_begun() const {
    const auto row = row_of(session_, of_indexes, blind_index);
    if (!row) {
        if (rows_after(session_, of_records, "").empty()) return false;
        return Problem{ProblemCode::index_keys_missing};
    }
    TENPOINT_CHECK(node_key_.read());
    if (!node_key_.has(name_in(*row)) || !unwrapped(*row))
        return Problem{ProblemCode::wrong_node_key, name_in(*row)};
    return true;
}

// Nothing happens where it was destroyed meanwhile.
void DataKeys::wrap(std::string_view table, const Row& row, const SecretKey& key,
                    const SecretKey& wrapping) {
    const auto& record = text(row[record_column]);
    session_.execute(
        fmt::format("update {} set wrapped = ? where record = ? and wrapped = ?", table),
        {wrapped(key, place_of_key(record, number(row[since_column])), wrapping,
                 node_key_.randomness()),
         record, text(row[wrapped_column])});
}

void DataKeys::wrap_under(const std::string& name, std::string_view table, const Row& row) {
    if (name_in(row) == name) return;
    const auto key = unwrapped(row);
    const auto wrapping = node_key_.find(name);
    if (!key || !wrapping) fail("a data key does not open");
    wrap(table, row, *key, *wrapping);
}

// So that backups of before a change of the node's key do not tell by what they have of the index
// who was in it.
bool DataKeys::lead_to(const std::string& name) {
    if (name_in(index_row(blind_index)) == name) return false;
    wrap_under(name, of_indexes, index_row(contents));
    const auto wrapping = node_key_.find(name);
    session_.execute("delete from index_keys where record = ?", {blind_index});
    insert(of_indexes, blind_index, 1, SecretKey::make(node_key_.randomness()), wrapping.value());
    return true;
}

std::optional<std::string> DataKeys::wrap_anew(const std::string& name, const std::string& after) {
    const auto rows = rows_after(session_, of_records, after);
    if (rows.empty()) return std::nullopt;
    for (const auto& row : rows)
        wrap_under(name, of_records, row);
    return text(rows.back()[record_column]);
}

bool DataKeys::are_all_under_one() const {
    return session_
        .query("select record from data_keys where wrapped not like ? limit 1",
               {name_in(index_row(blind_index)) + ".%"}, {ColumnType::text})
        .empty();
}

void DataKeys::clear() {
    session_.execute("delete from data_keys");
    session_.execute("delete from index_keys");
}

void DataKeys::take_over(NodeKey& other) {
    const DataKeys theirs(session_, other);
    const auto mine = node_key_.first();
    const auto my_name = NodeKey::name_of(mine);
    any_row(session_, [&](std::string_view table, const Row& row) {
        if (name_in(row) == my_name) return false;
        if (const auto key = theirs.unwrapped(row)) wrap(table, row, *key, mine);
        return false;
    });
}

std::optional<std::string> DataKeys::find_unusable() const {
    std::optional<std::string> found;
    any_row(session_, [&](std::string_view, const Row& row) {
        if (!unwrapped(row)) found = text(row[record_column]);
        return found.has_value();
    });
    return found;
}

}  // namespace tenpoint::store
