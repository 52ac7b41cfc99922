// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenpoint::web {

// The proxies before the server, which may say for whom they ask. What anybody else says of that
// is not believed: a header is typed easily.
class TrustedProxies {
  public:
    // Takes "10.1.0.0/16", "2001:db8::/32" or one address; false where the text is none of them.
    bool add(std::string_view network);

    bool contains(std::string_view address) const;

    // Who asks, as rates count it: `peer`, or where that is a trusted proxy the last address of
    // its X-Forwarded-For that is not one. An IPv6 address stands for its network of 64 bits, all
    // of which is one customer's.
    std::string client_of(std::string_view peer, std::string_view forwarded_for) const;

  private:
    // Of IPv6; an IPv4 address stands in it as a mapped one.
    using Bytes = std::array<unsigned char, 16>;
    struct Network {
        Bytes address{};
        unsigned bits = 0;
    };
    static std::optional<Bytes> parse(std::string_view address);
    static std::string to_text(const Bytes& address);
    bool contains(const Bytes& address) const;

    std::vector<Network> networks_;
};

}  // namespace tenpoint::web
