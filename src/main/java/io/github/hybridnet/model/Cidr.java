package io.github.hybridnet.model;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
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
    IPAddress address = new IPAddressString(text).getAddress();
    return address == null || !address.isPrefixed() || !text.contains("/")
        ? Optional.empty()
        : Optional.of(address);
  }

  /** Whether the text is an address with a prefix length. */
  public boolean isWellFormed() {
    return block().isPresent();
  }

  /**
   * Whether no host bits are set, {@code 10.0.0.0/16} and not {@code 10.0.0.1/16}; false when
   * malformed.
   */
  public boolean isNetworkAddress() {
    return block().map(b -> b.equals(b.toPrefixBlock())).orElse(false);
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
