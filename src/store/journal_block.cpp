// SPDX-License-Identifier: Apache-2.0
#include "store/journal_block.hpp"

#include <array>
#include <span>

#include <boost/json/array.hpp>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "base/hash.hpp"

namespace tenpoint::store {
namespace {

namespace json = boost::json;

constexpr std::string_view columns =
    "number, sealed_at, previous, entries, signer, head, signature";
constexpr std::array block_columns{ColumnType::integer, ColumnType::text, ColumnType::text,
                                   ColumnType::bytes,   ColumnType::text, ColumnType::text,
                                   ColumnType::text};

JournalBlock block_in(Row& row) {
    return {number(row[0]), text(row[1]), text(row[2]), std::get<Bytes>(row[3]).data,
            text(row[4]),   text(row[5]), text(row[6])};
}

// Those that a digest covers; the block, which comes after them, is not yet known then.
constexpr std::size_t sealed_cells = 10;

std::string digest_of(const Row& row) {
    std::array<unsigned char, 8192> first{};  // enough for most entries
    json::monotonic_resource memory(first.data(), first.size());
    json::array cells(&memory);
    cells.reserve(sealed_cells);
    for (const auto& cell : std::span{row}.first(sealed_cells)) {
        if (const auto* words = std::get_if<std::string>(&cell))
            cells.emplace_back(*words);
        else
            cells.emplace_back(number(cell));
    }
    std::string digest;
    from_hex(hash_of(json::serialize(cells)), digest);
    return digest;
}

std::vector<EntrySeal> select_entries(Session& session, std::string_view which,
                                      std::span<const Cell> parameters) {
    using enum ColumnType;
    constexpr std::array types{text,    text, text, text, integer, text,
                               integer, text, text, text, integer};
    std::vector<EntrySeal> entries;
    session.query(
        fmt::format("select id, at, principal, kind, kind_version, record, record_version, verb, "
                    "change, hash, coalesce(block, 0) from journal e where {}",
                    which),
        parameters, types, [&](Row& row) {
            entries.push_back({store::text(row[0]), store::text(row[1]), store::text(row[3]),
                               store::text(row[5]), digest_of(row), number(row.back())});
        });
    return entries;
}

}  // namespace

std::string head_of(const JournalBlock& block) {
    return hash_of(json::serialize(json::array{block.number, block.sealed_at, block.previous,
                                               hash_of(block.digests), block.signer}));
}

// No signature for this purpose is one for another.
std::string signed_text(const JournalBlock& block) {
    return "Tenpoint journal " + block.head;
}

void insert(Session& session, const JournalBlock& block) {
    session.execute(
        fmt::format("insert into journal_blocks ({}) values (?, ?, ?, ?, ?, ?, ?)", columns),
        {block.number, block.sealed_at, block.previous, Bytes{block.digests}, block.signer,
         block.head, block.signature});
}

std::optional<JournalBlock> last_block(Session& session) {
    auto rows = session.query(
        fmt::format("select {} from journal_blocks order by number desc limit 1", columns), {},
        block_columns);
    if (rows.empty()) return std::nullopt;
    return block_in(rows.front());
}

std::vector<JournalBlock> blocks_after(Session& session, std::int64_t number, std::size_t most) {
    std::vector<JournalBlock> blocks;
    const std::array parameters{Cell{number}};
    for (auto& row : session.query(
             fmt::format("select {} from journal_blocks where number > ? order by number limit {}",
                         columns, most),
             parameters, block_columns))
        blocks.push_back(block_in(row));
    return blocks;
}

std::vector<EntrySeal> entries_to_seal(Session& session, std::int64_t most) {
    return select_entries(
        session,
        fmt::format("e.block is null and not exists ("
                    "select 1 from journal elder where elder.record = e.record "
                    "and elder.block is null and elder.record_version < e.record_version "
                    "and elder.id > e.id) order by e.id limit {}",
                    most),
        {});
}

std::vector<EntrySeal> entries_of_blocks(Session& session, std::int64_t first, std::int64_t last) {
    const std::array parameters{Cell{first}, Cell{last}};
    return select_entries(session, "e.block >= ? and e.block <= ? order by e.block, e.id",
                          parameters);
}

}  // namespace tenpoint::store
