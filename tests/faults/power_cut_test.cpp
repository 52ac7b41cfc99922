// SPDX-License-Identifier: Apache-2.0
// What was acknowledged outlives a power cut at any moment.
#include <random>

#include <gtest/gtest.h>

#include "faulty_disk.hpp"
#include "load.hpp"
#include "rounds.hpp"

namespace tenpoint::faults {
namespace {

enum class Synchronous { as_the_program_has_it, turned_down };

// Cuts the power once in a load of about so many operations. Gives what is then wrong.
std::string trouble_after_power_cut(unsigned seed, Synchronous synchronous) {
    std::mt19937 chance(seed);
    const auto left = LoadedNode::new_folder();
    std::map<std::string, std::int64_t> acknowledged;
    {
        FaultyDisk disk;
        if (synchronous == Synchronous::turned_down) disk.turn_synchronous_down();
        LoadedNode node(LoadedNode::new_folder());
        const auto at_rest = disk.operations();
        disk.cut_power_after(std::uniform_int_distribution(1, at_rest + 100)(chance));
        node.write(false);
        acknowledged = node.acknowledged();
        disk.put_survivors(node.folder(), left, seed % 2 == 0 ? 0 : seed);
        // It was on the disk before the database knew of it, and is no file of SQLite's.
        std::filesystem::copy_file(node.folder() / "node.key", left / "node.key");
    }
    auto trouble = LoadedNode::trouble_in(left, acknowledged);
    std::filesystem::remove_all(left);
    return trouble;
}

TEST(PowerCut, LosesNothingThatWasAcknowledged) {
    const int points = rounds(200);
    for (int point = 1; point <= points; ++point)
        ASSERT_EQ(trouble_after_power_cut(static_cast<unsigned>(point),
                                          Synchronous::as_the_program_has_it),
                  "")
            << "seed " << point;
}

// Else the test above would prove nothing.
TEST(PowerCut, IsFeltWhereSynchronousIsTurnedDown) {
    int losses = 0;
    for (unsigned seed = 1; seed <= 20; ++seed)
        losses += trouble_after_power_cut(seed, Synchronous::turned_down).empty() ? 0 : 1;
    EXPECT_GT(losses, 0);
}

}  // namespace
}  // namespace tenpoint::faults
