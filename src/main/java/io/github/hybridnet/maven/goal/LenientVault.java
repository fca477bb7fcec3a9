package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.model.Secret;

/**
 * Fetches secrets for goals that only compare: an identity that may read a network but not a vault
 * learns all but whether those secrets differ.
 */
final class LenientVault {
  private final OpenCloud cloud;
  private final LineWriter out;

  LenientVault(OpenCloud cloud, LineWriter out) {
    this.cloud = cloud;
    this.out = out;
  }

  /** The secret with its text, or as it was, with a warning. */
  Secret resolve(Secret secret) {
    try {
      return cloud.resolve(secret);
    } catch (HybridnetException problem) {
      out.warn("A secret is left uncompared:");
      String.valueOf(problem.getMessage()).lines().forEach(out::warn);
      return secret;
    }
  }
}
