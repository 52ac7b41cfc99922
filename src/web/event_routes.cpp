// SPDX-License-Identifier: Apache-2.0
#include "web/event_routes.hpp"

#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

constexpr int looked_at_once = 500;
constexpr std::string_view first_words = "retry: 3000\n\n";

// No values, no names: what has changed is asked for where it is read.
std::string event_of(const store::JournalEntry& entry) {
    const json::object data{{"kind", entry.kind},
                            {"id", entry.record.text},
                            {"version", entry.record_version},
                            {"verb", entry.verb},
                            {"at", to_text(entry.at)}};
    return fmt::format("id: {}\nevent: change\ndata: {}\n\n", entry.id.text, json::serialize(data));
}

// One client's way along the journal.
class Follower {
  public:
    Follower(store::Store& store, Sessions& sessions, std::string token, Id last,
             std::shared_ptr<void> place)
        : store_(store),
          sessions_(sessions),
          token_(std::move(token)),
          last_(std::move(last)),
          place_(std::move(place)) {}

    // Who is behind the session is looked up anew each time: the stream ends with it, and a change
    // of role counts at once. A database that fails ends it too; the client comes again.
    std::optional<std::string> next() {
        const auto principal = sessions_.peek(token_);
        if (!principal) return std::nullopt;
        auto text = std::exchange(greeting_, {});
        while (text.empty()) {
            const auto changes = store_.read(
                *principal,
                [&](const store::Snapshot& snapshot) -> Result<store::Snapshot::Changes> {
                    return snapshot.changes_after(last_, looked_at_once);
                });
            if (!changes) return std::nullopt;
            for (const auto& entry : changes->entries)
                text += event_of(entry);
            if (std::exchange(last_, changes->last) == changes->last) break;
        }
        return text;
    }

  private:
    store::Store& store_;
    Sessions& sessions_;
    std::string token_;
    Id last_;
    std::shared_ptr<void> place_;
    std::string greeting_{first_words};
};

// Behind the last event that the client had; without one, from now on.
Result<Id> start_of(store::Store& store, const Request& request) {
    if (const auto last = request.headers.find("Last-Event-ID")) {
        auto id = id_from_text(*last);
        if (!id) return Problem{ProblemCode::malformed_request, "Last-Event-ID"};
        return std::move(*id);
    }
    return store.read(request.principal, [](const store::Snapshot& snapshot) -> Result<Id> {
        return snapshot.last_change();
    });
}

Result<Response> follow(store::Store& store, Sessions& sessions, EventStreams& streams,
                        const Request& request) {
    TENPOINT_TRY(last, start_of(store, request));
    auto place = streams.enter(request.principal.user);
    if (!place) return Problem{ProblemCode::too_many_requests, "event streams"};
    const auto follower = std::make_shared<Follower>(store, sessions, request.session_token,
                                                     std::move(last), std::move(place));
    Response response;
    response.headers.set("Content-Type", "text/event-stream");
    response.headers.set("X-Accel-Buffering", "no");  // nginx would hold the events back
    response.body = LiveStream{
        [follower] { return follower->next(); },
        [&streams](std::function<void()> wake) { return streams.bell().listen(std::move(wake)); }};
    return response;
}

}  // namespace

Routes event_routes(store::Store& store, Sessions& sessions, EventStreams& streams) {
    Route route;
    route.method = Method::get;
    route.path = "/api/events";
    route.answer = [&store, &sessions, &streams](Request& request) {
        return follow(store, sessions, streams, request);
    };
    route.operation = {
        .id = "follow_events",
        .summary = "follow_events",
        .tag = "reference",
        .answer = text_schema(),
        .media_types = {"text/event-stream"},
        .problems = {ProblemCode::malformed_request, ProblemCode::too_many_requests}};
    return {route};
}

}  // namespace tenpoint::web
