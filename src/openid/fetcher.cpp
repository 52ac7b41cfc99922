// SPDX-License-Identifier: Apache-2.0
#include "openid/fetcher.hpp"

#include <algorithm>
#include <curl/curl.h>
#include <memory>
#include <stdexcept>

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace tenpoint::openid {

namespace urls = boost::urls;

namespace {

constexpr std::size_t largest_answer = 256 * 1024;
constexpr std::chrono::milliseconds most_for_connecting = std::chrono::seconds{3};

struct Cleanup {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, Cleanup>;
using HeaderLines = std::unique_ptr<curl_slist, Cleanup>;

bool is_loopback(const urls::url_view& url) {
    switch (url.host_type()) {
        case urls::host_type::ipv4:
            return url.host_ipv4_address().is_loopback();
        case urls::host_type::ipv6:
            return url.host_ipv6_address().is_loopback();
        default:
            return url.encoded_host() == "localhost";
    }
}

Handle new_handle() {
    static const auto ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    Handle handle(ready == CURLE_OK ? curl_easy_init() : nullptr);
    if (!handle) throw std::runtime_error("cURL does not start");
    return handle;
}

std::size_t take_piece(const char* piece, std::size_t, std::size_t count, void* body) {
    auto& taken = *static_cast<std::string*>(body);
    if (taken.size() + count > largest_answer) return 0;  // breaks it off
    taken.append(piece, count);
    return count;
}

int look_whether_stopping(void* stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return *static_cast<const std::atomic<bool>*>(stopping) ? 1 : 0;
}

// It must not become more lines than one.
bool is_one_line(std::string_view value) {
    return std::ranges::none_of(value, [](char c) { return c >= 0 && c < ' '; });
}

HeaderLines header_of(const Question& question) {
    HeaderLines lines(curl_slist_append(nullptr, "Accept: application/json"));
    if (!question.authorization.empty())
        curl_slist_append(lines.get(), ("Authorization: " + question.authorization).c_str());
    return lines;
}

}  // namespace

bool is_safe_address(std::string_view address) {
    const auto url = urls::parse_uri(address);
    if (!url || url->encoded_host().empty() || url->has_userinfo() || url->has_fragment())
        return false;
    return url->scheme_id() == urls::scheme::https ||
           (url->scheme_id() == urls::scheme::http && is_loopback(*url));
}

bool is_in_the_open(std::string_view address) {
    const auto url = urls::parse_uri(address);
    return url && url->scheme_id() == urls::scheme::http;
}

Result<Answer> Fetcher::ask(const Question& question) const {
    if (!is_safe_address(question.address))
        return Problem{ProblemCode::openid_unreachable, "an address that is not safe"};
    if (!is_one_line(question.authorization))
        return Problem{ProblemCode::openid_unreachable, "no value of a header"};
    const auto handle = new_handle();
    auto* curl = handle.get();
    const auto header = header_of(question);
    Answer answer;
    curl_easy_setopt(curl, CURLOPT_URL, question.address.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    // What goes to this machine goes through no proxy that the environment names.
    if (is_in_the_open(question.address)) curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, time_.count());
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, std::min(time_, most_for_connecting).count());
    curl_easy_setopt(curl, CURLOPT_QUICK_EXIT, 1L);  // else it waits for a name that is looked up
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, header.get());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &take_piece);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &look_whether_stopping);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &stopping_);
    if (!question.form.empty())
        curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, question.form.c_str());
    if (const auto outcome = curl_easy_perform(curl); outcome != CURLE_OK)
        return Problem{ProblemCode::openid_unreachable, curl_easy_strerror(outcome)};
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
    return answer;
}

}  // namespace tenpoint::openid
