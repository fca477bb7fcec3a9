package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.state.Sha256Digest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tokens that were issued since all others expired, by their hash; the latest of them. */
final class IssuedTokens {
  private static final int KEPT = 1000;

  private final Set<String> issued = new LinkedHashSet<>();

  void issue(String token) {
    issued.add(hash(token));
    if (issued.size() > KEPT) {
      issued.remove(issued.iterator().next());
    }
  }

  boolean accepts(String token) {
    return issued.contains(hash(token));
  }

  private static String hash(String token) {
    return HexFormat.of().formatHex(Sha256Digest.of(token));
  }
}
