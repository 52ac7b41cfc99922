// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "base/id.hpp"
#include "base/result.hpp"
#include "openid/attempt.hpp"
#include "store/store.hpp"
#include "web/request.hpp"
#include "web/response.hpp"

namespace tenpoint::web {

// What a browser keeps between the steps of signing in through the provider, in a cookie that it
// shows to these routes alone. It is sealed: the browser can neither read nor make one. Nothing is
// kept here for strangers but which attempts were used, and any node of the database goes on where
// another began. Safe from many threads.
class OpenidCookie {
  public:
    static constexpr std::string_view name = "tenpoint_openid";
    static constexpr auto lasting = std::chrono::minutes{10};
    static constexpr std::size_t most_remembered = 10'000;  // of the used attempts

    // Somebody was sent to the provider, and comes back to a page of ours.
    struct Begun {
        openid::Attempt attempt;
        std::string return_to;
    };
    // The provider has vouched for the owner of an account, which asks for a code as well.
    struct Vouched {
        Id account;
        std::string identity;  // of whom it vouched for (Identity::text())
        std::string return_to;
    };

    explicit OpenidCookie(store::Store& store) : store_(store) {}

    void set(Response& response, const Request& request, const Begun& begun);
    void set(Response& response, const Request& request, const Vouched& vouched);
    static void clear(Response& response, const Request& request);

    // The attempt that this browser began and that comes back with `state`: once. Fails with
    // `openid_refused`.
    Result<Begun> take_begun(const Request& request, std::string_view state);
    // May be asked again until its time has passed. Fails with `openid_refused`.
    Result<Vouched> vouched(const Request& request);

  private:
    void seal(Response& response, const Request& request, boost::json::object content,
              std::string_view purpose);
    std::optional<boost::json::object> open(const Request& request, std::string_view purpose);
    bool use(const std::string& state);

    store::Store& store_;
    std::mutex mutex_;
    std::map<std::string, Instant> used_;  // by state, until when; under the mutex
};

}  // namespace tenpoint::web
