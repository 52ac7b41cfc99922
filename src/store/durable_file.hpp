// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

namespace tenpoint::store {

// Waits until a file, or the names in a folder, are on the disk. Fails with std::system_error.
void make_durable(const std::filesystem::path& path);

// Puts a file of these bytes in the place of what was there, for its owner's eyes only. After a
// power cut there is the old one or the new one. Fails with std::system_error; then the old one is
// there.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace tenpoint::store
