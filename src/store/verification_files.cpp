// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "base/hash.hpp"
#include "store/staged_file.hpp"
#include "store/verification.hpp"

namespace tenpoint::store {
namespace {

std::optional<Flaw> check_file(Session& session, const Row& file, Verification& counts) {
    const auto& id = text(file[0]);
    const auto chunks = number(file[4]);
    const auto name = text(file[1]);
    Hasher hasher;
    std::int64_t read = 0;
    for (std::int64_t i = 0; i < chunks; ++i) {
        const auto rows =
            session.query("select data from file_chunks where file = ? and number = ?", {id, i},
                          {ColumnType::bytes});
        if (rows.empty()) return Flaw{FlawCode::file_incomplete, {id, name}};
        try {
            const auto chunk = restore_chunk(std::get<Bytes>(rows.front()[0]).data);
            hasher.add(chunk);
            read += static_cast<std::int64_t>(chunk.size());
        } catch (const std::runtime_error&) {  // it is not what zstd wrote
            return Flaw{FlawCode::file_damaged, {id, name}};
        }
    }
    const auto kept = number(
        session
            .query("select count(*) from file_chunks where file = ?", {id}, {ColumnType::integer})
            .front()[0]);
    if (kept != chunks) return Flaw{FlawCode::file_incomplete, {id, name}};
    if (read != number(file[2]) || hasher.digest() != text(file[3]))
        return Flaw{FlawCode::file_damaged, {id, name}};
    ++counts.files;
    counts.bytes += read;
    return std::nullopt;
}

}  // namespace

std::optional<Flaw> verify_files(Session& session, Verification& counts) {
    std::string after;
    while (true) {
        const auto files = session.query(
            "select id, name, bytes, hash, chunks from files where id > ? order by id limit 500",
            {after},
            {ColumnType::text, ColumnType::text, ColumnType::integer, ColumnType::text,
             ColumnType::integer});
        if (files.empty()) break;
        for (const auto& file : files)
            if (auto flaw = check_file(session, file, counts)) return flaw;
        after = text(files.back()[0]);
    }
    const auto strays = session.query(
        "select file from file_chunks where not exists "
        "(select 1 from files where files.id = file_chunks.file) limit 1",
        {}, {ColumnType::text});
    if (!strays.empty()) return Flaw{FlawCode::chunks_without_file, {text(strays[0][0])}};
    return std::nullopt;
}

}  // namespace tenpoint::store
