// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "base/hash.hpp"
#include "store/staged_file.hpp"
#include "store/verification.hpp"

namespace tenpoint::store {
namespace {

// The stored chunks of all files, by file and number, a few at a time.
class Chunks {
  public:
    explicit Chunks(Session& session) : session_(session) {}

    // The bytes of that chunk as they are stored, where it is the next; it is passed then.
    std::optional<std::string> take(const std::string& file, std::int64_t number) {
        if (!is_next(file) || store::number(page_[next_][1]) != number) return std::nullopt;
        return std::move(std::get<Bytes>(page_[next_++][2]).data);
    }
    // Whether the next chunk is of that file.
    bool is_next(const std::string& file) {
        if (next_ == page_.size()) read_on();
        return next_ < page_.size() && text(page_[next_][0]) == file;
    }

  private:
    void read_on() {
        auto page = session_.query(
            "select file, number, data from file_chunks where (file, number) > (?, ?) "
            "order by file, number limit 16",
            {file_, number_}, {ColumnType::text, ColumnType::integer, ColumnType::bytes});
        page_ = std::move(page);
        next_ = 0;
        if (page_.empty()) return;
        file_ = text(page_.back()[0]);
        number_ = number(page_.back()[1]);
    }

    Session& session_;
    std::vector<Row> page_;
    std::size_t next_ = 0;
    std::string file_;  // the last of the page
    std::int64_t number_ = 0;
};

// What is sealed is compared as it is stored; files of before that as they were received. One that
// was erased has nothing left.
std::optional<Flaw> check_file(Chunks& stored, const Row& file, Verification& counts) {
    const auto& id = text(file[0]);
    const auto name = text(file[1]);
    const auto& sealed_hash = text(file[5]);
    const auto is_sealed = !sealed_hash.empty();
    Hasher hasher;
    std::int64_t read = is_sealed ? number(file[2]) : 0;
    for (std::int64_t i = 0; i < number(file[4]); ++i) {
        const auto bytes = stored.take(id, i);
        if (!bytes) return Flaw{FlawCode::file_incomplete, {id, name}};
        if (is_sealed) {
            hasher.add(*bytes);
            continue;
        }
        try {
            const auto chunk = restore_chunk(*bytes, static_cast<std::size_t>(i), nullptr);
            hasher.add(chunk);
            read += static_cast<std::int64_t>(chunk.size());
        } catch (const std::runtime_error&) {  // it is not what zstd wrote
            return Flaw{FlawCode::file_damaged, {id, name}};
        }
    }
    if (stored.is_next(id)) return Flaw{FlawCode::file_incomplete, {id, name}};
    const bool is_erased =
        text(file[3]).empty() && !is_sealed && number(file[2]) == 0 && number(file[4]) == 0;
    if (is_erased) return std::nullopt;
    if (read != number(file[2]) || hasher.digest() != (is_sealed ? sealed_hash : text(file[3])))
        return Flaw{FlawCode::file_damaged, {id, name}};
    ++counts.files;
    counts.bytes += read;
    return std::nullopt;
}

}  // namespace

std::optional<Flaw> verify_files(Session& session, Verification& counts) {
    const auto strays = session.query(
        "select file from file_chunks where not exists "
        "(select 1 from files where files.id = file_chunks.file) limit 1",
        {}, {ColumnType::text});
    if (!strays.empty()) return Flaw{FlawCode::chunks_without_file, {text(strays[0][0])}};
    // What looks erased and still has its key is not.
    const auto half_erased = session.query(
        "select id, name from files where hash = '' and sealed_hash = '' and "
        "exists (select 1 from data_keys where record = files.id) limit 1",
        {}, {ColumnType::text, ColumnType::text});
    if (!half_erased.empty())
        return Flaw{FlawCode::file_damaged, {text(half_erased[0][0]), text(half_erased[0][1])}};
    Chunks stored(session);
    std::string after;
    while (true) {
        const auto files = session.query(
            "select id, name, bytes, hash, chunks, sealed_hash from files where id > ? order by id "
            "limit 500",
            {after},
            {ColumnType::text, ColumnType::text, ColumnType::integer, ColumnType::text,
             ColumnType::integer, ColumnType::text});
        if (files.empty()) return std::nullopt;
        for (const auto& file : files)
            if (auto flaw = check_file(stored, file, counts)) return flaw;
        after = text(files.back()[0]);
    }
}

}  // namespace tenpoint::store
