// SPDX-License-Identifier: Apache-2.0
#include "web/header_values.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include <fmt/format.h>
#include <sodium.h>

#include "web/headers.hpp"

namespace tenpoint::web {
namespace {

// The parts between separators, without blanks around them. Quoted strings that hold a separator
// do not occur in the fields that are read here, but for entity tags, which have no commas with us.
std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.push_back(without_blanks(text.substr(0, end)));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

// One element of an Accept or Accept-Encoding list.
struct Preference {
    std::string value;
    double quality = 1;
};

std::vector<Preference> preferences(std::string_view list) {
    std::vector<Preference> found;
    for (const auto element : split(list, ',')) {
        const auto parts = split(element, ';');
        if (parts.front().empty()) continue;
        Preference preference{lower_case(parts.front())};
        for (const auto parameter : parts) {
            if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) continue;
            const auto number = parameter.substr(2);
            double quality = 0;  // an unreadable one refuses
            std::from_chars(number.data(), number.data() + number.size(), quality);
            preference.quality = quality;
        }
        found.push_back(std::move(preference));
    }
    return found;
}

// How well a media range fits a type: 0 not at all, 1 by a star, 2 by "text/*", 3 exactly.
int fit(std::string_view range, std::string_view type) {
    if (range == type) return 3;
    if (range == "*/*") return 1;
    return range.ends_with("/*") && type.starts_with(range.substr(0, range.size() - 1)) ? 2 : 0;
}

// The quality that the list gives to a type: that of the range which fits it most closely.
double quality_of(const std::vector<Preference>& accepted, std::string_view type) {
    int closest = 0;
    double quality = 0;
    for (const auto& preference : accepted) {
        const auto fits = fit(preference.value, type);
        if (fits <= closest) continue;
        closest = fits;
        quality = preference.quality;
    }
    return quality;
}

// What follows the scheme of an Authorization header; nothing where it has another.
std::optional<std::string_view> credentials_of(std::string_view authorization,
                                               std::string_view scheme) {
    if (authorization.size() <= scheme.size() ||
        !equal_without_case(authorization.substr(0, scheme.size()), scheme))
        return std::nullopt;
    return without_blanks(authorization.substr(scheme.size()));
}

bool is_attribute_char(char c) {  // RFC 5987
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           std::string_view("!#$&+-.^_`|~").find(c) != std::string_view::npos;
}

}  // namespace

std::string_view without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string media_type_of(std::string_view content_type) {
    return lower_case(split(content_type, ';').front());
}

std::optional<std::size_t> best_media_type(std::string_view accept,
                                           std::span<const std::string_view> offered) {
    const auto accepted = preferences(accept);
    if (accepted.empty()) return 0;
    std::optional<std::size_t> best;
    double best_quality = 0;
    for (std::size_t i = 0; i < offered.size(); ++i) {
        const auto quality = quality_of(accepted, offered[i]);
        if (quality <= best_quality) continue;
        best = i;
        best_quality = quality;
    }
    return best;
}

bool accepts_gzip(std::string_view accept_encoding) {
    std::optional<double> named;
    double star = 0;
    for (const auto& preference : preferences(accept_encoding)) {
        if (preference.value == "gzip") named = preference.quality;
        if (preference.value == "*") star = preference.quality;
    }
    return named.value_or(star) > 0;
}

std::optional<std::string_view> find_cookie(std::string_view cookies, std::string_view name) {
    for (const auto pair : split(cookies, ';')) {
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name)
            return pair.substr(equals + 1);
    }
    return std::nullopt;
}

std::optional<std::string_view> bearer_token(std::string_view authorization) {
    return credentials_of(authorization, "Bearer ");
}

std::optional<std::string> basic_password(std::string_view authorization) {
    const auto encoded = credentials_of(authorization, "Basic ");
    if (!encoded) return std::nullopt;
    std::string decoded(encoded->size(), '\0');
    std::size_t bytes = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(decoded.data()), decoded.size(),
                          encoded->data(), encoded->size(), nullptr, &bytes, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return std::nullopt;
    decoded.resize(bytes);
    const auto colon = decoded.find(':');
    if (colon == std::string::npos) return std::nullopt;
    return decoded.substr(colon + 1);
}

bool is_etag_among(std::string_view if_none_match, std::string_view etag) {
    const auto opaque = [](std::string_view tag) {
        return tag.starts_with("W/") ? tag.substr(2) : tag;
    };
    return std::ranges::any_of(split(if_none_match, ','), [&](std::string_view tag) {
        return tag == "*" || (!tag.empty() && opaque(tag) == opaque(etag));
    });
}

std::optional<std::int64_t> version_from_etag(std::string_view if_match) {
    auto tag = without_blanks(if_match);
    if (tag.size() < 3 || tag.front() != '"' || tag.back() != '"') return std::nullopt;
    tag = tag.substr(1, tag.size() - 2);
    std::int64_t version = 0;
    const auto [end, error] = std::from_chars(tag.data(), tag.data() + tag.size(), version);
    if (error != std::errc{} || end != tag.data() + tag.size() || version < 1) return std::nullopt;
    return version;
}

std::string attachment(std::string_view file_name) {
    std::string ascii;
    std::string encoded;
    for (const char c : file_name) {
        const bool plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
        ascii += plain ? c : '_';
        if (is_attribute_char(c))
            encoded += c;
        else
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", ascii, encoded);
}

}  // namespace tenpoint::web
