package io.github.hybridnet.azure.resource;

import io.github.hybridnet.azure.http.ApiVersion;
import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.plan.ResourceKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tags of a resource group, without the group: others are not written again, and a group whose
 * tags change is not written at all.
 */
final class GroupTags {
  private final ArmRequests requests;

  GroupTags(ArmRequests requests) {
    this.requests = requests;
  }

  Map<String, String> read(ResourceKey group) {
    Map<String, Object> answer = requests.get(path(group), ApiVersion.TAGS, JsonTree::read);
    return tagsOf(answer);
  }

  /** Merges tags into those of the group, or removes those that have just these values. */
  Map<String, String> change(ResourceKey group, String operation, Map<String, String> tags) {
    Map<String, Object> patch =
        Map.of("operation", operation, "properties", Map.<String, Object>of("tags", tags));
    requests.patchPatiently(path(group), ApiVersion.TAGS, JsonTree.write(patch));
    return tags;
  }

  private static Map<String, String> tagsOf(Map<String, Object> answer) {
    Map<String, String> tags = new LinkedHashMap<>();
    JsonTree.object(JsonTree.object(answer, "properties"), "tags")
        .forEach((name, value) -> tags.put(name, String.valueOf(value)));
    return tags;
  }

  private static String path(ResourceKey group) {
    return group.id() + "/providers/Microsoft.Resources/tags/default";
  }
}
