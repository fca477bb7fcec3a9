package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;

/** The part of a resource that a client may write, without what is secret. */
final class WritableResourcePart {

  /** What the providers say of a resource, and what they do not give away to everybody. */
  private static final Set<String> NOT_WRITABLE =
      Set.of(
          "authorizationkey",
          "circuitprovisioningstate",
          "connectionstatus",
          "egressbytestransferred",
          "etag",
          "ingressbytestransferred",
          "ipconfiguration",
          "packetcapturediagnosticstate",
          "provisioningstate",
          "radiusserversecret",
          "resourceguid",
          "servicekey",
          "serviceproviderprovisioningstate",
          "sharedkey");

  private WritableResourcePart() {}

  static ObjectNode of(ObjectNode resource) {
    ObjectNode copy = resource.deepCopy();
    strip(copy);
    return copy;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .removeIf(
              field ->
                  NOT_WRITABLE.contains(field.getKey().toLowerCase(Locale.ROOT))
                      || backReferences(field.getKey(), field.getValue()));
    }
    node.forEach(WritableResourcePart::strip);
  }

  /** A subnet lists the addresses in it by their ids, which belong to other resources. */
  private static boolean backReferences(String name, JsonNode value) {
    if (!name.equals("ipConfigurations")) {
      return false;
    }
    for (JsonNode element : value) {
      if (element.size() != 1 || !element.has("id")) {
        return false;
      }
    }
    return true;
  }
}
