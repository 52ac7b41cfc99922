// SPDX-License-Identifier: Apache-2.0
// A disk that fails for a while: what cannot be kept is refused clearly, what was acknowledged
// stays, and the node goes on by itself once the disk does.
#include <random>

#include <gtest/gtest.h>

#include "faulty_disk.hpp"
#include "load.hpp"
#include "rounds.hpp"

namespace tenpoint::faults {
namespace {

class DiskFault : public testing::TestWithParam<Fault> {};

TEST_P(DiskFault, IsToldLosesNothingAndIsOvercome) {
    const int points = rounds(40);
    std::size_t refusals = 0;
    for (int point = 1; point <= points; ++point) {
        std::mt19937 chance(static_cast<unsigned>(point));
        FaultyDisk disk;
        LoadedNode node(LoadedNode::new_folder());
        disk.fail_after(std::uniform_int_distribution(1, 60)(chance), GetParam(),
                        std::uniform_int_distribution(1, 6)(chance));
        node.write(true);
        for (const auto& refusal : node.refusals())
            ASSERT_EQ(refusal.code, ProblemCode::storage_failed) << refusal.detail;
        refusals += node.refusals().size();

        disk.heal();
        const auto refused = node.refusals().size();
        node.write(true);
        ASSERT_EQ(node.refusals().size(), refused)
            << node.refusals().back().detail << ", seed " << point;
        node.close();
        ASSERT_EQ(LoadedNode::trouble_in(node.folder(), node.acknowledged()), "")
            << "seed " << point;
    }
    EXPECT_GT(refusals, 0U) << "no fault was met";
}

std::string fault_name(const testing::TestParamInfo<Fault>& info) {
    switch (info.param) {
        case Fault::disk_full:
            return "disk_full";
        case Fault::short_write:
            return "short_write";
        case Fault::write_error:
            return "write_error";
        case Fault::sync_error:
            return "sync_error";
        case Fault::read_error:
            return "read_error";
    }
    return {};
}

INSTANTIATE_TEST_SUITE_P(On, DiskFault,
                         testing::Values(Fault::disk_full, Fault::short_write, Fault::write_error,
                                         Fault::sync_error, Fault::read_error),
                         fault_name);

}  // namespace
}  // namespace tenpoint::faults
