// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

#include "base/descriptor.hpp"

namespace tenpoint::store {

// Waits until a file, or the names in a folder, are on the disk. Fails with std::system_error.
void make_durable(const std::filesystem::path& path);

// Fails with std::system_error.
void write_all(int descriptor, std::string_view bytes);

// A file, if there is one, that goes with the object.
struct TemporaryFile {
    explicit TemporaryFile(std::filesystem::path at) : path(std::move(at)) {}
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    std::filesystem::path path;
};

// A file that gets its name once it is whole. Until then it is beside its place under a name that
// nobody foresees, for its owner's eyes only, and goes with the object. Each step fails with
// std::system_error.
class UnplacedFile {
  public:
    explicit UnplacedFile(const std::filesystem::path& place);
    ~UnplacedFile();
    UnplacedFile(const UnplacedFile&) = delete;
    UnplacedFile& operator=(const UnplacedFile&) = delete;

    int descriptor() const { return descriptor_.number(); }
    const std::filesystem::path& path() const { return path_; }

    // Puts it in the place of what was there. After a power cut there is the old one or the new
    // one; where this fails, the old one. The place is in the folder that was named at first.
    void put_at(const std::filesystem::path& place);
    // Gives it its name where nothing has it. Says whether that was so.
    bool put_new_at(const std::filesystem::path& place);

  private:
    std::filesystem::path path_;
    Descriptor descriptor_;
};

// Puts a file of these bytes in the place of what was there, in the same way.
void replace_file(const std::filesystem::path& path, std::string_view bytes);
// Makes a file of these bytes where there is none. Of those who do so together one is the first,
// and all others find its file.
void make_file(const std::filesystem::path& path, std::string_view bytes);
// Removes what a crash left of files that were to come to that place. Nobody makes one meanwhile.
void remove_unplaced(const std::filesystem::path& place);

}  // namespace tenpoint::store
