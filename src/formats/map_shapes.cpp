// SPDX-License-Identifier: Apache-2.0
#include "formats/map_shapes.hpp"

#include <algorithm>
#include <stdexcept>

#include <boost/json/parse.hpp>
#include <fmt/format.h>
#include <unicode/region.h>

#include "base/embedded.hpp"
#include "embedded/boundaries.hpp"

namespace tenpoint::formats {
namespace {

namespace json = boost::json;

using Arcs = std::vector<CoordinateRing>;

Arcs decode_arcs(const json::object& topology) {
    const auto& transform = topology.at("transform").as_object();
    const auto& scale = transform.at("scale").as_array();
    const auto& translate = transform.at("translate").as_array();
    Arcs arcs;
    for (const auto& arc : topology.at("arcs").as_array()) {
        auto& line = arcs.emplace_back();
        double x = 0;
        double y = 0;
        for (const auto& delta : arc.as_array()) {
            x += delta.at(0).to_number<double>();
            y += delta.at(1).to_number<double>();
            line.push_back(
                {x * scale.at(0).to_number<double>() + translate.at(0).to_number<double>(),
                 y * scale.at(1).to_number<double>() + translate.at(1).to_number<double>()});
        }
    }
    return arcs;
}

// A ring is a chain of arcs; ~n is arc n backwards, and each arc begins where the last one ended.
CoordinateRing join(const json::array& indices, const Arcs& arcs) {
    CoordinateRing ring;
    for (const auto& entry : indices) {
        const auto index = entry.to_number<std::int64_t>();
        auto arc = arcs.at(static_cast<std::size_t>(index < 0 ? ~index : index));
        if (index < 0) std::ranges::reverse(arc);
        if (!ring.empty()) ring.pop_back();
        ring.insert(ring.end(), arc.begin(), arc.end());
    }
    if (!ring.empty()) ring.pop_back();
    return ring;
}

void add_rings(CountryShape& shape, const json::array& polygon, const Arcs& arcs) {
    for (const auto& ring : polygon)
        shape.rings.push_back(join(ring.as_array(), arcs));
}

}  // namespace

std::vector<CountryShape> read_topojson(std::string_view text) {
    const auto topology = json::parse(text).as_object();
    const auto arcs = decode_arcs(topology);
    const auto& objects = topology.at("objects").as_object();
    std::vector<CountryShape> shapes;
    for (const auto& value : objects.begin()->value().at("geometries").as_array()) {
        const auto& geometry = value.as_object();
        CountryShape shape;
        if (const auto* id = geometry.if_contains("id"))
            shape.numeric = std::string_view(id->as_string());
        const auto& parts = geometry.at("arcs").as_array();
        if (geometry.at("type").as_string() == "Polygon")
            add_rings(shape, parts, arcs);
        else
            for (const auto& polygon : parts)
                add_rings(shape, polygon.as_array(), arcs);
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

const std::vector<CountryShape>& country_shapes() {
    static const auto shapes = [] {
        const auto text = find_embedded(embedded::boundaries(), "world_countries_110m.topojson");
        if (!text) throw std::logic_error("the country shapes are not in the program");
        return read_topojson(*text);
    }();
    return shapes;
}

const CountryShape* find_country_shape(std::string_view alpha3) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* region = icu::Region::getInstance(std::string(alpha3).c_str(), status);
    if (U_FAILURE(status)) return nullptr;
    const auto numeric = fmt::format("{:03}", region->getNumericCode());
    const auto& shapes = country_shapes();
    const auto found = std::ranges::find(shapes, numeric, &CountryShape::numeric);
    return found == shapes.end() ? nullptr : &*found;
}

}  // namespace tenpoint::formats
