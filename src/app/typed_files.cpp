// SPDX-License-Identifier: Apache-2.0
#include "app/typed_files.hpp"

#include "store/storage_problem.hpp"

namespace tenpoint::app {
namespace {

FileUse use_of(const std::vector<std::string>& arguments) {
    const std::string command = arguments.empty() ? "" : arguments.front();
    if (command == "backup") return FileUse::replacing;
    if (command == "sheet" || command == "handover") return FileUse::writing;
    return FileUse::reading;
}

Problem not_typed(const std::filesystem::path& path) {
    return store::file_problem("/file", path, "not a file of this command");
}

}  // namespace

TypedFiles::TypedFiles(TerminalFiles& files, const std::vector<std::string>& arguments,
                       const std::filesystem::path& folder)
    : files_(files), use_(use_of(arguments)) {
    for (const auto& argument : arguments) {
        typed_.insert(folder / argument);
        // "--output=FILE", and "-oFILE"
        if (const auto sign = argument.find('='); sign != std::string::npos)
            typed_.insert(folder / argument.substr(sign + 1));
        if (argument.size() > 2 && argument[0] == '-') typed_.insert(folder / argument.substr(2));
    }
}

bool TypedFiles::may(const std::filesystem::path& path, FileUse use) const {
    return (use == FileUse::reading || use == use_) && typed_.contains(path);
}

Result<Descriptor> TypedFiles::open(const std::filesystem::path& path, FileUse use) {
    if (!may(path, use)) return not_typed(path);
    return files_.open(path, use);
}

Result<void> TypedFiles::put_at(const std::filesystem::path& path) {
    auto typed = path;
    if (path.extension() == ".flawed") typed.replace_extension();  // a backup's other place
    if (!may(path, FileUse::replacing) && !may(typed, FileUse::replacing)) return not_typed(path);
    return files_.put_at(path);
}

}  // namespace tenpoint::app
