// SPDX-License-Identifier: Apache-2.0
#include "web/calendar_routes.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/translations.hpp"
#include "base/web_address.hpp"
#include "desks/arrangements/action.hpp"
#include "desks/arrangements/expiry.hpp"
#include "desks/arrangements/family.hpp"
#include "desks/directory/partner_name.hpp"
#include "formats/icalendar.hpp"
#include "record/value_type.hpp"
#include "web/header_values.hpp"
#include "web/node_address.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

using arrangements::Action;
using arrangements::ActionStatus;
using arrangements::Agreement;
using arrangements::Arrangement;
using directory::Partner;
using formats::ToDo;
using formats::ToDoStatus;

namespace {

struct CalendarQuery {
    std::optional<Id> arrangement;  // with those that stand in it
    std::optional<Id> lead;
    Language language{};
    std::string host;  // the node's address as the client has it
};

Result<CalendarQuery> calendar_query_of(const Request& request) {
    const auto& query = request.target.query;
    TENPOINT_TRY(arrangement, id_of(query, "arrangement"));
    TENPOINT_TRY(lead, id_of(query, "lead"));
    TENPOINT_TRY(language, language_of(request));
    return CalendarQuery{arrangement, lead, language, node_address(request)};
}

ToDoStatus status_of(ActionStatus status) {
    switch (status) {
        case ActionStatus::planned:
            return ToDoStatus::needs_action;
        case ActionStatus::under_way:
            return ToDoStatus::in_process;
        case ActionStatus::done:
            return ToDoStatus::completed;
        case ActionStatus::dropped:
            return ToDoStatus::cancelled;
    }
    return ToDoStatus::needs_action;
}

// Makes to-dos of actions, in one language, for one reader.
class ToDoMaker {
  public:
    ToDoMaker(const store::Snapshot& snapshot, const CalendarQuery& asked)
        : snapshot_(snapshot), asked_(asked) {}

    // For an action that is due on some day.
    ToDo make(const record::Record<Action>& record) {
        const auto& [envelope, action] = record;
        ToDo to_do;
        to_do.uid = envelope.id.text;
        to_do.summary = in_language(action.title);
        to_do.description = description_of(action);
        if (action.begins) to_do.start = action.begins->first_day();
        to_do.due = action.due->last_day();
        to_do.status = status_of(action.status);
        if (action.progress) to_do.percent_complete = static_cast<int>(*action.progress);
        to_do.url = page_of("actions", envelope.id);
        for (const auto point : action.points)
            to_do.categories.push_back(label("codes.theme", record::word_of(point)));
        to_do.modified = envelope.updated_at;
        to_do.sequence = envelope.version;
        return to_do;
    }

    // For an agreement that expires on some day: to be seen to from the day of its notice.
    ToDo make(const record::Record<Agreement>& record) {
        const auto& [envelope, agreement] = record;
        ToDo to_do;
        to_do.uid = envelope.id.text;
        const auto& title = in_language(agreement.title);
        to_do.summary = translate(asked_.language, "web.calendar.agreement_expires",
                                  {{"title", std::string_view{title}}});
        to_do.description = fmt::format("{}: {}", label("kinds.agreement", "arrangement"),
                                        name_of<Arrangement>(agreement.arrangement.id));
        to_do.start = arrangements::notice_day(agreement);
        to_do.due = *agreement.expires;
        to_do.url = page_of("arrangements", agreement.arrangement.id);
        to_do.modified = envelope.updated_at;
        to_do.sequence = envelope.version;
        return to_do;
    }

    // "Actions · A task force · An agency"
    std::string calendar_name() {
        auto name = label("kinds.action", "_many");
        if (asked_.arrangement) name += " · " + name_of<Arrangement>(*asked_.arrangement);
        if (asked_.lead) name += " · " + name_of<Partner>(*asked_.lead);
        return name;
    }

  private:
    // Empty where the client gives the node no address.
    std::string page_of(std::string_view folder, const Id& id) const {
        auto url = fmt::format("{}/{}/{}", asked_.host, folder, id.text);
        return is_web_address(url) ? url : std::string{};
    }
    const std::string& in_language(const LocalText& text) const { return text.in(asked_.language); }
    std::string name_in(const Arrangement& arrangement) const {
        return in_language(arrangement.title);
    }
    std::string name_in(const Partner& partner) const {
        return directory::name_in(partner, asked_.language);
    }
    std::string label(std::string_view list, std::string_view word) const {
        return translate(asked_.language, fmt::format("{}.{}", list, word));
    }

    // Empty for what the reader may not read.
    template <class K>
    const std::string& name_of(const Id& id) {
        const auto [known, is_new] = names_.try_emplace(id);
        if (!is_new) return known->second;
        if (const auto found = snapshot_.get<K>(id)) known->second = name_in(found->value);
        return known->second;
    }

    std::string description_of(const Action& action) {
        std::string text;
        const auto add_line = [&](std::string_view member, const std::string& name) {
            if (!name.empty()) text += fmt::format("{}: {}\n", label("kinds.action", member), name);
        };
        add_line("arrangement", name_of<Arrangement>(action.arrangement.id));
        if (action.lead) add_line("lead", name_of<Partner>(action.lead->id));
        const auto& description = in_language(action.description);
        if (!description.empty()) text += "\n" + description;
        return std::string(trimmed(text));
    }

    const store::Snapshot& snapshot_;
    const CalendarQuery& asked_;
    std::map<Id, std::string> names_;
};

// Those that are due on some day. Fails with `not_found`.
Result<std::vector<record::Record<Action>>> actions_of(const store::Snapshot& snapshot,
                                                       const CalendarQuery& asked) {
    if (asked.lead) TENPOINT_CHECK(snapshot.get<Partner>(*asked.lead));
    std::vector<record::Record<Action>> actions;
    if (asked.arrangement) {
        TENPOINT_TRY(family, arrangements::family_of(snapshot, *asked.arrangement));
        actions = arrangements::all_of<Action>(snapshot, family);
    } else {
        actions = snapshot.all<Action>();
    }
    std::erase_if(actions, [&](const auto& action) {
        const auto& lead = action.value.lead;
        return !action.value.due || (asked.lead && !(lead && lead->id == *asked.lead));
    });
    return actions;
}

// Those that expire on some day, of arrangements that go on; none where one partner's actions are
// asked for.
Result<std::vector<record::Record<Agreement>>> agreements_of(const store::Snapshot& snapshot,
                                                             const CalendarQuery& asked) {
    if (asked.lead) return std::vector<record::Record<Agreement>>{};
    auto agreements = arrangements::agreements_with_end(snapshot);
    if (!asked.arrangement) return agreements;
    TENPOINT_TRY(family, arrangements::family_of(snapshot, *asked.arrangement));
    std::erase_if(agreements, [&](const auto& agreement) {
        return std::ranges::none_of(family, [&](const auto& member) {
            return member.envelope.id == agreement.value.arrangement.id;
        });
    });
    return agreements;
}

Result<Response> get_calendar(store::Store& store, const Request& request) {
    TENPOINT_TRY(asked, calendar_query_of(request));
    const auto read = [&](const store::Snapshot& snapshot) -> Result<formats::ToDoCalendar> {
        TENPOINT_TRY(actions, actions_of(snapshot, asked));
        ToDoMaker maker(snapshot, asked);
        formats::ToDoCalendar calendar{maker.calendar_name(), {}};
        for (const auto& action : actions)
            calendar.to_dos.push_back(maker.make(action));
        TENPOINT_TRY(agreements, agreements_of(snapshot, asked));
        for (const auto& agreement : agreements)
            calendar.to_dos.push_back(maker.make(agreement));
        return calendar;
    };
    TENPOINT_TRY(calendar, store.read(request.principal, read));
    auto text = formats::to_icalendar(calendar);
    const auto etag = fmt::format("\"{}\"", hash_of(text).substr(0, 32));
    Response response;
    response.status = 304;
    if (!is_etag_among(request.headers.get("If-None-Match"), etag)) {
        response = text_response(std::move(text), "text/calendar; charset=utf-8");
        response.headers.set("Content-Disposition", attachment("actions.ics"));
        response.headers.set("Content-Language", std::string(to_word(asked.language)));
    }
    response.headers.set("ETag", etag);
    response.headers.set("Cache-Control", "private, no-cache");
    response.headers.set("Vary", "Accept-Language");
    return response;
}

}  // namespace

Routes calendar_routes(store::Store& store) {
    Route calendar;
    calendar.method = Method::get;
    calendar.path = "/api/actions.ics";
    calendar.answer = [&store](Request& request) { return get_calendar(store, request); };
    calendar.operation = {.id = "get_calendar",
                          .summary = "get_calendar",
                          .tag = "actions",
                          .answer = text_schema(),
                          .statuses = {200, 304},
                          .media_types = {"text/calendar"},
                          .problems = {ProblemCode::not_found}};
    calendar.takes_basic = true;  // what calendar programs can show
    calendar.query = {{"arrangement", id_schema()},
                      {"lead", id_schema()},
                      {"lang", choice_schema_of<Language>()}};
    return {calendar};
}

}  // namespace tenpoint::web
