package io.github.hybridnet.simulator.network.publicip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The names under which a public address is known, as the service completes them. */
final class PublicIpDnsSettings {
  private static final String LABEL = "domainNameLabel";
  private static final String SCOPE = "domainNameLabelScope";
  private static final int DIGITS = 36;
  private static final int HASH = 16;

  private PublicIpDnsSettings() {}

  /** Fills in what a client sent, if it named a label. */
  static void put(ObjectNode address, ObjectNode sent, ObjectNode properties) {
    JsonNode wanted = JsonMembers.at(sent, "dnsSettings");
    String label = JsonMembers.text(wanted, LABEL);
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
    JsonMembers.copy(wanted, dns, SCOPE);
    String region = JsonMembers.textOr(address, "location", "");
    String scope = JsonMembers.text(wanted, SCOPE);
    dns.put(
        "fqdn",
        scope == null
            ? label + "." + region + ".cloudapp.azure.com"
            : label + "." + hash(label, scope) + "." + region + ".sysgen.cloudapp.azure.com");
    JsonMembers.copy(wanted, dns, "reverseFqdn");
  }

  /** In a scope, the label may be reused because a hash stands behind it. */
  private static String hash(String label, String scope) {
    UUID seed = UUID.nameUUIDFromBytes((scope + "/" + label).getBytes(StandardCharsets.UTF_8));
    String digits = new BigInteger(seed.toString().replace("-", ""), 16).toString(DIGITS);
    return digits.substring(0, Math.min(HASH, digits.length()));
  }
}
