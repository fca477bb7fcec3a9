package io.github.hybridnet.azure.settings;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The names and addresses of this machine. {@code localhost} and all names below it never leave it
 * (RFC 6761, section 6.3), nor do the addresses 127.0.0.0/8 and ::1.
 */
public final class LoopbackHost {
  private static final Pattern NAMES =
      Pattern.compile("localhost|.*\\.localhost|127(\\.\\d+){3}|\\[?::1]?");

  private LoopbackHost() {}

  /** Whether the host of an address is this machine. */
  public static boolean matches(URI address) {
    String host = address.getHost();
    return host != null && NAMES.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}
