package io.github.hybridnet.azure.recording;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Other addresses for IPv4 and IPv6 addresses and prefixes. Two addresses share as many leading
 * bits afterwards as before, so that a subnet stays in its network. Private ranges stay private and
 * keep the last octet, because Azure reserves the first and the last addresses of a subnet. Ranges
 * that mean the same everywhere stay: the default route, loopback, link-local, multicast, and the
 * address of Azure's own services.
 */
final class AddressReplacement {
  private static final Pattern ADDRESS =
      Pattern.compile("([0-9A-Fa-f:][0-9A-Fa-f.:]{1,44})(?:/(\\d{1,3}))?");
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final List<String> KEPT =
      List.of(
          "00000000", "01111111", "1010100111111110", "10101000001111111000000100010000", "111");
  private static final List<String> PRIVATE =
      List.of("00001010", "0110010001", "101011000001", "1100000010101000");
  private static final List<String> KEPT_V6 = List.of("00000000", "1111111010", "11111111");
  private static final List<String> PRIVATE_V6 = List.of("1111110");
  private static final int V4_NETWORK = 24;
  private static final int V6_NETWORK = 64;

  private final Mac mac;

  /** With a key of its own, which nobody learns. */
  AddressReplacement(SecureRandom random) {
    byte[] key = new byte[32];
    random.nextBytes(key);
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("each Java has HmacSHA256", e);
    }
  }

  /** The replacement of a text that is an address or a prefix; empty for every other text. */
  Optional<String> of(String text) {
    Matcher parts = ADDRESS.matcher(text);
    if (!parts.matches() || !(V4.matcher(parts.group(1)).matches() || isV6(parts.group(1)))) {
      return Optional.empty();
    }
    try {
      byte[] address = InetAddress.getByName(parts.group(1)).getAddress();
      int length = parts.group(2) == null ? address.length * 8 : Integer.parseInt(parts.group(2));
      String other = InetAddress.getByAddress(other(address, length)).getHostAddress();
      return Optional.of(parts.group(2) == null ? other : other + "/" + length);
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static boolean isV6(String text) {
    return text.indexOf(':') != text.lastIndexOf(':');
  }

  private byte[] other(byte[] address, int length) {
    boolean v4 = address.length == 4;
    String bits = bits(address);
    boolean local = (v4 ? PRIVATE : PRIVATE_V6).stream().anyMatch(bits::startsWith);
    int most = v4 ? (local ? V4_NETWORK : bits.length()) : V6_NETWORK;
    boolean isNetwork = bits.indexOf('1', length) < 0;
    int end = isNetwork ? Math.min(length, most) : most;
    byte[] other = address.clone();
    boolean isChanged = false;
    for (int i = 0; i < end; i++) {
      String before = bits.substring(0, i);
      if (!isFixed(before, v4)) {
        boolean flipped = !isChanged || isFlipped(before, v4);
        other[i / 8] ^= (byte) (flipped ? 0x80 >> (i % 8) : 0);
        isChanged = true;
      }
    }
    return other;
  }

  /** Whether the next bit still decides if a special range is met, or is inside a kept one. */
  private static boolean isFixed(String before, boolean v4) {
    List<String> kept = v4 ? KEPT : KEPT_V6;
    List<String> local = v4 ? PRIVATE : PRIVATE_V6;
    return kept.stream().anyMatch(range -> range.startsWith(before) || before.startsWith(range))
        || local.stream()
            .anyMatch(range -> range.startsWith(before) && range.length() > before.length());
  }

  private synchronized boolean isFlipped(String before, boolean v4) {
    byte[] text = ((v4 ? "4:" : "6:") + before).getBytes(StandardCharsets.UTF_8);
    return (mac.doFinal(text)[0] & 1) == 1;
  }

  private static String bits(byte[] address) {
    StringBuilder bits = new StringBuilder();
    for (byte octet : address) {
      bits.append(Integer.toBinaryString((octet & 0xff) | 0x100).substring(1));
    }
    return bits.toString();
  }
}
