package io.github.hybridnet.model;

import inet.ipaddr.IPAddress;
import java.util.Optional;

/**
 * An address prefix as the user wrote it, such as {@code 10.0.0.0/16}. It may be malformed: rules
 * judge that, so that one bad prefix does not hide the other problems.
 *
 * @param text as written
 */
public record Cidr(String text) {

  /** The prefix block, or empty when the text is not an address with a prefix length. */
  public Optional<IPAddress> block() {
    return StrictAddressParser.parse(text).filter(IPAddress::isPrefixed);
  }

  /** Whether the text is an address with a prefix length. */
  public boolean isWellFormed() {
    return block().isPresent();
  }

  /** Whether it is a well-formed IPv6 prefix. */
  public boolean isIpv6() {
    return block().map(IPAddress::isIPv6).orElse(false);
  }

  /**
   * Whether no host bits are set, {@code 10.0.0.0/16} and not {@code 10.0.0.1/16}; false when
   * malformed.
   */
  public boolean isNetworkAddress() {
    return block().map(b -> b.equals(b.toPrefixBlock())).orElse(false);
  }

  /** The prefix without host bits, {@code 10.0.0.0/16} for {@code 10.0.0.1/16}. */
  public Cidr network() {
    return block().map(b -> new Cidr(network(b).toCanonicalString())).orElse(this);
  }

  /** The prefix length in bits, or -1 when malformed. */
  public int prefixLength() {
    return block().map(b -> b.getNetworkPrefixLength().intValue()).orElse(-1);
  }

  /** Whether every address of the other prefix lies in this one; false when either is malformed. */
  public boolean contains(Cidr other) {
    return block()
        .flatMap(mine -> other.block().map(its -> network(mine).contains(network(its))))
        .orElse(false);
  }

  /** Whether the address lies in this prefix; false when either is malformed. */
  public boolean contains(HostAddress hostAddress) {
    return block()
        .flatMap(mine -> hostAddress.value().map(its -> network(mine).contains(its)))
        .orElse(false);
  }

  /** Whether the two prefixes share an address; false when either is malformed. */
  public boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  private static IPAddress network(IPAddress address) {
    return address.toPrefixBlock();
  }

  @Override
  public String toString() {
    return text;
  }
}
