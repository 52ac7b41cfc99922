// SPDX-License-Identifier: Apache-2.0
#include "formats/zip_archive.hpp"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "base/text.hpp"
#include "formats/unreadable.hpp"

namespace tenpoint::formats {
namespace {

bool is_oversized(std::size_t unpacked, std::size_t packed, std::size_t most) {
    return unpacked > most ||
           (unpacked > ZipLimits::ratio_counts_from && unpacked / ZipLimits::ratio > packed);
}

template <class Number>
Number number_at(std::string_view bytes, std::size_t at) {
    Number number = 0;
    if (at + sizeof number <= bytes.size()) std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
}

std::string bytes_at(int file, std::uint64_t from, std::size_t count) {
    std::string bytes(count, '\0');
    const auto read = ::pread(file, bytes.data(), count, static_cast<off_t>(from));
    bytes.resize(read > 0 ? static_cast<std::size_t>(read) : 0);
    return bytes;
}

// What so many parts take in a list, at least.
std::uint64_t bytes_of_parts(std::uint64_t parts) {
    constexpr std::uint64_t least = 46;
    return std::min(parts, ~std::uint64_t{0} / least) * least;
}

// What the longer record at the end claims, whose place a locator of its own gives (APPNOTE 4.3.14
// and 15). libzip follows the locator whether or not the shorter record refers to it.
std::uint64_t longer_claim(int file, std::string_view locator) {
    if (!locator.starts_with("PK\x06\x07")) return 0;
    const auto record = bytes_at(file, number_at<std::uint64_t>(locator, 8), 56);
    if (!record.starts_with("PK\x06\x06")) return 0;
    return std::max(number_at<std::uint64_t>(record, 40),
                    bytes_of_parts(number_at<std::uint64_t>(record, 32)));
}

// How long the list of parts claims to be, which libzip reads into memory at once: by the record at
// the end of the archive (APPNOTE 4.3.16), which a comment may follow. Nothing where it is missing.
std::uint64_t claimed_list_bytes(int file) {
    constexpr std::size_t record_bytes = 22;
    constexpr std::size_t locator_bytes = 20;
    constexpr off_t searched = 65'535 + record_bytes + locator_bytes;
    constexpr auto all_ones = ~std::uint32_t{0};
    const auto from = std::max<off_t>(0, ::lseek(file, 0, SEEK_END) - searched);
    const auto tail = bytes_at(file, static_cast<std::uint64_t>(from), searched);
    std::uint64_t longest = 0;
    for (auto at = tail.find("PK\x05\x06"); at != tail.npos && at + record_bytes <= tail.size();
         at = tail.find("PK\x05\x06", at + 1)) {
        const auto record = std::string_view{tail}.substr(at);
        const auto before = std::string_view{tail}.substr(0, at);
        const auto longer =
            at < locator_bytes ? 0 : longer_claim(file, before.substr(at - locator_bytes));
        const auto bytes = number_at<std::uint32_t>(record, 12);
        // All ones: the length stands in the longer record alone.
        const bool refers = bytes == all_ones && longer > 0;
        longest = std::max({longest, longer, refers ? 0 : std::uint64_t{bytes}});
    }
    return longest;
}

Problem not_opened(const zip_error_t* error, const std::string& what) {
    switch (zip_error_code_zip(error)) {
        case ZIP_ER_NOPASSWD:
        case ZIP_ER_ENCRNOTSUPP:
            return unreadable("encrypted_workbook", what);
        case ZIP_ER_COMPNOTSUPP:
            return unreadable("unknown_compression", what);
        default:
            return unreadable("damaged_workbook", what);
    }
}

}  // namespace

std::size_t ZipPart::read(char* to, std::size_t room) {
    if (failed()) return 0;
    const auto count = zip_fread(file_.get(), to, room);
    if (count < 0) {
        state_ = State::damaged;
        return 0;
    }
    position_ += static_cast<std::size_t>(count);
    if (!is_oversized(position_, packed_, most_)) return static_cast<std::size_t>(count);
    state_ = State::oversized;
    return 0;
}

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(const std::filesystem::path& path) {
    return open(Descriptor{::open(path.c_str(), O_RDONLY | O_CLOEXEC)});
}

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(Descriptor file) {
    if (!file) return unreadable("missing_file", "an archive");
    if (claimed_list_bytes(file.number()) > ZipLimits::list_bytes)
        return unreadable("oversized_workbook", "the list of parts");
    // libzip closes what it is given.
    const int own = ::fcntl(file.number(), F_DUPFD_CLOEXEC, 0);
    ::lseek(own, 0, SEEK_SET);
    int error = 0;
    auto* zip = zip_fdopen(own, 0, &error);
    if (zip == nullptr) {
        ::close(own);
        return unreadable("damaged_workbook", "libzip error " + std::to_string(error));
    }
    return std::unique_ptr<ZipArchive>{new ZipArchive{zip}};
}

bool ZipArchive::has(const std::string& part) const {
    return zip_name_locate(zip_.get(), part.c_str(), 0) >= 0;
}

Result<std::unique_ptr<ZipPart>> ZipArchive::part(const std::string& name, std::size_t most) const {
    const auto index = zip_name_locate(zip_.get(), name.c_str(), 0);
    if (index < 0) return unreadable("damaged_workbook", "no part " + name);
    return part(static_cast<std::uint64_t>(index), most);
}

Result<std::unique_ptr<ZipPart>> ZipArchive::part(std::uint64_t index, std::size_t most) const {
    zip_stat_t stat{};
    const auto number = "part " + std::to_string(index);
    if (zip_stat_index(zip_.get(), index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0)
        return unreadable("damaged_workbook", number);
    if (is_oversized(stat.size, stat.comp_size, most))
        return unreadable("oversized_workbook", number);
    auto* file = zip_fopen_index(zip_.get(), index, 0);
    if (file == nullptr) return not_opened(zip_get_error(zip_.get()), number);
    return std::unique_ptr<ZipPart>{new ZipPart{file, stat.size, stat.comp_size, most}};
}

Result<std::string> ZipArchive::text(const std::string& name) const {
    TENPOINT_TRY(bytes, part(name, ZipLimits::described_bytes));
    std::string all;
    std::string piece(std::size_t{64} << 10, '\0');
    while (const auto count = bytes->read(piece.data(), piece.size()))
        all.append(piece, 0, count);
    if (bytes->failed()) return unreadable("damaged_workbook", name);
    return all;
}

std::vector<ZipEntry> ZipArchive::entries() const {
    std::vector<ZipEntry> all;
    const auto count = zip_get_num_entries(zip_.get(), 0);
    for (zip_uint64_t i = 0; static_cast<zip_int64_t>(i) < count; ++i) {
        zip_stat_t stat{};
        if (zip_stat_index(zip_.get(), i, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0)
            continue;
        std::string name{stat.name};
        if (!is_valid_utf8(name))
            std::ranges::replace_if(
                name, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
        all.push_back({i, std::move(name), stat.size});
    }
    return all;
}

}  // namespace tenpoint::formats
