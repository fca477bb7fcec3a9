package io.github.hybridnet.simulator;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Settings of clients, as a properties file and as a shell script. */
final class ClientSettings {
  private static final String SECRET = "AZURE_CLIENT_SECRET";

  private ClientSettings() {}

  static Map<String, String> properties(SimulatorAccess access) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("endpoint", access.endpoint().toString());
    values.put("port", Integer.toString(access.port()));
    values.put("directory", access.directory().toString());
    values.put("caCertificate", access.caCertificate().toString());
    values.put("trustStore", access.trustStore().toString());
    values.put("trustStorePassword", SimulatorAccess.TRUST_STORE_PASSWORD);
    values.put("credentials", credentials(access));
    values.put("tenantId", access.credentials().tenantId());
    values.put("subscriptionId", access.credentials().subscriptionId());
    values.put("clientId", access.credentials().clientId());
    return values;
  }

  static Map<String, String> environment(SimulatorAccess access) {
    Map<String, String> values = withoutSecret(access);
    values.put(SECRET, access.credentials().clientSecret());
    return values;
  }

  private static Map<String, String> withoutSecret(SimulatorAccess access) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("HYBRIDNET_SIMULATOR_ENDPOINT", access.endpoint().toString());
    values.put("AZURE_AUTHORITY_HOST", access.endpoint() + "/");
    values.put("AZURE_TENANT_ID", access.credentials().tenantId());
    values.put("AZURE_SUBSCRIPTION_ID", access.credentials().subscriptionId());
    values.put("AZURE_CLIENT_ID", access.credentials().clientId());
    values.put("AZURE_CORE_INSTANCE_DISCOVERY", "false");
    values.put("REQUESTS_CA_BUNDLE", access.caCertificate().toString());
    values.put("NODE_EXTRA_CA_CERTS", access.caCertificate().toString());
    return values;
  }

  /**
   * A properties file without secrets. It has no date, so that it changes only when a value does.
   */
  static String propertiesFile(SimulatorAccess access) {
    Properties properties = new Properties();
    properties(access).forEach((key, value) -> properties.put("hybridnet.simulator." + key, value));
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException("A string cannot be written to", e);
    }
    return text.toString()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** A file for a shell to read, which takes the secret from the credentials at that moment. */
  static String shellFile(SimulatorAccess access) {
    StringBuilder text = new StringBuilder();
    withoutSecret(access)
        .forEach((name, value) -> text.append("export " + name + "=" + quoted(value) + "\n"));
    text.append(SECRET)
        .append("=\"$(sed -n 's/.*\"clientSecret\" *: *\"\\([^\"]*\\)\".*/\\1/p' ")
        .append(quoted(credentials(access)))
        .append(")\"\nexport " + SECRET + "\n");
    return text.toString();
  }

  private static String credentials(SimulatorAccess access) {
    return access.directory().resolve("credentials.json").toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
