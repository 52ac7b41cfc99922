// SPDX-License-Identifier: Apache-2.0
#include "store/verification.hpp"

#include "store/backend.hpp"

namespace tenpoint::store {

Verification verify(Session& session, record::Kinds kinds, const TrustedPast& trusted) {
    if (const auto setting = session.backend().take_any_time(); !setting.empty())
        session.execute(setting);
    Verification found;
    found.flaw = verify_pages(session);
    if (!found.flaw) found.flaw = verify_journal(session, trusted, found);
    if (!found.flaw) found.flaw = verify_files(session, found);
    if (!found.flaw) found.flaw = verify_records(session, kinds, found);
    if (!found.flaw) found.flaw = verify_references(session, kinds);
    if (!found.flaw) found.flaw = verify_keys(session, kinds);
    return found;
}

std::optional<Flaw> verify_pages(Session& session) {
    auto damage = session.backend().damage(session);
    if (damage.empty()) return std::nullopt;
    return Flaw{FlawCode::database_damaged, {std::move(damage)}};
}

}  // namespace tenpoint::store
