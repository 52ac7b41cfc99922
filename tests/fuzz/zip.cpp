// SPDX-License-Identifier: Apache-2.0
//
// Archives of files. Bytes that begin like an archive are one; others are its files, each with its
// name in the first line and ended by a line of dashes, which are packed here, as in xlsx.cpp.
#include <string>

#include "partners_file.hpp"
#include "workbook_parts.hpp"

namespace tenpoint::fuzz {
namespace {

constexpr std::string_view end_of_file = "\n---\n";

std::string archive_of(std::string_view text) {
    formats::Parts files;
    while (!text.empty()) {
        const auto file = text.substr(0, text.find(end_of_file));
        text.remove_prefix(std::min(text.size(), file.size() + end_of_file.size()));
        const auto line = std::min(file.find('\n'), file.size());
        // libzip takes names that C and UTF-8 can hold.
        std::string name{file.substr(0, line)};
        for (auto& c : name)
            if (c < ' ') c = '_';
        if (!name.empty()) files[name] = file.substr(std::min(line + 1, file.size()));
    }
    // libzip writes no archive of no files.
    return files.empty() ? std::string() : formats::packed(files);
}

}  // namespace
}  // namespace tenpoint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace tenpoint::fuzz;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    read_partners_file(bytes.starts_with("PK") ? std::string(bytes) : archive_of(bytes));
    return 0;
}
