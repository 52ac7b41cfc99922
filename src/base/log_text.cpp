// SPDX-License-Identifier: Apache-2.0
#include "base/log_text.hpp"

namespace tenpoint {
namespace {

constexpr std::size_t longest = 300;

bool is_quotation_mark(char c) {
    return c == '"' || c == '\'' || c == '`';
}

}  // namespace

std::string log_text(std::string_view words) {
    std::string text = "\"";
    const auto line = words.substr(0, words.find_first_of("\r\n")).substr(0, longest);
    for (std::size_t at = 0; at < line.size(); ++at) {
        const auto c = line[at];
        if (!is_quotation_mark(c)) {
            text += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
            continue;
        }
        text += '_';
        at = line.find(c, at + 1);
        if (at == std::string_view::npos) break;
    }
    return text + '"';
}

}  // namespace tenpoint
