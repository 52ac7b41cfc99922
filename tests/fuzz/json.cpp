// SPDX-License-Identifier: Apache-2.0
//
// JSON bodies, read as a record of every kind and as a mapping.
#include <string>

#include <boost/json/serialize.hpp>

#include "app/kinds.hpp"
#include "desks/movements/mapping_json.hpp"
#include "must.hpp"
#include "web/json_body.hpp"

namespace tenpoint::fuzz {
namespace {

namespace json = boost::json;

void read_as(const record::KindInfo& kind, const json::object& body) {
    const auto row = kind.read(body, nullptr);
    if (!row) {
        must(row.error().code == ProblemCode::invalid_fields, "a refusal names fields");
        must(!row.error().fields.empty(), "a refusal names fields");
        return;
    }
    json::serialize(kind.write(*row));
    must(kind.check(*row).has_value(), "what was read keeps to the kind's rules");
    const auto again = kind.read(body, &*row);
    must(again && *again == *row, "the same body over its own record changes nothing");
}

void read_as_mapping(const json::object& body) {
    const auto mapping = movements::mapping_from_json(body);
    if (!mapping) return;
    const auto again = movements::mapping_from_json(movements::to_json(*mapping));
    must(again && *again == *mapping, "a mapping comes back as it was written");
}

}  // namespace
}  // namespace tenpoint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace tenpoint;
    web::Request request;
    request.body.assign(reinterpret_cast<const char*>(data), size);
    const auto body = web::read_json(request);
    if (!body) return 0;
    for (const auto* kind : app::all_kinds())
        fuzz::read_as(*kind, *body);
    fuzz::read_as_mapping(*body);
    return 0;
}
