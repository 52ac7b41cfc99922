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
constexpr std::string_view ask_anew = "event: anew\ndata: {}\n\n";

// Where a stream begins.
struct Start {
    store::JournalPoint point;
    bool missed_some = false;  // the client may have, of what came before it
};

// No values, no names: what has changed is asked for where it is read.
std::string event_of(const store::JournalEntry& entry) {
    const json::object data{{"kind", entry.kind},
                            {"id", entry.record.text},
                            {"version", entry.record_version},
                            {"verb", entry.verb},
                            {"at", to_text(entry.at)}};
    return fmt::format("id: {}\nevent: change\ndata: {}\n\n", entry.id.text, json::serialize(data));
}

using WhoAsks = std::function<std::optional<access::Principal>()>;

WhoAsks who_asks(Sessions& sessions, const Request& request) {
    if (request.api_token.empty())
        return [&sessions, token = request.session_token] { return sessions.peek(token); };
    return [&sessions, token = request.api_token]() -> std::optional<access::Principal> {
        auto bearer = sessions.tokens().find(token);
        if (!bearer) return std::nullopt;
        return std::move(bearer->principal);
    };
}

// One client's way along the journal.
class Follower {
  public:
    Follower(store::Store& store, WhoAsks who, Start start, std::shared_ptr<void> place)
        : store_(store),
          who_(std::move(who)),
          greeting_(fmt::format("{}{}", first_words, start.missed_some ? ask_anew : "")),
          last_(std::move(start.point)),
          place_(std::move(place)) {}

    // Who is behind the session or token is looked up anew each time: the stream ends with it, and
    // a change of role counts at once. A database that fails ends it too; the client comes again.
    // What may not be read is passed over without a sign of it.
    std::optional<LiveStream::News> next() {
        const auto principal = who_();
        if (!principal) return std::nullopt;
        if (!greeting_.empty()) return LiveStream::News{std::exchange(greeting_, {}), false};
        const auto changes = store_.read(
            *principal, [&](const store::Snapshot& snapshot) -> Result<store::JournalStretch> {
                return snapshot.changes_from(last_, looked_at_once);
            });
        if (!changes) return std::nullopt;
        LiveStream::News news;
        for (const auto& entry : changes->entries)
            news.text += event_of(entry);
        news.is_all = std::exchange(last_, changes->end) == changes->end;
        return news;
    }

  private:
    store::Store& store_;
    WhoAsks who_;
    std::string greeting_;  // until it was said
    store::JournalPoint last_;
    std::shared_ptr<void> place_;
};

// Behind the last event that the client had. Without one from now on; so too where the database
// does not have it (any more), which the client is told.
Result<Start> start_of(store::Store& store, const Request& request) {
    Id last;
    if (const auto given = request.headers.find("Last-Event-ID")) {
        auto id = id_from_text(*given);
        if (!id) return Problem{ProblemCode::malformed_request, "Last-Event-ID"};
        last = std::move(*id);
    }
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Start> {
        auto point = snapshot.point_behind(last);
        if (point) return Start{std::move(*point)};
        return Start{snapshot.last_change(), !last.empty()};
    });
}

Result<Response> follow(store::Store& store, Sessions& sessions, EventStreams& streams,
                        const Request& request) {
    TENPOINT_TRY(start, start_of(store, request));
    auto place = streams.enter(request.principal.user);
    if (!place) return Problem{ProblemCode::too_many_requests, "event streams"};
    const auto follower = std::make_shared<Follower>(store, who_asks(sessions, request),
                                                     std::move(start), std::move(place));
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
