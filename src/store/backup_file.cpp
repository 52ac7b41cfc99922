// SPDX-License-Identifier: Apache-2.0
#include "store/backup_file.hpp"

#include <array>
#include <cerrno>
#include <fstream>
#include <functional>
#include <optional>
#include <system_error>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/hash.hpp"
#include "store/durable_file.hpp"

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::string_view first_line = "Tenpoint backup 1";
constexpr std::size_t longest_header = 1 << 20;

// Gives the hash of the bytes that were visited.
std::string read_all(std::istream& in, const std::function<void(std::string_view)>& visit) {
    Hasher hasher;
    std::array<char, 64 * 1024> buffer{};
    while (in.read(buffer.data(), buffer.size()), in.gcount() > 0) {
        const std::string_view bytes(buffer.data(), static_cast<std::size_t>(in.gcount()));
        hasher.add(bytes);
        visit(bytes);
    }
    return hasher.digest();
}

void need(bool done, const char* what) {
    if (!done) throw std::system_error(errno ? errno : EIO, std::generic_category(), what);
}

struct Header {
    KnownHead head;
    std::string hash;
};

std::optional<Header> read_header(std::istream& in) {
    std::string line;
    if (!std::getline(in, line) || line != first_line) return std::nullopt;
    line.clear();
    for (char c = 0; in.get(c) && c != '\n';) {
        line += c;
        if (line.size() > longest_header) return std::nullopt;
    }
    boost::system::error_code error;
    const auto parsed = json::parse(line, error);
    const auto* object = error ? nullptr : parsed.if_object();
    const auto* journal = object ? object->if_contains("journal") : nullptr;
    const auto* hash = object ? object->if_contains("hash") : nullptr;
    if (!journal || !hash || !hash->is_string()) return std::nullopt;
    auto head = head_from_text(json::serialize(*journal));
    if (!head) return std::nullopt;
    return Header{std::move(*head), std::string{hash->get_string()}};
}

}  // namespace

void pack_backup(const fs::path& database, const KnownHead& head, Instant made_at,
                 const fs::path& backup) {
    std::ifstream in(database, std::ios::binary);
    need(in.is_open(), "a copy cannot be read");
    const auto hash = read_all(in, [](std::string_view) {});
    in.clear();
    in.seekg(0);
    auto part = backup;
    part += ".part";
    try {
        replace_file(part, "");  // for its owner's eyes only
        std::ofstream out(part, std::ios::binary);
        out << first_line << '\n'
            << json::serialize(json::object{{"made_at", to_text(made_at)},
                                            {"journal", json::parse(to_text(head))},
                                            {"hash", hash}})
            << '\n';
        const auto written = read_all(in, [&](std::string_view bytes) { out << bytes; });
        out.close();
        need(out && written == hash, "a backup cannot be written");
        make_durable(part);
        fs::rename(part, backup);
        make_durable(backup.parent_path());
    } catch (...) {
        std::error_code ignored;
        fs::remove(part, ignored);
        throw;
    }
}

Result<KnownHead> unpack_backup(const fs::path& backup, const fs::path& database) {
    const auto refused = [&](const char* why) {
        return Problem{
            ProblemCode::invalid_fields, backup.string() + ": " + why, {{"/file", "not_a_backup"}}};
    };
    std::ifstream in(backup, std::ios::binary);
    if (!in) return refused("cannot be opened");
    const auto header = read_header(in);
    if (!header) return refused("is of another sort");
    std::ofstream out(database, std::ios::binary);
    const auto hash = read_all(in, [&](std::string_view bytes) { out << bytes; });
    out.close();
    if (!out) return Problem{ProblemCode::storage_failed, "a backup cannot be unpacked"};
    if (hash != header->hash) return refused("is damaged");
    return header->head;
}

}  // namespace tenpoint::store
