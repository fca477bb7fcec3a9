package io.github.hybridnet.azure.signin.token;

import java.util.List;

/** The token service refused, in its own words. It holds no secret. */
public final class TokenRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;
  private final List<String> codes;
  private final String correlation;

  /**
   * Creates the exception from the answer of Microsoft Entra ID.
   *
   * @param error the kind of it, such as {@code invalid_client}
   * @param said the description, on one line
   * @param codes the service's numbers, such as {@code 700016}
   * @param correlation the id for a support case, or empty
   */
  public TokenRefusedException(String error, String said, List<String> codes, String correlation) {
    super(said);
    this.error = error;
    this.codes = List.copyOf(codes);
    this.correlation = correlation;
  }

  public String error() {
    return error;
  }

  public List<String> codes() {
    return codes;
  }

  public String correlation() {
    return correlation;
  }
}
