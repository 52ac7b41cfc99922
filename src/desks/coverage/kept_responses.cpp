// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/kept_responses.hpp"

#include <algorithm>

#include "access/may.hpp"
#include "desks/coverage/gathering.hpp"
#include "desks/coverage/reach_reports.hpp"

namespace tenpoint::coverage {
namespace {

// Who may read the same of each of the desk's sources is told the same.
std::string name_of_view(const access::Principal& principal) {
    return access::readable_predicate(principal, record::Stewardship::partners) + '\n' +
           access::readable_predicate(principal, record::Stewardship::coordinators);
}

}  // namespace

GatheredResponse::GatheredResponse(const store::Snapshot& snapshot, const ActivityRecords& reports)
    : response(gather(snapshot, reports)), reached(reach_reports(reports)), index(response) {}

Result<std::shared_ptr<const GatheredResponse>> KeptResponses::of(
    const access::Principal& principal) try {
    using Gathered = std::shared_ptr<const GatheredResponse>;
    const auto view = view_named(name_of_view(principal));
    if (auto known = known_in(*view, store_.state())) return known;
    const std::scoped_lock lock(view->gathering);
    const auto state = store_.state();  // before it is read: never newer
    if (auto known = known_in(*view, state)) return known;
    keep(*view, {}, nullptr);  // not two of one view at a time
    TENPOINT_TRY(gathered,
                 store_.read(principal, [](const store::Snapshot& snapshot) -> Result<Gathered> {
                     return Gathered(std::make_shared<GatheredResponse>(snapshot));
                 }));
    keep(*view, state, gathered);
    forget_outdated();  // it may have been written meanwhile
    return gathered;
} catch (const store::DatabaseError& error) {
    return Problem{ProblemCode::storage_failed, error.what()};
}

void KeptResponses::forget_outdated() {
    const auto state = state_or_none();
    const std::scoped_lock lock(mutex_);
    for (const auto& view : views_)
        if (view->state != state) view->gathered.reset();
}

std::string KeptResponses::state_or_none() try {
    return store_.state();
} catch (const store::DatabaseError&) {
    return {};
}

std::size_t KeptResponses::size() const {
    const std::scoped_lock lock(mutex_);
    return static_cast<std::size_t>(std::ranges::count_if(
        views_, [](const std::shared_ptr<View>& view) { return view->gathered != nullptr; }));
}

std::shared_ptr<KeptResponses::View> KeptResponses::view_named(const std::string& name) {
    const std::scoped_lock lock(mutex_);
    const auto known = std::ranges::find(views_, name, [](const auto& view) { return view->name; });
    if (known != views_.end()) {
        views_.splice(views_.begin(), views_, known);
    } else {
        views_.push_front(std::make_shared<View>());
        views_.front()->name = name;
        if (views_.size() > most) views_.pop_back();
    }
    return views_.front();
}

std::shared_ptr<const GatheredResponse> KeptResponses::known_in(const View& view,
                                                                const std::string& state) {
    const std::scoped_lock lock(mutex_);
    return view.state == state ? view.gathered : nullptr;
}

void KeptResponses::keep(View& view, const std::string& state,
                         const std::shared_ptr<const GatheredResponse>& gathered) {
    const std::scoped_lock lock(mutex_);
    view.state = state;
    view.gathered = gathered;
}

}  // namespace tenpoint::coverage
