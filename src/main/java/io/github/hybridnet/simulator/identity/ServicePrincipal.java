package io.github.hybridnet.simulator.identity;

/**
 * The one application that can sign in.
 *
 * @param tenantId the guid of its tenant
 * @param clientId its guid
 * @param clientSecret its secret
 */
public record ServicePrincipal(String tenantId, String clientId, String clientSecret) {

  /** The text has no secret in it. */
  @Override
  public String toString() {
    return "ServicePrincipal[tenantId=" + tenantId + ", clientId=" + clientId + "]";
  }
}
