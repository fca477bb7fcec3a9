package io.github.hybridnet.simulator.network.resource;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;

/** An address prefix such as 10.0.0.0/16, IPv4 or IPv6. */
public record AddressPrefix(IPAddress block) {
  /** The service keeps the first four addresses of a subnet and the last one for itself. */
  private static final int FIRST_FREE_HOST = 4;

  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowMask(false)
          .allowWildcardedSeparator(false)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowBinary(false)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowBinary(false)
          .getParentBuilder()
          .toParams();

  /** Reads a prefix; nothing when the text is not an address, a slash and a length. */
  public static Optional<AddressPrefix> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    IPAddress parsed = new IPAddressString(text, STRICT).getAddress();
    return parsed == null || parsed.getNetworkPrefixLength() == null || hasRange(text)
        ? Optional.empty()
        : Optional.of(new AddressPrefix(parsed));
  }

  public static boolean isAddress(String text) {
    return !text.contains("/")
        && !hasRange(text)
        && new IPAddressString(text, STRICT).getAddress() != null;
  }

  /** Whether the address has no bits behind the prefix length. */
  boolean isNetwork() {
    return withoutPrefix(block.getLower()).equals(first());
  }

  AddressPrefix network() {
    return new AddressPrefix(block.toPrefixBlock());
  }

  public int length() {
    Integer length = block.getNetworkPrefixLength();
    return length == null ? block.getBitCount() : length;
  }

  public boolean isIpv4() {
    return block.isIPv4();
  }

  public boolean contains(AddressPrefix other) {
    return sameFamily(other) && block.toPrefixBlock().contains(other.block.toPrefixBlock());
  }

  public boolean overlaps(AddressPrefix other) {
    return contains(other) || other.contains(this);
  }

  /** The n-th address of those that the service gives to resources, from 0. */
  public String free(int index) {
    return host(FIRST_FREE_HOST + index);
  }

  /** The n-th address of the range, the network's own being 0. */
  public String host(int index) {
    return address(first().increment(index));
  }

  /** The last address but the broadcast one: where a gateway's BGP speaker listens. */
  public String lastUsable() {
    return address(withoutPrefix(block.toPrefixBlock().getUpper()).increment(-1));
  }

  /** The last address of the range. */
  public String last() {
    return address(withoutPrefix(block.toPrefixBlock().getUpper()));
  }

  @Override
  public String toString() {
    return withoutPrefix(block.getLower()).toCanonicalString() + "/" + length();
  }

  private IPAddress first() {
    return withoutPrefix(block.toPrefixBlock().getLower());
  }

  private boolean sameFamily(AddressPrefix other) {
    return block.isIPv4() == other.block.isIPv4();
  }

  private static IPAddress withoutPrefix(IPAddress address) {
    return address.withoutPrefixLength();
  }

  private static String address(IPAddress address) {
    return address.toCanonicalString();
  }

  private static boolean hasRange(String text) {
    return text.contains("-") || text.contains("*") || text.contains(",");
  }
}
