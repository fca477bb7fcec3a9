package io.github.hybridnet.azure.http;

import io.github.hybridnet.azure.http.transport.SessionClosedException;
import io.github.hybridnet.text.CauseChain;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection brought no answer, for users. The texts of Java's HTTP client name its parser,
 * and quote what came from the other side.
 */
final class LostConnectionText {
  private static final Pattern NO_TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{3})");

  private LostConnectionText() {}

  static String sentence(IOException failure) {
    for (Throwable t : CauseChain.of(failure).toList()) {
      Matcher noTunnel = NO_TUNNEL.matcher(String.valueOf(t.getMessage()));
      if (noTunnel.find()) {
        return refused(noTunnel.group(1));
      }
      if (t instanceof SessionClosedException closed) {
        return String.valueOf(closed.getMessage());
      }
      if (t instanceof ProtocolException) {
        return "The server did not answer with HTTP.";
      }
    }
    return "The connection ended before there was a complete answer.";
  }

  /** A status from 500 on may also be that of the relay before the proxy. */
  private static String refused(@Nullable String status) {
    boolean unreachable = status != null && status.startsWith("5");
    return (unreachable
            ? "The proxy was not reached, or could not connect to this host"
            : "The proxy refused to connect to this host")
        + " (HTTP "
        + status
        + ").";
  }
}
