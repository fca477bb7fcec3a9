package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.simulator.ProviderMode;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to reach a simulator, ready to paste. Secrets are not shown, only the file that contains
 * them.
 */
final class ClientInstructions {
  private static final String TEXT =
      """
      Azure Resource Manager is simulated at {endpoint}, at {speed} times the real speed. Press Ctrl-C to stop it. Its state stays in {directory}.
      The connectivity provider acts {provider}. Retired Azure features are {retirements}. {clock}
      Subscription {subscriptionId}, tenant {tenantId}, client {clientId}.
      The client secret and the admin token (for {endpoint}/_simulator/) are in {credentials}; the certificate to trust is {caCertificate}.

      This plugin:
        mvn hybridnet:deploy-network -Dhybridnet.cloud=simulator -Dhybridnet.simulator.directory="{directory}"

      Run everything below in a separate shell, after this line. It sets AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET and the certificate to trust:
        . "{directory}/environment.sh"

      Azure CLI (2.45 or later; it chooses the AD FS sign-in by itself):
        export AZURE_CONFIG_DIR=$(mktemp -d)
        az cloud register --name simulator --endpoint-resource-manager {endpoint}
        az cloud set --name simulator
        az login --service-principal --username "$AZURE_CLIENT_ID" --password "$AZURE_CLIENT_SECRET" --tenant "$AZURE_TENANT_ID"

      Java, with the Azure SDK:
        export JAVA_TOOL_OPTIONS='-Djavax.net.ssl.trustStore="{trustStore}" -Djavax.net.ssl.trustStorePassword={trustStorePassword}'
        var environment = new AzureEnvironment(Map.of("resourceManagerEndpointUrl", "{endpoint}/", "managementEndpointUrl", "{endpoint}/", "activeDirectoryEndpointUrl", "{endpoint}/"));
        var credential = new ClientSecretCredentialBuilder().authorityHost("{endpoint}/").disableInstanceDiscovery()
            .tenantId("{tenantId}").clientId("{clientId}").clientSecret(System.getenv("AZURE_CLIENT_SECRET")).build();
        var network = NetworkManager.authenticate(credential, new AzureProfile("{tenantId}", "{subscriptionId}", environment));

      JavaScript:
        const credential = new ClientSecretCredential("{tenantId}", "{clientId}", process.env.AZURE_CLIENT_SECRET, { authorityHost: "{endpoint}", disableInstanceDiscovery: true });
        const network = new NetworkManagementClient(credential, "{subscriptionId}", { endpoint: "{endpoint}" });

      For programs: {directory}/simulator.properties, while it runs.
      """;

  private static final String RUNS = "Simulated time runs.";
  private static final String STILL = "Simulated time is stopped until an admin call moves it.";

  private ClientInstructions() {}

  static List<String> lines(SimulatorAccess access, SimulatorOptions options) {
    Map<String, String> values = new TreeMap<>(access.properties());
    values.put("speed", speed(options));
    values.put("provider", options.provider() == ProviderMode.AUTO ? "by itself" : "when told to");
    values.put("retirements", options.retirements() ? "refused" : "accepted");
    values.put("clock", options.tuning().timing().manualClock() ? STILL : RUNS);
    String text = TEXT;
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text.lines().toList();
  }

  /** The speed, without a fraction if it has none. */
  static String speed(SimulatorOptions options) {
    return Double.toString(options.speed()).replaceFirst("\\.0$", "");
  }
}
