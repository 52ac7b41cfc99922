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
BOOST_DESCRIBE_ENUM(Theme, cooperation, national_cooperation, regional_cooperation,
                    global_cooperation, data, data_collection, data_analysis, entry_systems,
                    border_training, border_monitoring, rescue_at_sea, reception,
                    reception_facilities, alternatives_to_detention, specific_needs,
                    profiling_and_referral, registration, profiling, referral, counselling,
                    differentiated_processes, asylum_procedures, trafficked_persons,
                    unaccompanied_children, women_at_risk, refugee_solutions, local_integration,
                    resettlement, voluntary_repatriation, labour_migration, secondary_movements,
                    readmission, returns_and_alternatives, assisted_return, legal_migration,
                    information_strategy, campaigns, host_communities, education, food_security,
                    health, nutrition, protection, child_protection, gender_based_violence,
                    trafficking_and_smuggling, shelter, water_and_sanitation, livelihoods,
                    cash_assistance, transport, logistics, policy_and_law, capacity_building,
                    funding)

}  // namespace tenpoint::directory
