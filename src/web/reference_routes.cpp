// SPDX-License-Identifier: Apache-2.0
#include "web/reference_routes.hpp"

#include <fmt/format.h>

#include "base/embedded.hpp"
#include "base/hash.hpp"
#include "base/translations.hpp"
#include "embedded/boundaries.hpp"
#include "formats/countries.hpp"
#include "web/compression.hpp"
#include "web/header_values.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

// The texts of one part of the translations: "codes.sex.female" under ["sex"]["female"].
json::object labels_of(Language language, std::string_view part) {
    json::object labels;
    const auto prefix = fmt::format("{}.", part);
    for (const auto key : translation_keys(language)) {
        if (!key.starts_with(prefix)) continue;
        const auto rest = key.substr(prefix.size());
        const auto dot = rest.find('.');
        if (dot == std::string_view::npos) continue;
        auto& group = labels[rest.substr(0, dot)];
        if (group.is_null()) group = json::object{};
        group.as_object()[rest.substr(dot + 1)] = translation_pattern(language, key);
    }
    return labels;
}

Result<Response> get_labels(const Request& request) {
    TENPOINT_TRY(language, language_of(request));
    json::object countries;
    for (const auto& country : formats::all_countries())
        countries[country.alpha3] = country.name.in(language);
    auto response = json_response({{"codes", labels_of(language, "codes")},
                                   {"kinds", labels_of(language, "kinds")},
                                   {"countries", std::move(countries)}});
    response.headers.set("Cache-Control", "private, max-age=3600");
    response.headers.set("Vary", "Accept-Language");
    return response;
}

// TopoJSON, kept compressed: it is asked for by every first page.
class CountryShapes {
  public:
    CountryShapes()
        : bytes_(find_embedded(embedded::boundaries(), "world_countries_110m.topojson").value()),
          zipped_(gzipped(bytes_, 6)),
          etag_(fmt::format("\"{}\"", hash_of(bytes_).substr(0, 32))) {}

    Response answer(const Request& request) const {
        Response response;
        response.headers.set("ETag", etag_);
        response.headers.set("Cache-Control", "private, max-age=86400");
        if (is_etag_among(request.headers.get("If-None-Match"), etag_)) {
            response.status = 304;
            return response;
        }
        response.headers.set("Content-Type", "application/json");
        response.headers.set("Vary", "Accept-Encoding");
        const bool zips = accepts_gzip(request.headers.get("Accept-Encoding"));
        response.body = zips ? std::string_view(zipped_) : bytes_;
        if (zips) response.headers.set("Content-Encoding", "gzip");
        return response;
    }

  private:
    std::string_view bytes_;
    std::string zipped_;
    std::string etag_;
};

}  // namespace

Routes reference_routes() {
    const auto words_by_code = map_schema(text_schema());
    Route words;
    words.method = Method::get;
    words.path = "/api/labels";
    words.answer = [](Request& request) { return get_labels(request); };
    words.operation = {.id = "get_labels",
                       .summary = "get_labels",
                       .tag = "reference",
                       .answer = object_schema({{"codes", map_schema(words_by_code)},
                                                {"kinds", map_schema(words_by_code)},
                                                {"countries", words_by_code}})};
    words.query = {{"lang", choice_schema_of<Language>()}};
    words.audience = Audience::everybody;

    Route shapes;
    shapes.method = Method::get;
    shapes.path = "/api/map/countries";
    shapes.answer = [](Request& request) -> Result<Response> {
        static const CountryShapes kept;
        return kept.answer(request);
    };
    shapes.operation = {
        .id = "get_countries",
        .summary = "get_countries",
        .tag = "reference",
        .answer = standard_schema("https://github.com/topojson/topojson-specification"),
        .statuses = {200, 304}};
    shapes.audience = Audience::everybody;
    return {words, shapes};
}

}  // namespace tenpoint::web
