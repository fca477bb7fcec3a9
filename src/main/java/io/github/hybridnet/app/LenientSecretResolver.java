package io.github.hybridnet.app;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.text.UserException;

/**
 * Fetches secrets for goals that only compare: an identity that may read a network but not a vault
 * learns all but whether those secrets differ.
 */
public final class LenientSecretResolver {
  private final CloudSession cloud;
  private final LineWriter out;

  public LenientSecretResolver(CloudSession cloud, LineWriter out) {
    this.cloud = cloud;
    this.out = out;
  }

  /** The secret with its text, or as it was, with a warning. */
  public Secret resolve(Secret secret) {
    try {
      return cloud.resolve(secret);
    } catch (UserException problem) {
      out.warn("A secret could not be compared:");
      out.warn(problem);
      return secret;
    }
  }
}
