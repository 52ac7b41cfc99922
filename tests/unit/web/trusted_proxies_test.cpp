// SPDX-License-Identifier: Apache-2.0
#include "web/trusted_proxies.hpp"

#include <gtest/gtest.h>

namespace tenpoint::web {
namespace {

TEST(TrustedProxies, TakesNetworksAndAddressesAndNothingElse) {
    for (const auto* good : {"10.0.0.0/8", "192.0.2.1", "::1", "2001:db8::/32", "0.0.0.0/0"})
        EXPECT_TRUE(TrustedProxies{}.add(good)) << good;
    for (const auto* bad : {"", "proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1",
                            "::1/129", "10.0.0/8", "10.0.0.0/8x"})
        EXPECT_FALSE(TrustedProxies{}.add(bad)) << bad;
}

TEST(TrustedProxies, KnowsItsNetworks) {
    TrustedProxies proxies;
    proxies.add("10.32.0.0/11");
    proxies.add("2001:db8:4::/47");
    for (const auto* inside : {"10.32.0.1", "10.63.255.255", "::ffff:10.40.0.1", "2001:db8:5::1"})
        EXPECT_TRUE(proxies.contains(inside)) << inside;
    for (const auto* outside : {"10.31.255.255", "10.64.0.0", "2001:db8:6::1", "::1", "nobody"})
        EXPECT_FALSE(proxies.contains(outside)) << outside;
}

TEST(TrustedProxies, SayForWhomTheyAsk) {
    struct Row {
        std::string peer, forwarded, client;
    };
    TrustedProxies proxies;
    proxies.add("10.0.0.0/8");
    for (const auto& [peer, forwarded, client] : {
             Row{"192.0.2.7", "", "192.0.2.7"},
             // Whoever is no proxy of ours may claim what he likes.
             Row{"192.0.2.7", "198.51.100.1", "192.0.2.7"},
             Row{"10.0.0.1", "198.51.100.1", "198.51.100.1"},
             // What stands before the last stranger was typed by that stranger.
             Row{"10.0.0.1", "203.0.113.9, 198.51.100.1", "198.51.100.1"},
             Row{"10.0.0.1", "198.51.100.1, 10.0.0.2", "198.51.100.1"},
             Row{"10.0.0.1", "10.0.0.3,10.0.0.2", "10.0.0.3"},
             Row{"10.0.0.1", "198.51.100.1:5000", "198.51.100.1"},
             Row{"10.0.0.1", "[2001:db8:1:2:3::4]:5000", "2001:db8:1:2::/64"},
             Row{"10.0.0.1", "unknown", "10.0.0.1"},
             Row{"10.0.0.1", " , ,", "10.0.0.1"},
             Row{"10.0.0.1", "", "10.0.0.1"},
             Row{"::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"},
             Row{"::ffff:192.0.2.7", "", "192.0.2.7"},
             Row{"2001:db8:1:2:3::4", "", "2001:db8:1:2::/64"},
         })
        EXPECT_EQ(proxies.client_of(peer, forwarded), client) << peer << " for " << forwarded;
}

}  // namespace
}  // namespace tenpoint::web
