package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tags that a policy adds to each resource and resource group that is written, unless they are
 * there: Azure Policy's effect {@code modify} with the operation {@code add}.
 */
public final class PolicyTags {
  private static final Map<String, String> TAGS =
      new TreeMap<>(Map.of("policy-cost-center", "4711", "policy-owner", "platform-team"));

  private PolicyTags() {}

  /** Adds them, if the variant {@link AzureVariant#TAG_POLICY} is played. */
  public static void add(World world, ObjectNode written) {
    if (!world.behaviour().variants().is(AzureVariant.TAG_POLICY, "adds-tags")) {
      return;
    }
    JsonNode before = written.path("tags");
    ObjectNode tags = before.isObject() ? before.deepCopy() : JsonCodec.object();
    TAGS.forEach(
        (name, value) -> {
          if (tags.properties().stream().noneMatch(tag -> tag.getKey().equalsIgnoreCase(name))) {
            tags.put(name, value);
          }
        });
    ResourceEnvelope.tags(written, tags);
  }
}
