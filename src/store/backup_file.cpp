// SPDX-License-Identifier: Apache-2.0
#include "store/backup_file.hpp"

#include <array>
#include <cerrno>
#include <fstream>
#include <functional>
#include <system_error>
#include <unistd.h>

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/hash.hpp"
#include "store/durable_file.hpp"

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::string_view first_line = "Tenpoint backup 1\n";
constexpr std::size_t longest_label = 1 << 20;

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

json::object to_json(const BackupLabel& label, const std::string& hash) {
    json::object object{{"made_at", to_text(label.made_at)},
                        {"journal", json::parse(to_text(label.head))},
                        {"hash", hash}};
    if (label.flaw)
        object["flaw"] = {
            {"code", boost::describe::enum_to_string(label.flaw->code, "")},
            {"arguments", json::array(label.flaw->arguments.begin(), label.flaw->arguments.end())}};
    return object;
}

std::string text_to_sign(const json::object& label) {
    return std::string{first_line} + json::serialize(label);
}

std::string text_of(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value && value->is_string() ? std::string{value->get_string()} : std::string{};
}

// Takes the signature out; gives whose it is, where it is right.
std::string take_signer(json::object& label) {
    auto signer = text_of(label, "signer");
    const auto signature = text_of(label, "signature");
    label.erase("signer");
    label.erase("signature");
    return is_signed(text_to_sign(label), signature, signer) ? signer : std::string{};
}

// At most so many bytes of a line that ends.
std::optional<std::string> read_line(std::istream& in, std::size_t longest) {
    std::string line;
    for (char c = 0; line.size() <= longest && in.get(c); line += c)
        if (c == '\n') return line;
    return std::nullopt;
}

struct LabelAndHash {
    BackupLabel label;
    std::string hash;
};

std::optional<LabelAndHash> read_label(std::istream& in) {
    const auto first = read_line(in, first_line.size());
    if (!first || *first + '\n' != first_line) return std::nullopt;
    const auto line = read_line(in, longest_label);
    boost::system::error_code error;
    auto parsed = line ? json::parse(*line, error) : json::value{};
    auto* object = error ? nullptr : parsed.if_object();
    const auto* journal = object ? object->if_contains("journal") : nullptr;
    const auto made_at = object ? instant_from_text(text_of(*object, "made_at")) : std::nullopt;
    auto head = journal ? head_from_text(json::serialize(*journal)) : std::nullopt;
    if (!made_at || !head) return std::nullopt;
    auto hash = text_of(*object, "hash");
    BackupLabel label{std::move(*head), *made_at};
    label.signer = take_signer(*object);
    if (label.signer.empty()) return std::nullopt;
    return LabelAndHash{std::move(label), std::move(hash)};
}

}  // namespace

void pack_backup(const fs::path& database, const BackupLabel& label, const SigningKey& key,
                 int backup) {
    std::ifstream in(database, std::ios::binary);
    need(in.is_open(), "a copy cannot be read");
    const auto hash = read_all(in, [](std::string_view) {});
    in.clear();
    in.seekg(0);
    auto object = to_json(label, hash);
    const auto signature = key.sign(text_to_sign(object));
    object["signer"] = key.public_key();
    object["signature"] = signature;
    write_all(backup, std::string{first_line} + json::serialize(object) + '\n');
    const auto written = read_all(in, [&](std::string_view bytes) { write_all(backup, bytes); });
    need(written == hash, "a copy cannot be read twice");
    need(::fsync(backup) == 0, "a backup cannot be written");
}

Result<BackupLabel> unpack_backup(const fs::path& backup, const fs::path& database) {
    const auto refused = [&](const char* why) {
        return Problem{
            ProblemCode::invalid_fields, backup.string() + ": " + why, {{"/file", "not_a_backup"}}};
    };
    std::ifstream in(backup, std::ios::binary);
    if (!in)
        return Problem{ProblemCode::invalid_fields, backup.string(), {{"/file", "missing_file"}}};
    auto read = read_label(in);
    if (!read) return refused("is of another sort");
    std::ofstream out(database, std::ios::binary);
    const auto hash = read_all(in, [&](std::string_view bytes) { out << bytes; });
    out.close();
    if (!out) return Problem{ProblemCode::storage_failed, "a backup cannot be unpacked"};
    if (hash != read->hash) return refused("is damaged");
    return std::move(read->label);
}

bool is_backup(int file) {
    std::array<char, first_line.size()> bytes{};
    return ::pread(file, bytes.data(), bytes.size(), 0) == ssize_t{bytes.size()} &&
           std::string_view(bytes.data(), bytes.size()) == first_line;
}

}  // namespace tenpoint::store
