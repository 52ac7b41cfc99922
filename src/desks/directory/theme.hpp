// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/describe/enum.hpp>

namespace tenpoint::directory {

// What cooperation is about: the ten points of the 10-Point Plan, each followed by the parts of it
// that partners divide among themselves, then the sectors of a humanitarian response. One list for
// mandates, expertise, services, focal points, actions and, later, the matrix.
enum class Theme {
    cooperation,  // 1
    national_cooperation,
    regional_cooperation,
    global_cooperation,
    data,  // 2
    data_collection,
    data_analysis,
    entry_systems,  // 3
    border_training,
    border_monitoring,
    rescue_at_sea,
    reception,  // 4
    reception_facilities,
    alternatives_to_detention,
    specific_needs,
    profiling_and_referral,  // 5
    registration,
    profiling,
    referral,
    counselling,
    differentiated_processes,  // 6
    asylum_procedures,
    trafficked_persons,
    unaccompanied_children,
    women_at_risk,
    refugee_solutions,  // 7
    local_integration,
    resettlement,
    voluntary_repatriation,
    labour_migration,
    secondary_movements,  // 8
    readmission,
    returns_and_alternatives,  // 9
    assisted_return,
    legal_migration,
    information_strategy,  // 10
    campaigns,
    host_communities,
    education,  // sectors
    food_security,
    health,
    nutrition,
    protection,
    child_protection,
    gender_based_violence,
    trafficking_and_smuggling,
    shelter,
    water_and_sanitation,
    livelihoods,
    cash_assistance,
    transport,
    logistics,
    policy_and_law,
    capacity_building,
    funding,
};
// More than BOOST_DESCRIBE_ENUM takes.
BOOST_DESCRIBE_ENUM_BEGIN(Theme)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, cooperation)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, national_cooperation)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, regional_cooperation)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, global_cooperation)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, data)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, data_collection)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, data_analysis)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, entry_systems)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, border_training)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, border_monitoring)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, rescue_at_sea)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, reception)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, reception_facilities)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, alternatives_to_detention)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, specific_needs)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, profiling_and_referral)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, registration)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, profiling)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, referral)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, counselling)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, differentiated_processes)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, asylum_procedures)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, trafficked_persons)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, unaccompanied_children)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, women_at_risk)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, refugee_solutions)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, local_integration)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, resettlement)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, voluntary_repatriation)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, labour_migration)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, secondary_movements)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, readmission)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, returns_and_alternatives)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, assisted_return)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, legal_migration)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, information_strategy)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, campaigns)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, host_communities)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, education)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, food_security)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, health)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, nutrition)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, protection)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, child_protection)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, gender_based_violence)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, trafficking_and_smuggling)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, shelter)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, water_and_sanitation)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, livelihoods)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, cash_assistance)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, transport)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, logistics)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, policy_and_law)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, capacity_building)
BOOST_DESCRIBE_ENUM_ENTRY(Theme, funding)
BOOST_DESCRIBE_ENUM_END(Theme)

}  // namespace tenpoint::directory
