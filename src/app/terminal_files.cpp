// SPDX-License-Identifier: Apache-2.0
#include "app/terminal_files.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <vector>

#include "store/storage_problem.hpp"

namespace tenpoint::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_text = 1 << 20;

Problem failure(const fs::path& path, int error) {
    return store::file_problem("/file", path, std::generic_category().message(error));
}

}  // namespace

Result<Descriptor> OwnFiles::open(const fs::path& path, FileUse use) try {
    int number = -1;
    if (use == FileUse::replacing)
        number = ::fcntl(unplaced_.emplace(path).descriptor(), F_DUPFD_CLOEXEC, 0);
    else if (use == FileUse::writing)
        number = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    else
        number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (number < 0) return failure(path, errno);
    return Descriptor(number);
} catch (const std::system_error& error) {
    return failure(path, error.code().value());
}

Result<void> OwnFiles::put_at(const fs::path& path) try {
    unplaced_.value().put_at(path);
    unplaced_.reset();
    return {};
} catch (const std::system_error& error) {
    return failure(path, error.code().value());
}

Result<void> write_file(TerminalFiles& files, const fs::path& path, std::string_view bytes) try {
    TENPOINT_TRY(file, files.open(path, FileUse::writing));
    store::write_all(file.number(), bytes);
    return {};
} catch (const std::system_error& error) {
    return failure(path, error.code().value());
}

std::optional<std::string> read_text(TerminalFiles& files, const fs::path& path) {
    const auto file = files.open(path, FileUse::reading);
    if (!file) return std::nullopt;
    std::string text;
    std::array<char, 16 * 1024> bytes{};
    while (const auto got = ::read(file->number(), bytes.data(), bytes.size())) {
        if (got < 0 || text.size() > longest_text) return std::nullopt;
        text.append(bytes.data(), static_cast<std::size_t>(got));
    }
    return text;
}

void copy_to(const store::UnplacedFile& copy, const Descriptor& file) {
    std::vector<char> bytes(256 * 1024);
    while (const auto got = ::read(file.number(), bytes.data(), bytes.size())) {
        if (got < 0) throw std::system_error(errno, std::generic_category(), "cannot read a file");
        store::write_all(copy.descriptor(), {bytes.data(), static_cast<std::size_t>(got)});
    }
}

}  // namespace tenpoint::app
