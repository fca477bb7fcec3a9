package io.github.hybridnet.simulator;

/**
 * How to sign in to a simulator.
 *
 * @param tenantId the guid of its tenant
 * @param subscriptionId the guid of its one subscription
 * @param clientId the application that may sign in
 * @param clientSecret the application's secret
 * @param adminToken for the admin endpoints
 */
public record SimulatorCredentials(
    String tenantId,
    String subscriptionId,
    String clientId,
    String clientSecret,
    String adminToken) {

  /** The text has no secret in it. */
  @Override
  public String toString() {
    return "SimulatorCredentials[tenantId="
        + tenantId
        + ", subscriptionId="
        + subscriptionId
        + ", clientId="
        + clientId
        + ", clientSecret=***, adminToken=***]";
  }
}
