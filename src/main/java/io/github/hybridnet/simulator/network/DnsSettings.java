package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The names under which a public address is known, as the service completes them. */
final class DnsSettings {
  private static final String LABEL = "domainNameLabel";
  private static final String SCOPE = "domainNameLabelScope";
  private static final int DIGITS = 36;
  private static final int HASH = 16;

  private DnsSettings() {}

  /** Fills in what a client sent, if it named a label. */
  static void put(ObjectNode address, ObjectNode sent, ObjectNode properties) {
    JsonNode wanted = Json.at(sent, "dnsSettings");
    String label = Json.text(wanted, LABEL);
    if (label == null) {
      return;
    }
    if (!label.matches("[a-z][a-z0-9-]{1,61}[a-z0-9]")) {
      throw NetworkErrors.refused(
          "InvalidDomainNameLabel",
          ("The domain name label %s is invalid. It must conform to the following regular"
                  + " expression: ^[a-z][a-z0-9-]{1,61}[a-z0-9]$.")
              .formatted(label));
    }
    ObjectNode dns = properties.putObject("dnsSettings").put(LABEL, label);
    Json.copy(wanted, dns, SCOPE);
    String region = Json.textOr(address, "location", "");
    String scope = Json.text(wanted, SCOPE);
    dns.put(
        "fqdn",
        scope == null
            ? label + "." + region + ".cloudapp.azure.com"
            : label + "." + hash(label, scope) + "." + region + ".sysgen.cloudapp.azure.com");
    Json.copy(wanted, dns, "reverseFqdn");
  }

  /** In a scope, the label may be reused because a hash stands behind it. */
  private static String hash(String label, String scope) {
    UUID seed = UUID.nameUUIDFromBytes((scope + "/" + label).getBytes(StandardCharsets.UTF_8));
    String digits = new BigInteger(seed.toString().replace("-", ""), 16).toString(DIGITS);
    return digits.substring(0, Math.min(HASH, digits.length()));
  }
}
