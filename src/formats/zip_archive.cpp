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

// How long the list of parts claims to be, which libzip reads into memory at once: by the record at
// the end of the archive (APPNOTE 4.3.16), which a comment may follow. Nothing where it is missing.
std::size_t claimed_list_bytes(int file) {
    constexpr std::size_t record_bytes = 22;
    constexpr off_t longest_comment = 65'535;
    const auto size = ::lseek(file, 0, SEEK_END);
    const auto from = std::max<off_t>(0, size - longest_comment - off_t{record_bytes});
    std::string tail(static_cast<std::size_t>(std::max<off_t>(0, size - from)), '\0');
    const auto read = ::pread(file, tail.data(), tail.size(), from);
    tail.resize(read > 0 ? static_cast<std::size_t>(read) : 0);
    std::size_t longest = 0;
    for (auto at = tail.find("PK\x05\x06"); at != tail.npos && at + record_bytes <= tail.size();
         at = tail.find("PK\x05\x06", at + 1)) {
        std::uint32_t bytes = 0;
        std::memcpy(&bytes, tail.data() + at + 12, sizeof bytes);
        const auto longer = tail.rfind("PK\x06\x06", at);
        std::uint64_t claimed = bytes;
        // All ones: the length stands in the longer record in front.
        if (bytes == ~std::uint32_t{0} && longer != tail.npos && longer + 48 <= tail.size())
            std::memcpy(&claimed, tail.data() + longer + 40, sizeof claimed);
        longest = std::max<std::size_t>(longest, claimed);
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
