// SPDX-License-Identifier: Apache-2.0
#include "openid/key_set.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "openid/json_members.hpp"

namespace tenpoint::openid {

namespace json = boost::json;

namespace {

// What a key signs by here; nothing where it is for something else.
std::optional<Algorithm> algorithm_of(const json::object& key) {
    const auto use = text_of(key, "use");
    const auto algorithm = text_of(key, "alg");
    if (!use.empty() && use != "sig") return std::nullopt;
    const auto kind = text_of(key, "kty");
    if (kind == "RSA" && (algorithm.empty() || algorithm == "RS256")) return Algorithm::rs256;
    if (kind == "EC" && text_of(key, "crv") == "P-256" &&
        (algorithm.empty() || algorithm == "ES256"))
        return Algorithm::es256;
    return std::nullopt;
}

}  // namespace

Result<KeySet> KeySet::read(std::string_view document) {
    const auto object = object_from(document);
    const auto* member = object ? object->if_contains("keys") : nullptr;
    const auto* list = member ? member->if_array() : nullptr;
    if (!list) return Problem{ProblemCode::openid_unreachable, "no list of keys"};
    KeySet set;
    for (const auto& each : *list) {
        const auto* key = each.if_object();
        const auto algorithm = key ? algorithm_of(*key) : std::nullopt;
        if (algorithm)
            set.keys_.push_back({text_of(*key, "kid"), *algorithm, json::serialize(*key)});
    }
    return set;
}

std::optional<std::string> KeySet::find(std::string_view name, Algorithm algorithm) const {
    std::optional<std::string> found;
    for (const auto& key : keys_) {
        if (key.algorithm != algorithm || (!name.empty() && key.name != name)) continue;
        if (found) return std::nullopt;  // it could be either
        found = key.text;
    }
    return found;
}

}  // namespace tenpoint::openid
