// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "access/principal.hpp"
#include "base/language.hpp"
#include "web/headers.hpp"
#include "web/spooled_file.hpp"
#include "web/target.hpp"

namespace tenpoint::web {

struct Route;

// HEAD is a get whose body stays here; DELETE is called remove, as C++ reserves the word.
enum class Method { get, post, patch, put, remove };

// "GET", "DELETE" …
std::string_view to_word(Method method);

inline bool changes_something(Method method) {
    return method != Method::get;
}

// What somebody asks, as the functions of the routes see it.
struct Request {
    Method method{};
    bool only_head = false;
    Target target;
    Headers headers;
    std::string body;                     // of a route that takes JSON
    std::unique_ptr<SpooledFile> upload;  // of a route that takes a file
    std::chrono::steady_clock::time_point came = std::chrono::steady_clock::now();
    std::string number;      // names this request in the log
    std::string address;     // whose it is, as rates and the pace of sign-ins count it
    bool is_secure = false;  // the browser speaks TLS, to us or to a proxy

    // Filled in on the way to the route's function.
    const Route* route = nullptr;  // null: a page or a file of the interface
    Language language = Language::en;
    std::map<std::string, std::string, std::less<>> parameters;  // of the path: {id}
    access::Principal principal;
    std::string session_token;  // empty: not signed in
    std::string api_token;      // empty: shows none that is good

    const std::string& parameter(std::string_view name) const {
        return parameters.find(name)->second;
    }
};

}  // namespace tenpoint::web
