// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/terminal_files.hpp"

namespace tenpoint::app {

// The files that somebody typed in a command, and no others. A server that carries a command out
// says which files to open, and whoever has taken it over would otherwise have those of whoever
// asks it, who may be root.
class TypedFiles final : public TerminalFiles {
  public:
    // `folder`: where a relative path begins. `files` outlives this.
    TypedFiles(TerminalFiles& files, const std::vector<std::string>& arguments,
               const std::filesystem::path& folder);

    Result<Descriptor> open(const std::filesystem::path& path, FileUse use) override;
    Result<void> put_at(const std::filesystem::path& path) override;

  private:
    // Each command uses its files in one way; all may read them.
    bool may(const std::filesystem::path& path, FileUse use) const;

    TerminalFiles& files_;
    FileUse use_;
    std::set<std::filesystem::path> typed_;
};

}  // namespace tenpoint::app
