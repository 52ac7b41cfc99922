// SPDX-License-Identifier: Apache-2.0
#include "web/trusted_proxies.hpp"

#include <algorithm>
#include <charconv>

#include <boost/asio/ip/address.hpp>
#include <fmt/format.h>

#include "web/header_values.hpp"

namespace tenpoint::web {

namespace ip = boost::asio::ip;

namespace {

constexpr unsigned mapped_bits = 96;
constexpr std::size_t customer_bytes = 8;

// Some proxies write the port behind the address: "192.0.2.1:5000", "[2001:db8::1]:5000".
std::string_view without_port(std::string_view text) {
    if (text.starts_with('[')) return text.substr(1, text.find(']') - 1);
    if (std::ranges::count(text, ':') == 1) return text.substr(0, text.find(':'));
    return text;
}

}  // namespace

std::optional<TrustedProxies::Bytes> TrustedProxies::parse(std::string_view address) {
    boost::system::error_code error;
    const auto parsed = ip::make_address(address, error);
    if (error) return std::nullopt;
    if (parsed.is_v6()) return parsed.to_v6().to_bytes();
    return ip::make_address_v6(ip::v4_mapped, parsed.to_v4()).to_bytes();
}

std::string TrustedProxies::to_text(const Bytes& address) {
    const ip::address_v6 whole(address);
    if (whole.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, whole).to_string();
    auto network = address;
    std::fill(network.begin() + customer_bytes, network.end(), static_cast<unsigned char>(0));
    return fmt::format("{}/64", ip::address_v6(network).to_string());
}

bool TrustedProxies::add(std::string_view network) {
    const auto slash = network.find('/');
    const auto address = parse(network.substr(0, slash));
    if (!address) return false;
    const bool is_v4 = network.substr(0, slash).find(':') == std::string_view::npos;
    const unsigned most = is_v4 ? 32 : 128;
    unsigned bits = most;
    if (slash != std::string_view::npos) {
        const auto text = network.substr(slash + 1);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits);
        if (error != std::errc{} || end != text.data() + text.size() || bits > most) return false;
    }
    networks_.push_back({*address, is_v4 ? bits + mapped_bits : bits});
    return true;
}

bool TrustedProxies::contains(std::string_view address) const {
    const auto parsed = parse(address);
    return parsed && contains(*parsed);
}

bool TrustedProxies::contains(const Bytes& address) const {
    return std::ranges::any_of(networks_, [&](const Network& network) {
        const auto whole = network.bits / 8;
        if (!std::equal(address.begin(), address.begin() + whole, network.address.begin()))
            return false;
        const auto rest = network.bits % 8;
        return rest == 0 || (address.at(whole) ^ network.address.at(whole)) >> (8 - rest) == 0;
    });
}

std::string TrustedProxies::client_of(std::string_view peer, std::string_view forwarded_for) const {
    auto client = parse(peer);
    if (!client) return std::string(peer);
    while (contains(*client) && !forwarded_for.empty()) {
        const auto comma = forwarded_for.rfind(',');
        const auto start = comma == std::string_view::npos ? 0 : comma + 1;
        const auto before = parse(without_port(without_blanks(forwarded_for.substr(start))));
        if (!before) break;
        client = before;
        forwarded_for = forwarded_for.substr(0, start == 0 ? 0 : comma);
    }
    return to_text(*client);
}

}  // namespace tenpoint::web
