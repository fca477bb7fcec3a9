package io.github.hybridnet.model;

import inet.ipaddr.AddressStringParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses addresses as Azure takes them. The library's defaults also take {@code 10.0/16}, {@code
 * 10.*.0.0}, octal and hexadecimal numbers, masks and zones.
 */
final class StrictAddressParser {
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
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowMixed(false)
          .allowBase85(false)
          .allowBinary(false)
          .getParentBuilder()
          .toParams();

  private static final Pattern LEADING_ZERO = Pattern.compile("/0\\d");

  private StrictAddressParser() {}

  static Optional<IPAddress> parse(String text) {
    // The library trims; Azure does not.
    boolean blanks = text.chars().anyMatch(Character::isWhitespace);
    // Told to refuse leading zeros of prefix lengths, the library refuses the length 0, too.
    return blanks || LEADING_ZERO.matcher(text).find()
        ? Optional.empty()
        : Optional.ofNullable(new IPAddressString(text, STRICT).getAddress());
  }
}
