// SPDX-License-Identifier: Apache-2.0
#include "formats/xml_text.hpp"

namespace tenpoint::formats {

std::string escaped(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            case '\'':
                result += "&#39;";
                break;
            default: {
                const auto byte = static_cast<unsigned char>(c);
                if (byte >= 0x20 || c == '\t' || c == '\n' || c == '\r') result += c;
            }
        }
    }
    return result;
}

}  // namespace tenpoint::formats
