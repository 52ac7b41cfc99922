// SPDX-License-Identifier: Apache-2.0
#include "web/once.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "base/hash.hpp"

namespace tenpoint::web {
namespace {

constexpr std::size_t longest_key = 255;

bool is_key(std::string_view text) {
    return !text.empty() && text.size() <= longest_key &&
           std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

// Told apart whatever the parts hold.
std::string hash_of_parts(std::initializer_list<std::string_view> parts) {
    return hash_of(boost::json::serialize(boost::json::array(parts.begin(), parts.end())));
}

}  // namespace

// A body may hold what a person guesses, such as a name: the store keeps a keyed hash of its hash.
// Passwords are taken out of it before.
Result<std::optional<store::RequestKey>> request_key(const Request& request,
                                                     std::string_view content) {
    const auto key = request.headers.find("Idempotency-Key");
    if (!key) return std::optional<store::RequestKey>{};
    if (!is_key(*key)) return Problem{ProblemCode::malformed_request, "Idempotency-Key"};
    std::string path;
    for (const auto& segment : request.target.segments)
        path += '/' + segment;
    return std::optional(store::RequestKey{
        hash_of_parts({request.principal.user.text, to_word(request.method), path, *key}),
        hash_of_parts({request.headers.get("If-Match"), content})});
}

}  // namespace tenpoint::web
