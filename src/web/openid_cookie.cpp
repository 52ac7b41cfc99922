// SPDX-License-Identifier: Apache-2.0
#include "web/openid_cookie.hpp"

#include <algorithm>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>
#include <sodium.h>

#include "web/header_values.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

constexpr std::string_view begun_purpose = "openid sign-in that was begun";
constexpr std::string_view vouched_purpose = "openid sign-in that waits for a code";

std::string cookie(std::string_view value, const Request& request, std::int64_t seconds) {
    return fmt::format("{}={}; Path=/api/session/openid; HttpOnly; SameSite=Strict; Max-Age={}{}",
                       OpenidCookie::name, value, seconds, request.is_secure ? "; Secure" : "");
}

std::string member_text(const json::object& object, std::string_view name) {
    return std::string(object.at(name).as_string());
}

bool is_same(std::string_view one, std::string_view other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace

void OpenidCookie::seal(Response& response, const Request& request, json::object content,
                        std::string_view purpose) {
    constexpr auto time = std::chrono::duration_cast<std::chrono::milliseconds>(lasting);
    content["until"] = store_.clock().now().milliseconds + time.count();
    const auto sealed =
        store_.key_for(purpose).seal(json::serialize(content), purpose, store_.randomness());
    response.headers.add("Set-Cookie", cookie(sealed, request, lasting / std::chrono::seconds{1}));
}

std::optional<json::object> OpenidCookie::open(const Request& request, std::string_view purpose) {
    const auto shown = find_cookie(request.headers.get("Cookie"), name).value_or("");
    const auto opened = store_.key_for(purpose).open(shown, purpose);
    if (!opened) return std::nullopt;
    auto content = json::parse(*opened).as_object();
    if (content.at("until").as_int64() < store_.clock().now().milliseconds) return std::nullopt;
    return content;
}

void OpenidCookie::set(Response& response, const Request& request, const Begun& begun) {
    seal(response, request,
         {{"state", begun.attempt.state},
          {"nonce", begun.attempt.nonce},
          {"verifier", begun.attempt.verifier},
          {"return_to", begun.return_to}},
         begun_purpose);
}

void OpenidCookie::set(Response& response, const Request& request, const Vouched& vouched) {
    seal(response, request,
         {{"account", vouched.account.text},
          {"identity", vouched.identity},
          {"return_to", vouched.return_to}},
         vouched_purpose);
}

void OpenidCookie::clear(Response& response, const Request& request) {
    response.headers.add("Set-Cookie", cookie("", request, 0));
}

Result<OpenidCookie::Begun> OpenidCookie::take_begun(const Request& request,
                                                     std::string_view state) {
    const auto content = open(request, begun_purpose);
    if (!content) return Problem{ProblemCode::openid_refused, "not begun here, or long ago"};
    Begun begun{{member_text(*content, "state"), member_text(*content, "nonce"),
                 member_text(*content, "verifier")},
                member_text(*content, "return_to")};
    if (!is_same(state, begun.attempt.state))
        return Problem{ProblemCode::openid_refused, "another state"};
    if (!use(begun.attempt.state)) return Problem{ProblemCode::openid_refused, "used before"};
    return begun;
}

Result<OpenidCookie::Vouched> OpenidCookie::vouched(const Request& request) {
    const auto content = open(request, vouched_purpose);
    if (!content) return Problem{ProblemCode::openid_refused, "nobody vouched for, or long ago"};
    return Vouched{Id{member_text(*content, "account")}, member_text(*content, "identity"),
                   member_text(*content, "return_to")};
}

// Whether it is the first time. The provider takes a code once as well, so that nothing is lost
// where one is forgotten because there are too many.
bool OpenidCookie::use(const std::string& state) {
    const std::scoped_lock lock(mutex_);
    const auto now = store_.clock().now();
    std::erase_if(used_, [&](const auto& entry) { return entry.second < now; });
    if (used_.size() >= most_remembered)
        used_.erase(
            std::ranges::min_element(used_, {}, [](const auto& entry) { return entry.second; }));
    constexpr auto time = std::chrono::duration_cast<std::chrono::milliseconds>(lasting);
    return used_.emplace(state, Instant{now.milliseconds + time.count()}).second;
}

}  // namespace tenpoint::web
