// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

namespace tenpoint::web {

// An uploaded body on the disk, so that memory does not grow with it. The file is gone with the
// object. For one thread at a time; failures of the disk are exceptions (std::system_error).
class SpooledFile {
  public:
    explicit SpooledFile(const std::filesystem::path& folder);
    ~SpooledFile();
    SpooledFile(const SpooledFile&) = delete;
    SpooledFile& operator=(const SpooledFile&) = delete;

    // What was appended stands in the file at once.
    void append(std::string_view bytes);

    const std::filesystem::path& path() const { return path_; }
    std::uint64_t bytes() const { return bytes_; }

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::filesystem::path path_;
    std::unique_ptr<std::FILE, Close> file_;
    std::uint64_t bytes_ = 0;
};

}  // namespace tenpoint::web
