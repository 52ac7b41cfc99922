// SPDX-License-Identifier: Apache-2.0
#include "formats/zip_archive.hpp"

#include "formats/unreadable.hpp"

namespace tenpoint::formats {
namespace {

bool is_oversized(std::size_t unpacked, std::size_t packed) {
    return unpacked > ZipLimits::part_bytes ||
           (unpacked > ZipLimits::ratio_counts_from && unpacked / ZipLimits::ratio > packed);
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
    if (!is_oversized(position_, packed_)) return static_cast<std::size_t>(count);
    state_ = State::oversized;
    return 0;
}

Result<std::unique_ptr<ZipArchive>> ZipArchive::open(const std::filesystem::path& path) {
    int error = 0;
    auto* zip = zip_open(path.c_str(), ZIP_RDONLY, &error);
    if (zip == nullptr)
        return unreadable("damaged_workbook", "libzip error " + std::to_string(error));
    return std::unique_ptr<ZipArchive>{new ZipArchive{zip}};
}

bool ZipArchive::has(const std::string& part) const {
    return zip_name_locate(zip_.get(), part.c_str(), 0) >= 0;
}

Result<std::unique_ptr<ZipPart>> ZipArchive::part(const std::string& name) const {
    zip_stat_t stat{};
    if (zip_stat(zip_.get(), name.c_str(), 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0)
        return unreadable("damaged_workbook", "no part " + name);
    if (is_oversized(stat.size, stat.comp_size)) return unreadable("oversized_workbook", name);
    auto* file = zip_fopen_index(zip_.get(), stat.index, 0);
    if (file == nullptr) {
        const bool locked = zip_error_code_zip(zip_get_error(zip_.get())) == ZIP_ER_NOPASSWD;
        return unreadable(locked ? "encrypted_workbook" : "damaged_workbook", name);
    }
    return std::unique_ptr<ZipPart>{new ZipPart{file, stat.size, stat.comp_size}};
}

}  // namespace tenpoint::formats
