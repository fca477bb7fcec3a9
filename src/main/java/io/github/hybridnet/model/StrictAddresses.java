package io.github.hybridnet.model;

import inet.ipaddr.AddressStringParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;

/**
 * Parses addresses as Azure takes them. The library's defaults also take {@code 10.0/16}, {@code
 * 10.*.0.0}, octal and hexadecimal numbers, masks and zones.
 */
final class StrictAddresses {
  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowMask(false)
          .allowWildcardedSeparator(false)
          .setRangeOptions(AddressStringParameters.RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .allowPrefixLengthLeadingZeros(false)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowMixed(false)
          .allowBase85(false)
          .allowBinary(false)
          .getParentBuilder()
          .toParams();

  private StrictAddresses() {}

  static Optional<IPAddress> parse(String text) {
    // The library trims; Azure does not.
    boolean blanks = text.chars().anyMatch(Character::isWhitespace);
    return blanks
        ? Optional.empty()
        : Optional.ofNullable(new IPAddressString(text, STRICT).getAddress());
  }
}
