// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <ostream>
#include <string>

#include "app/terminal_files.hpp"
#include "base/language.hpp"

namespace tenpoint::app {

// Whoever typed a command: where its output goes and its paths begin. Not necessarily the process
// that carries it out, which is the server where one runs on the folder.
struct Terminal {
    std::ostream& out;
    std::ostream& err;
    std::filesystem::path folder;  // paths that are typed are relative to it
    std::string input;             // read from standard input beforehand, such as a password
    Language language = Language::en;
    bool shows_progress = false;  // `err` is a screen
    TerminalFiles& files;

    std::filesystem::path resolve(const std::string& typed) const { return folder / typed; }
};

}  // namespace tenpoint::app
