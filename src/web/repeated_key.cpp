// SPDX-License-Identifier: Apache-2.0
#include "web/repeated_key.hpp"

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>

namespace tenpoint::web {

namespace json = boost::json;

namespace {

// Follows the events of a parser, which ends where a handler says false.
struct KeyWatch {
    static constexpr std::size_t max_object_size = std::size_t(-1),
                                 max_array_size = max_object_size, max_key_size = max_object_size,
                                 max_string_size = max_object_size;

    std::vector<std::set<std::string>> objects{};  // the keys of those that are open
    std::string key{}, member{};                   // `member` is the key of the outermost object
    std::optional<std::string> repeated{};

    bool on_object_begin(json::error_code&) {
        objects.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, json::error_code&) {
        objects.pop_back();
        return true;
    }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
        key.append(part.data(), part.size());
        return true;
    }
    bool on_key(json::string_view part, std::size_t, json::error_code&) {
        key.append(part.data(), part.size());
        if (objects.size() == 1) member = key;
        if (!objects.back().insert(std::move(key)).second) repeated = "/" + member;
        key.clear();
        return !repeated;
    }

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_array_begin(json::error_code&) { return true; }
    bool on_array_end(std::size_t, json::error_code&) { return true; }
    bool on_string_part(json::string_view, std::size_t, json::error_code&) { return true; }
    bool on_string(json::string_view, std::size_t, json::error_code&) { return true; }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t, json::string_view, json::error_code&) { return true; }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return true; }
    bool on_double(double, json::string_view, json::error_code&) { return true; }
    bool on_bool(bool, json::error_code&) { return true; }
    bool on_null(json::error_code&) { return true; }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }
};

}  // namespace

std::optional<std::string> repeated_key(std::string_view text) {
    json::basic_parser<KeyWatch> parser{json::parse_options{}};
    json::error_code error;
    parser.write_some(false, text.data(), text.size(), error);
    return std::move(parser.handler().repeated);
}

}  // namespace tenpoint::web
