// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe/enum.hpp>

#include "base/descriptor.hpp"
#include "base/result.hpp"
#include "store/durable_file.hpp"

namespace tenpoint::app {

enum class FileUse {
    reading,
    writing,   // over what was there
    replacing  // a new file, for its owner's eyes only, that gets its name by `put_at` or vanishes
};
BOOST_DESCRIBE_ENUM(FileUse, reading, writing, replacing)

// The files of whoever typed a command. They are opened in the process in which it was typed, with
// its rights and as it sees the file system, also where a server carries out the command: a service
// often sees another /tmp, and no home. All fails with file_problem (store/storage_problem.hpp) on
// "/file".
class TerminalFiles {
  public:
    virtual ~TerminalFiles() = default;
    virtual Result<Descriptor> open(const std::filesystem::path& path, FileUse use) = 0;
    // Names the file that was opened last for `replacing`; in the same folder.
    virtual Result<void> put_at(const std::filesystem::path& path) = 0;
};

// Those of this process.
class OwnFiles final : public TerminalFiles {
  public:
    Result<Descriptor> open(const std::filesystem::path& path, FileUse use) override;
    Result<void> put_at(const std::filesystem::path& path) override;

  private:
    std::optional<store::UnplacedFile> unplaced_;
};

// Writes a file anew; fails with `storage_failed`.
Result<void> write_file(TerminalFiles& files, const std::filesystem::path& path,
                        std::string_view bytes);

// All that is in a file that is to be small; nothing where it cannot be read or is not.
std::optional<std::string> read_text(TerminalFiles& files, const std::filesystem::path& path);

// What is in an open file, from its start, as a file of this process: with a descriptor that
// another one handed over comes the right to read it, but none to open it once more. Fails with
// std::system_error.
void copy_to(const store::UnplacedFile& copy, const Descriptor& file);

}  // namespace tenpoint::app
