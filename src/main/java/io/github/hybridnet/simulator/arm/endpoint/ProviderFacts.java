package io.github.hybridnet.simulator.arm.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/**
 * The documents of Azure's resource providers, from the resource {@code providers.json}: all types
 * that they offer, also those that are not simulated.
 */
final class ProviderFacts {
  private static final String RESOURCE = "providers.json";
  private static final JsonNode ALL = read();

  private static final Map<String, List<String>> VERSIONS = new ConcurrentHashMap<>();

  private final JsonNode facts;

  private ProviderFacts(JsonNode facts) {
    this.facts = facts;
  }

  /** The facts about a provider; empty if none are known. */
  static Optional<ProviderFacts> of(String namespace) {
    for (JsonNode each : ALL) {
      if (each.path("namespace").asText().equals(namespace)) {
        return Optional.of(new ProviderFacts(each));
      }
    }
    return Optional.empty();
  }

  /**
   * The versions of a type, or of all types of a provider, oldest first; none if it is not known.
   *
   * @param type in any case; empty for all
   */
  static List<String> versions(String namespace, String type) {
    String key = (namespace + "/" + type).toLowerCase(Locale.ROOT);
    List<String> known = VERSIONS.get(key);
    if (known != null) {
      return known;
    }
    List<String> read = read(namespace, type);
    if (!read.isEmpty()) {
      VERSIONS.put(key, read);
    }
    return read;
  }

  private static List<String> read(String namespace, String type) {
    ObjectNode document = JsonCodec.object();
    for (JsonNode each : ALL) {
      if (each.path("namespace").asText().equalsIgnoreCase(namespace)) {
        new ProviderFacts(each).describe(document);
      }
    }
    return StreamSupport.stream(document.path("resourceTypes").spliterator(), false)
        .filter(each -> type.isEmpty() || each.path("resourceType").asText().equalsIgnoreCase(type))
        .flatMap(each -> StreamSupport.stream(each.path("apiVersions").spliterator(), false))
        .map(JsonNode::asText)
        .distinct()
        .sorted()
        .toList();
  }

  private static JsonNode read() {
    try (InputStream in = ProviderFacts.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not in the jar");
      }
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills in the provider's document behind its id and namespace. */
  void describe(ObjectNode document) {
    if (facts.has("authorizations")) {
      document.set("authorizations", facts.get("authorizations").deepCopy());
    }
    ArrayNode types = document.putArray("resourceTypes");
    facts.path("types").forEach(type -> types.add(type(type)));
    document.put("registrationState", "Registered");
    document.set("registrationPolicy", facts.path("registrationPolicy"));
  }

  private ObjectNode type(JsonNode type) {
    ObjectNode shown = JsonCodec.object().put("resourceType", type.path("type").asText());
    boolean everywhere = type.path("regions").isTextual();
    shown.set("locations", (everywhere ? facts : type).path("regions").deepCopy());
    shown.set("apiVersions", versions(type));
    if (type.has("default")) {
      shown.set("defaultApiVersion", type.get("default"));
    }
    if (type.has("profiles")) {
      ArrayNode profiles = shown.putArray("apiProfiles");
      for (var profile : type.get("profiles").properties()) {
        profiles
            .addObject()
            .put("profileVersion", profile.getKey())
            .set("apiVersion", profile.getValue());
      }
    }
    if (type.path("zoned").asBoolean()) {
      shown.set("zoneMappings", facts.path("zoneMappings").deepCopy());
    }
    if (type.has("capabilities")) {
      shown.set("capabilities", type.get("capabilities"));
    }
    return shown;
  }

  /** A type's own versions, or those of its provider down to its first one. */
  private JsonNode versions(JsonNode type) {
    if (type.has("versions")) {
      return type.get("versions").deepCopy();
    }
    ArrayNode versions = JsonCodec.object().putArray("versions");
    for (JsonNode version : facts.path("versions")) {
      versions.add(version);
      if (version.equals(type.path("since"))) {
        break;
      }
    }
    return versions;
  }
}
