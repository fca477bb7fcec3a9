package io.github.hybridnet.model;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.Optional;

/**
 * A single IP address as the user wrote it. It may be malformed: rules judge that.
 *
 * @param text as written
 */
public record HostAddress(String text) {
  /** Addresses that are valid on one link only (RFC 3927). */
  public static final Cidr LINK_LOCAL = new Cidr("169.254.0.0/16");

  /** The special-purpose registries of IANA, as far as a packet on the Internet cannot go there. */
  private static final List<SpecialRange> SPECIAL =
      List.of(
          new SpecialRange("0.0.0.0/8", "an address of \"this network\""),
          new SpecialRange("10.0.0.0/8", "a private address"),
          new SpecialRange("172.16.0.0/12", "a private address"),
          new SpecialRange("192.168.0.0/16", "a private address"),
          new SpecialRange("100.64.0.0/10", "an address for carrier-grade NAT"),
          new SpecialRange("127.0.0.0/8", "a loopback address"),
          new SpecialRange(LINK_LOCAL.text(), "a link-local address"),
          new SpecialRange("192.0.0.0/24", "an address for protocol assignments"),
          new SpecialRange("192.0.2.0/24", "an address for documentation"),
          new SpecialRange("198.51.100.0/24", "an address for documentation"),
          new SpecialRange("203.0.113.0/24", "an address for documentation"),
          new SpecialRange("198.18.0.0/15", "an address for benchmarks"),
          new SpecialRange("224.0.0.0/4", "a multicast address"),
          new SpecialRange("240.0.0.0/4", "a reserved address"));

  private record SpecialRange(String prefix, String words) {}

  /** The address, or empty when the text is not one address. */
  Optional<IPAddress> value() {
    return StrictAddressParser.parse(text).filter(a -> !a.isPrefixed());
  }

  /** Whether the text is one address. */
  public boolean isWellFormed() {
    return value().isPresent();
  }

  /** Whether the text is one IPv4 address. */
  public boolean isIpv4() {
    return value().map(IPAddress::isIPv4).orElse(false);
  }

  /** Why an IPv4 address is not a public one, such as "a private address"; empty when it is. */
  public Optional<String> specialPurpose() {
    return SPECIAL.stream()
        .filter(specialRange -> new Cidr(specialRange.prefix()).contains(this))
        .map(SpecialRange::words)
        .findFirst();
  }

  @Override
  public String toString() {
    return text;
  }
}
