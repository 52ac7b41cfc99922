// SPDX-License-Identifier: Apache-2.0
#include "app/first_line.hpp"

#include <fstream>

namespace tenpoint::app {

std::string first_line_of(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

std::string check_first_line(const std::string& path) {
    return first_line_of(path).empty() ? path + " has no first line that can be read" : "";
}

}  // namespace tenpoint::app
