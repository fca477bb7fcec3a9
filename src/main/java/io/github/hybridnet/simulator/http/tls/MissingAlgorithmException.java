package io.github.hybridnet.simulator.http.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** This Java lacks an algorithm that the certificate needs; no file is to blame. */
public final class MissingAlgorithmException extends IOException {
  private static final long serialVersionUID = 1L;

  private MissingAlgorithmException(NoSuchAlgorithmException cause) {
    super(cause.getMessage(), cause);
  }

  /** The algorithm that a failure comes from; empty where it comes from something else. */
  public static Optional<MissingAlgorithmException> of(GeneralSecurityException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof NoSuchAlgorithmException missing) {
        return Optional.of(new MissingAlgorithmException(missing));
      }
    }
    return Optional.empty();
  }
}
