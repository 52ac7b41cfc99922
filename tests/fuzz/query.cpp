// SPDX-License-Identifier: Apache-2.0
//
// Targets of requests that read, with their filters: "/api/partners?country=PAN&sort=-name". The
// first letter says who asks (fuzzed_node.hpp).
#include <string_view>

#include <fmt/format.h>

#include "fuzzed_node.hpp"
#include "must.hpp"

namespace tenpoint::fuzz {
namespace {

void ask(FuzzedNode& node, char who, std::string_view text) {
    auto target = web::parse_target(text);
    if (!target) return;
    web::Request request;
    request.target = std::move(*target);
    request.address = "127.0.0.1";
    if (node.knows(who))
        request.headers.set("Cookie",
                            fmt::format("{}={}", web::Sessions::cookie_name, node.session_of(who)));
    auto response = node.service().admit(request);
    if (!response) response = node.service().answer(request);
    must(response->status < 500, "whatever is asked, the server does not fail");
    if (auto* stream = std::get_if<web::BodyStream>(&response->body))
        while (!stream->next().empty()) {
        }
}

}  // namespace
}  // namespace tenpoint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace tenpoint::fuzz;
    static FuzzedNode node;
    if (size == 0) return 0;
    const auto text = node.with_ids({reinterpret_cast<const char*>(data), size});
    ask(node, text.front(), std::string_view(text).substr(1));
    return 0;
}
