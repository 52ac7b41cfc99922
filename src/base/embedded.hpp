// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

namespace tenpoint {

// A file that was put into the program when it was built (cmake/Embed.cmake).
struct EmbeddedFile {
    std::string_view path;  // relative, "fr/problems.json"
    std::string_view bytes;
};

// The bytes of the file of that path, out of files sorted by path, as every embedded list is.
inline std::optional<std::string_view> find_embedded(std::span<const EmbeddedFile> files,
                                                     std::string_view path) {
    const auto found = std::ranges::lower_bound(files, path, {}, &EmbeddedFile::path);
    if (found == files.end() || found->path != path) return std::nullopt;
    return found->bytes;
}

}  // namespace tenpoint
