// SPDX-License-Identifier: Apache-2.0
#include "web/api.hpp"

#include "desks/arrangements/adoption.hpp"
#include "desks/arrangements/openness.hpp"
#include "desks/movements/mapping_json.hpp"
#include "web/account_routes.hpp"
#include "web/activity_report_extras.hpp"
#include "web/alert_routes.hpp"
#include "web/arrangement_filters.hpp"
#include "web/arrangement_routes.hpp"
#include "web/batch_routes.hpp"
#include "web/calendar_routes.hpp"
#include "web/collection_routes.hpp"
#include "web/concern_routes.hpp"
#include "web/contact_routes.hpp"
#include "web/corridor_routes.hpp"
#include "web/disagreement_routes.hpp"
#include "web/dismissal_extras.hpp"
#include "web/document_routes.hpp"
#include "web/doing_routes.hpp"
#include "web/event_routes.hpp"
#include "web/figure_routes.hpp"
#include "web/file_routes.hpp"
#include "web/hand_over_routes.hpp"
#include "web/openapi.hpp"
#include "web/openid_routes.hpp"
#include "web/overview_routes.hpp"
#include "web/partner_routes.hpp"
#include "web/place_routes.hpp"
#include "web/preview_routes.hpp"
#include "web/reach_routes.hpp"
#include "web/reference_routes.hpp"
#include "web/ruling_extras.hpp"
#include "web/schemas.hpp"
#include "web/search_routes.hpp"
#include "web/session_routes.hpp"
#include "web/sheet_routes.hpp"
#include "web/status_routes.hpp"
#include "web/user_extras.hpp"

namespace tenpoint::web {
namespace {

// The few kinds that need more than their description.
CollectionExtras extras_of(const record::KindInfo& kind, store::Store& store,
                           movements::JointFigures& figures) {
    if (kind.name == "user") return user_extras();
    if (kind.name == "partner") return partner_extras();
    if (kind.name == "contact") return contact_extras(store);
    if (kind.name == "arrangement") return arrangement_extras();
    if (kind.name == "membership") return membership_extras();
    if (kind.name == "action") return action_extras();
    if (kind.name == "agreement") return agreement_extras(store);
    if (kind.name == "ruling") return ruling_extras();
    if (kind.name == "activity_report") return activity_report_extras();
    if (kind.name == "dismissal") return dismissal_extras();
    if (kind.name == "sheet") return sheet_extras(store, figures);
    return {};
}

}  // namespace

Api make_api(const ApiGround& ground, const std::string& version) {
    auto& [store, figures, responses, sessions, jobs, events, provider] = ground;
    Api api;
    api.schemas = {{"adopted_text", arrangements::adopted_schema()},
                   {"mapping", movements::mapping_schema()},
                   {"counts", map_schema(number_schema())},
                   {"texts", map_schema(text_schema())}};
    api.add(health_routes(store, version));
    api.add(session_routes(store, sessions));
    api.add(openid_routes(store, sessions, provider));
    api.add(account_routes(store, sessions));
    api.add(second_factor_routes(store, sessions));
    api.add(account_keeping_routes(store));
    for (const auto* kind : store.kinds()) {
        auto extras = extras_of(*kind, store, figures);
        extras.first_draft = arrangements::first_draft;
        add_collection(api, store, *kind, std::move(extras));
    }
    api.add(partner_routes(store));
    api.add(contact_routes(store));
    api.add(arrangement_routes(store));
    api.add(document_routes(store));
    api.add(calendar_routes(store));
    api.add(hand_over_routes(store));
    api.add(concern_routes(store, figures, responses));
    api.add(doing_routes(store, responses));
    api.add(reach_routes(store, responses));
    api.add(file_routes(store, jobs));
    api.add(preview_routes(store));
    api.add(batch_routes(store, figures));
    api.add(figure_routes(store, figures));
    api.add(disagreement_routes(store, figures));
    api.add(alert_routes(store, figures));
    api.add(corridor_routes(store, figures));
    api.add(sheet_routes(store, figures));
    api.add(overview_routes(store, figures));
    api.add(search_routes(store));
    api.add(place_routes(store));
    api.add(place_list_routes(store, jobs));
    api.add(reference_routes());
    api.add(event_routes(store, sessions, events));
    add_openapi_route(api, version);
    return api;
}

}  // namespace tenpoint::web
