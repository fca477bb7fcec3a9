package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.engine.guard.NewResource;
import io.github.hybridnet.model.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A deployment of resources as Azure Resource Manager takes it. Secrets are parameters of the type
 * {@code securestring}, whose values the service neither keeps nor shows.
 */
final class DeploymentTemplateWriter {
  private static final String SCHEMA =
      "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

  private final ArmHttpClient requests;
  private final SecretScrubber secretScrubber;

  DeploymentTemplateWriter(ArmHttpClient requests, SecretScrubber secretScrubber) {
    this.requests = requests;
    this.secretScrubber = secretScrubber;
  }

  /** The body of a request, in clear. */
  String deployment(List<NewResource> resources) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<Object> entries = new ArrayList<>();
    resources.forEach(each -> entries.add(entry(each, resources, values)));
    Map<String, Object> declared = new LinkedHashMap<>();
    values.keySet().forEach(name -> declared.put(name, Map.of("type", "securestring")));
    Map<String, Object> template = new LinkedHashMap<>();
    template.put("$schema", SCHEMA);
    template.put("contentVersion", "1.0.0.0");
    template.put("parameters", declared);
    template.put("resources", entries);
    return JsonTree.write(
        Map.of(
            "properties",
            Map.of("mode", "Incremental", "template", template, "parameters", values)));
  }

  private Map<String, Object> entry(
      NewResource resource, List<NewResource> all, Map<String, Object> values) {
    ResourceKey key = resource.key();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("type", key.type().armName());
    entry.put(
        "apiVersion", requests.versionOf(key.id(), SdkResourceModel.of(key.type()).version()));
    entry.put("name", escaped(key.name()));
    resource.body().forEach((name, value) -> entry.put(name, written(value, values)));
    List<String> needed =
        all.stream()
            .map(NewResource::key)
            .filter(other -> resource.after().stream().anyMatch(other::isSame))
            .map(ResourceKey::id)
            .toList();
    if (!needed.isEmpty()) {
      entry.put("dependsOn", needed);
    }
    return entry;
  }

  private Object written(Object value, Map<String, Object> values) {
    if (value instanceof Secret secret) {
      String name = "secret" + values.size();
      values.put(name, Map.of("value", secretScrubber.remember(secret).reveal()));
      return "[parameters('" + name + "')]";
    }
    if (value instanceof String text) {
      return escaped(text);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> members = new LinkedHashMap<>();
      map.forEach((name, member) -> members.put(String.valueOf(name), written(member, values)));
      return members;
    }
    return value instanceof List<?> list
        ? list.stream().map(element -> written(element, values)).toList()
        : value;
  }

  /** What begins with a bracket is an expression. */
  private static String escaped(String text) {
    return text.startsWith("[") ? "[" + text : text;
  }
}
